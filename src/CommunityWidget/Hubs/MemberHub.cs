using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Conversations;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>What super users and agents share. Each method is one use case.</summary>
public abstract class MemberHub<TClient>(MemberDoors doors) : Hub<TClient>, ISuperUserHub where TClient : class, ISuperUserClient
{
    protected MemberDoors Doors => doors;

    public override async Task OnConnectedAsync()
    {
        var caller = Context.Member();
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Member(caller.Id));
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Members(caller.Site.Id));
    }

    [Allow(Permission.Answer)]
    public Task<Reply<MemberStatus>> SetAvailable(bool available) => doors.Availability.Run(Context.Member(), available);

    [Allow(Permission.Answer)]
    public async Task<Reply<ThreadSnapshot>> Accept(string offerId) =>
        Guid.TryParse(offerId, out var id) ? await doors.Seen(Context.Member(), doors.Accept.Run(Context.Member(), id)) : Refusals.NotFound;

    [Allow(Permission.Answer)]
    public async Task<Reply<Done>> Decline(string offerId) =>
        Guid.TryParse(offerId, out var id) ? await doors.Decline.Run(Context.Member(), id) : Refusals.NotFound;

    [Allow(Permission.Answer)]
    public async Task<Reply<OfferView>> UndoDecline(string offerId) =>
        Guid.TryParse(offerId, out var id) ? await doors.UndoDecline.Run(Context.Member(), id) : Refusals.NotFound;

    [Allow(Permission.Answer)]
    public Task<Reply<ThreadSnapshot>> Take(string threadId) => doors.Seen(Context.Member(), doors.Take.Run(Context.Member(), threadId));

    [Allow(Permission.Answer)]
    public Task<Reply<ThreadSnapshot>> Join(string threadId) => doors.Seen(Context.Member(), doors.Helping.Join(Context.Member(), threadId));

    [Allow(Permission.Answer)]
    public Task<Reply<HelpAsked>> AskIn(HelpWanted wanted) => doors.Calls.Ask(Context.Member(), wanted);

    [Allow(Permission.Answer)]
    public async Task<Reply<ThreadSnapshot>> AcceptHelp(string callId) =>
        Guid.TryParse(callId, out var id) ? await doors.Seen(Context.Member(), doors.Calls.Answer.Accept(Context.Member(), id)) : Refusals.NotFound;

    [Allow(Permission.Answer)]
    public async Task<Reply<Done>> DeclineHelp(string callId) =>
        Guid.TryParse(callId, out var id) ? await doors.Calls.Answer.Decline(Context.Member(), id) : Refusals.NotFound;

    [Allow(Permission.Answer)]
    public Task<Reply<ThreadEvent>> Suggest(MemberMessage message) => doors.Calls.Suggest.Run(Context.Member(), message);

    [Allow(Permission.Answer)]
    public Task<Reply<ThreadEvent>> Send(MemberMessage message) => doors.Send.Run(Context.Member(), message);

    [Allow(Permission.Read)]
    public Task<Reply<ThreadSnapshot>> Resume(string threadId, long after) => doors.Watch.Resume(Context.Member(), threadId, after);

    [Allow(Permission.Answer)]
    public Task Typing(string threadId) => doors.Watch.Typing(Context.Member(), threadId);

    [Allow(Permission.Answer)]
    public Task Seen(string threadId, long seq) => doors.Watch.Seen(Context.Member(), threadId, seq);

    [Allow(Permission.Answer)]
    public Task<Reply<Done>> Release(string threadId, long fence) => doors.Release.Run(Context.Member(), threadId, fence);

    [Allow(Permission.Answer)]
    public async Task<Reply<Done>> Transfer(string threadId, long fence, string memberId) => Guid.TryParse(memberId, out var id)
        ? await doors.Transfer.Run(Context.Member(), threadId, fence, id)
        : Refusals.NotReachable;

    [Allow(Permission.Answer)]
    public Task<Reply<Done>> End(string threadId, long fence) => doors.End.Run(Context.Member(), threadId, fence);

    [Allow(Permission.Answer)]
    public Task<Reply<ThreadSnapshot>> UndoEnd(string threadId) => doors.Seen(Context.Member(), doors.UndoEnd.Run(Context.Member(), threadId));
}

/// <summary>The use cases a member's socket opens, together so that both hubs and their POST twins name them once.</summary>
public sealed record MemberDoors(
    SetAvailability Availability,
    AcceptOffer Accept,
    DeclineOffer Decline,
    UndoDecline UndoDecline,
    TakeThread Take,
    JoinThread Helping,
    HelpDoors Calls,
    SendMessage Send,
    WatchThread Watch,
    ReleaseThread Release,
    TransferThread Transfer,
    EndThread End,
    UndoEnd UndoEnd,
    ThreadAccess Access,
    ThreadReader Reader)
{
    /// <summary>The thread an act gave, as its member sees it; whoever came to help reads all of it.</summary>
    public async Task<Reply<ThreadSnapshot>> Seen(MemberCaller caller, Task<Reply<ThreadRecord>> act)
    {
        var reply = await act;
        if (reply.Value is not { } thread) return reply.Refusal!;
        return await Access.Saw(caller, thread) is { } unrecorded ? unrecorded : await Reader.Snapshot(thread, 0, caller.Id);
    }
}
