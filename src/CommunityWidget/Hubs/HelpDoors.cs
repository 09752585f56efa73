using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Conversations;
using CommunityWidget.Hosting;
using CommunityWidget.Matching;
using CommunityWidget.People;

namespace CommunityWidget.Hubs;

/// <summary>Asking others into a conversation and suggesting what to say: the use cases, and their POST twins.</summary>
public sealed record HelpDoors(AskForHelp Asking, AnswerHelpCall Answer, SuggestAnswer Suggest)
{
    public async Task<Reply<HelpAsked>> Ask(MemberCaller caller, HelpWanted wanted)
    {
        if (wanted.MemberId is null) return await Asking.Run(caller, wanted.ThreadId, member: null, wanted.Topic);
        return Guid.TryParse(wanted.MemberId, out var id) ? await Asking.Run(caller, wanted.ThreadId, id, topic: null) : Refusals.NobodyToAsk;
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var thread = routes.MapGroup("/api/threads/{id}");
        thread.MapGet("/helpers", async (string id, HttpContext http, ListHelpers list) => (await list.Run(Me(http), id)).ToHttp()).Allow(Permission.Answer).WithName("ListHelpers");
        thread.MapPost("/ask-in", async (string id, PostedAskIn posted, HttpContext http, HelpDoors doors) =>
            (await doors.Ask(Me(http), new(id, posted.MemberId, posted.Topic))).ToHttp()).Allow(Permission.Answer).WithName("AskIn");
        thread.MapPost("/suggestions", async (string id, PostedSuggestion posted, HttpContext http, HelpDoors doors) =>
            (await doors.Suggest.Run(Me(http), new(id, http.Request.Headers["Idempotency-Key"].FirstOrDefault() ?? posted.Key, posted.Text, posted.Fence))).ToHttp()).Allow(Permission.Answer).WithName("Suggest");
        var call = routes.MapGroup("/api/help-calls/{id:guid}");
        call.MapPost("/accept", async (Guid id, HttpContext http, HelpDoors doors, MemberDoors all) =>
            (await all.Seen(Me(http), doors.Answer.Accept(Me(http), id))).ToHttp()).Allow(Permission.Answer).WithName("AcceptHelp");
        call.MapPost("/decline", async (Guid id, HttpContext http, HelpDoors doors) => (await doors.Answer.Decline(Me(http), id)).ToHttp()).Allow(Permission.Answer).WithName("DeclineHelp");
    }

    private static MemberCaller Me(HttpContext http) => (MemberCaller)http.Caller()!;
}

/// <summary>Body of <c>POST /api/threads/{id}/ask-in</c>: one of the two.</summary>
/// <param name="MemberId">Whom.</param>
/// <param name="Topic">Or whoever knows this topic.</param>
public sealed record PostedAskIn(string? MemberId, string? Topic);

/// <summary>Body of <c>POST /api/threads/{id}/suggestions</c>.</summary>
/// <param name="Key">Client key; the <c>Idempotency-Key</c> header wins.</param>
/// <param name="Text">What could be said.</param>
/// <param name="Fence">The fence last seen.</param>
public sealed record PostedSuggestion(string? Key, string? Text, long Fence);
