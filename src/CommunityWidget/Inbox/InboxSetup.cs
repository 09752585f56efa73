using CommunityWidget.Configuration;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;

namespace CommunityWidget.Inbox;

public static class InboxSetup
{
    private const int PageSize = 50;

    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddOptions<InboxOptions>().BindSettings("Inbox").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<InboxStore>().AddSingleton<InboxRows>().AddSingleton<TagStore>().AddSingleton<ListInbox>().AddSingleton<ReadDetail>();
        services.AddSingleton<AddNote>().AddSingleton<TagThread>().AddSingleton<SnoozeThread>().AddSingleton<SearchThreads>().AddSingleton<ThreadWords>().AddSingleton<IndexThreads>();
        services.AddSingleton<EndTogether>().AddSingleton<HandOver>().AddSingleton<ListReachable>().AddSingleton<CannedReplies>();
        return services.AddSingleton<IOutboxHandler, TellInbox>().AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<IndexThreads>()).AddChore<WakeSnoozed>().AddChore<ReadForSearch>();
    }

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        Lists(routes.MapGroup("/api/inbox"));
        Acts(routes.MapGroup("/api/inbox/{id}"));
        Replies(routes.MapGroup("/api/replies"));
        routes.MapGet("/api/reachable", (string? thread, string? name, HttpContext http, ListReachable list) => list.Run(Me(http), thread, name)).Allow(Permission.SeeInbox).WithName("ListReachable");
        routes.MapPost("/api/threads/{id}/transfer", async (string id, PostedTransfer posted, HttpContext http, HandOver hand) =>
            (await hand.Run(Me(http), id, posted)).ToHttp()).Allow(Permission.TakeWaiting).WithName("TransferThread");
        routes.MapPost("/api/threads/{id}/undo-transfer", async (string id, HttpContext http, HandOver hand) =>
            (await hand.Undo(Me(http), id)).ToHttp()).Allow(Permission.TakeWaiting).WithName("UndoTransfer");
    }

    private static void Lists(RouteGroupBuilder inbox)
    {
        inbox.MapGet("/", async (string? view, string? topic, string? language, string? tag, string? after, int? limit, HttpContext http, ListInbox list) =>
            (await list.Run(Me(http), view, new(null, topic, language, tag), after, limit ?? PageSize)).ToHttp()).Allow(Permission.SeeInbox).WithName("ListInbox");
        inbox.MapGet("/head", (HttpContext http, ListInbox list) => list.Head(Me(http))).Allow(Permission.SeeInbox).WithName("InboxHead");
        inbox.MapGet("/tags", (HttpContext http, TagStore tags) => tags.Known(http.Caller()!.Site.Id)).Allow(Permission.SeeInbox).WithName("ListTags");
        // What is looked for, an e-mail or an order's number, stands in no address, which proxies write down.
        inbox.MapPost("/search", async (PostedSearch posted, HttpContext http, SearchThreads search) =>
            (await search.Run(Me(http), posted.Q, new(posted.State, posted.Topic, posted.Language, posted.Tag), posted.After, posted.Limit ?? PageSize)).ToHttp()).Allow(Permission.SeeInbox).WithName("SearchThreads");
        inbox.MapPost("/end", async (PostedEnds posted, HttpContext http, EndTogether end) =>
            (await end.Run(Me(http), posted.Threads ?? [])).ToHttp()).Allow(Permission.TakeWaiting).WithName("EndTogether");
        inbox.MapPost("/undo-end", async (PostedUndo posted, HttpContext http, EndTogether end) =>
            (await end.Undo(Me(http), posted.Threads ?? [])).ToHttp()).Allow(Permission.TakeWaiting).WithName("UndoEndTogether");
    }

    private static void Acts(RouteGroupBuilder thread)
    {
        thread.MapGet("/", async (string id, HttpContext http, ReadDetail read) => (await read.Run(Me(http), id)).ToHttp()).Allow(Permission.SeeInbox).WithName("ReadInboxDetail");
        thread.MapPost("/tags", async (string id, PostedTags posted, HttpContext http, TagThread tag) =>
            (await tag.Run(Me(http), id, posted.Add ?? [], posted.Remove ?? [])).ToHttp()).Allow(Permission.TakeWaiting).WithName("TagThread");
        thread.MapPost("/snooze", async (string id, PostedSnooze posted, HttpContext http, SnoozeThread snooze) =>
            (await snooze.Run(Me(http), id, posted.Until)).ToHttp()).Allow(Permission.TakeWaiting).WithName("SnoozeThread");
        thread.MapPost("/notes", async (string id, PostedNote posted, HttpContext http, AddNote note) =>
            (await note.Run(Me(http), id, http.Request.Headers["Idempotency-Key"].FirstOrDefault() ?? posted.Key, posted.Text)).ToHttp()).Allow(Permission.TakeWaiting).WithName("AddNote");
    }

    private static void Replies(RouteGroupBuilder replies)
    {
        replies.MapGet("/", (HttpContext http, CannedReplies canned) => canned.All(Me(http))).Allow(Permission.SeeInbox).WithName("ListReplies");
        replies.MapPost("/", async (PostedReply posted, HttpContext http, CannedReplies canned) =>
            (await canned.Save(Me(http), posted.Id, posted.Title, posted.Text, posted.Version)).ToHttp()).Allow(Permission.TakeWaiting).WithName("SaveReply");
        replies.MapPost("/{id}/remove", async (string id, HttpContext http, CannedReplies canned) =>
            (await canned.Remove(Me(http), id)).ToHttp()).Allow(Permission.TakeWaiting).WithName("RemoveReply");
    }

    private static MemberCaller Me(HttpContext http) => (MemberCaller)http.Caller()!;
}

/// <summary>Body of <c>POST /api/inbox/search</c>: words, what narrows them, and where the page before ended.</summary>
public sealed record PostedSearch(string? Q = null, string? State = null, string? Topic = null, string? Language = null, string? Tag = null, string? After = null, int? Limit = null);

/// <summary>Body of <c>POST /api/inbox/end</c>.</summary>
public sealed record PostedEnds(IReadOnlyList<SeenThread>? Threads);

/// <summary>Body of <c>POST /api/inbox/undo-end</c>: public ids.</summary>
public sealed record PostedUndo(IReadOnlyList<string>? Threads);

/// <summary>Body of <c>POST /api/inbox/{id}/tags</c>.</summary>
public sealed record PostedTags(IReadOnlyList<string?>? Add = null, IReadOnlyList<string?>? Remove = null);

/// <summary>Body of <c>POST /api/inbox/{id}/snooze</c>.</summary>
/// <param name="Until">Unix milliseconds, UTC; null: back on the list at once.</param>
public sealed record PostedSnooze(long? Until);

/// <summary>Body of <c>POST /api/inbox/{id}/notes</c>.</summary>
/// <param name="Key">Client key; the <c>Idempotency-Key</c> header wins.</param>
/// <param name="Text">The note.</param>
public sealed record PostedNote(string? Key, string? Text);

/// <summary>Body of <c>POST /api/replies</c>.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Title">1 to 80 characters.</param>
/// <param name="Text">With variables in double braces.</param>
/// <param name="Version">The version last seen; of no meaning for a new one.</param>
public sealed record PostedReply(string? Id, string? Title, string? Text, long Version = 0);
