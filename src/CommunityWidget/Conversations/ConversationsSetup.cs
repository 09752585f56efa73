using CommunityWidget.Configuration;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Conversations;

public static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddOptions<ConversationOptions>().BindSettings("Conversations").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SendMessage>().AddSingleton<CommitMessages>().AddSingleton<StoreBatch>().AddSingleton<TellInOrder>().AddSingleton<FailPoint>();
        services.AddSingleton(new FromZero(Instruments.Messages, "author", "visitor", "member"));
        services.AddSingleton<SendAlone>().AddSingleton<StoreMessage>().AddSingleton<WatchThread>().AddSingleton<ReadConsole>();
        services.AddSingleton<EndThread>().AddSingleton<ReleaseThread>().AddSingleton<RateThread>().AddSingleton<LeaveEmail>().AddSingleton<IdentifyVisitor>();
        services.AddSingleton<AnswerHelpCall>().AddSingleton<EndHelpCall>().AddChore<ExpireHelpCalls>().AddSingleton<SuggestAnswer>();
        services.AddSingleton<JoinThread>().AddSingleton<UndoEnd>().AddSingleton<ListLive>().AddSingleton<FindSimilarAnswers>();
        services.AddLaterAnswers();
        return services.AddChore<CloseSilent>().AddChore<TellHeads>().AddSingleton<TellOffers>().AddSingleton<TellLists>().AddChore<ForgetOld>().AddHostedService<PollHeads>();
    }

    /// <summary>The POST twins of the hubs, and polling by <c>seq</c>: a blocked socket is a slower chat, not a dead one.</summary>
    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        routes.MapLaterAnswers();
        routes.MapIdentity();
        routes.MapGet("/api/console", (HttpContext http, ReadConsole read) => read.Run((MemberCaller)http.Caller()!))
            .Allow(Permission.OwnConsole).WithName("ReadConsole");
        routes.MapGet("/api/live", (HttpContext http, ListLive list) => list.Run((MemberCaller)http.Caller()!))
            .Allow(Permission.Answer).WithName("ListLive");
        var thread = routes.MapGroup("/api/threads/{id}");
        thread.MapGet("/events", async (string id, long? after, HttpContext http, WatchThread watch) =>
            (await watch.Resume(http.Caller()!, id, after ?? 0)).ToHttp()).Allow(Permission.Read).WithName("ResumeThread");
        thread.MapGet("/similar", async (string id, HttpContext http, FindSimilarAnswers find) =>
            (await find.Run(http.Caller()!, id)).ToHttp()).Allow(Permission.Answer).WithName("FindSimilarAnswers");
        thread.MapPost("/events", async (string id, PostedMessage posted, HttpContext http, SendMessage send) =>
            (await Send(id, posted, http, send)).ToHttp()).Allow(Permission.Write).WithName("SendMessage");
        thread.MapPost("/end", async (string id, PostedEnd? posted, HttpContext http, EndThread end) =>
            (await end.Run(http.Caller()!, id, posted?.Fence)).ToHttp()).Allow(Permission.Write).WithName("EndThread");
        thread.MapPost("/rating", async (string id, RatingRequest rating, HttpContext http, RateThread rate) =>
            (await rate.Run((VisitorCaller)http.Caller()!, rating with { ThreadId = id })).ToHttp()).Allow(Permission.Ask).WithName("RateThread");
        thread.MapPost("/email", async (string id, PostedEmail posted, HttpContext http, LeaveEmail leave) =>
            (await leave.Run((VisitorCaller)http.Caller()!, id, posted.Email)).ToHttp()).Allow(Permission.Ask).WithName("LeaveEmail");
        thread.MapPost("/seen", async (string id, PostedSeen posted, HttpContext http, WatchThread watch) =>
        {
            await watch.Seen(http.Caller()!, id, posted.Seq);
            return Results.NoContent();
        }).Allow(Permission.Read).WithName("MarkSeen");
    }

    private static Task<Contracts.Reply<Contracts.ThreadEvent>> Send(string id, PostedMessage posted, HttpContext http, SendMessage send)
    {
        var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault() ?? posted.Key;
        return http.Caller() is MemberCaller member
            ? send.Run(member, new MemberMessage(id, key, posted.Text, posted.Fence, posted.Suggestion))
            : send.Run((VisitorCaller)http.Caller()!, new VisitorMessage(id, key, posted.Text, posted.Reopen));
    }
}

/// <summary>Body of <c>POST /api/threads/{id}/events</c>.</summary>
/// <param name="Key">Client key; the <c>Idempotency-Key</c> header wins.</param>
/// <param name="Text">The message.</param>
/// <param name="Fence">Members only: the fence last seen.</param>
/// <param name="Reopen">Visitors only: <em>Continue</em> was pressed.</param>
/// <param name="Suggestion">Members only: the <c>seq</c> of the suggestion it was made of.</param>
public sealed record PostedMessage(string? Key, string? Text, long Fence = 0, bool Reopen = false, long? Suggestion = null);

/// <summary>Body of <c>POST /api/threads/{id}/end</c>; a visitor needs none.</summary>
/// <param name="Fence">Members only: the fence last seen.</param>
public sealed record PostedEnd(long? Fence = null);

/// <summary>Body of <c>POST /api/threads/{id}/email</c>.</summary>
public sealed record PostedEmail(string? Email);

/// <summary>Body of <c>POST /api/threads/{id}/seen</c>.</summary>
public sealed record PostedSeen(long Seq);
