using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>A visitor's socket. Each method is one use case.</summary>
public sealed class VisitorHub(AskQuestion ask, SendMessage send, WatchThread watch, EndThread end, RateThread rate, LeaveEmail email, ThreadAccess access) : Hub<IVisitorClient>, IVisitorHub
{
    public override async Task OnConnectedAsync() => await Groups.AddToGroupAsync(
        Context.ConnectionId, await access.OnlyThreadOf(Context.Visitor()) is { } only ? HubGroups.Linked(only) : HubGroups.Visitor(Context.Visitor().Id));

    [Allow(Permission.Ask)]
    public Task<Reply<AskReply>> Ask(AskRequest request) => ask.Run(Context.Visitor(), request);

    [Allow(Permission.Ask)]
    public Task<Reply<ThreadEvent>> Send(VisitorMessage message) => send.Run(Context.Visitor(), message);

    [Allow(Permission.Ask)]
    public Task<Reply<ThreadSnapshot>> Resume(string threadId, long after) => watch.Resume(Context.Visitor(), threadId, after);

    [Allow(Permission.Ask)]
    public Task Typing(string threadId) => watch.Typing(Context.Visitor(), threadId);

    [Allow(Permission.Ask)]
    public Task Seen(string threadId, long seq) => watch.Seen(Context.Visitor(), threadId, seq);

    [Allow(Permission.Ask)]
    public Task<Reply<Done>> End(string threadId) => end.Run(Context.Visitor(), threadId, fence: null);

    [Allow(Permission.Ask)]
    public Task<Reply<Done>> Rate(RatingRequest request) => rate.Run(Context.Visitor(), request);

    [Allow(Permission.Ask)]
    public Task<Reply<Done>> LeaveEmail(string threadId, string address) => email.Run(Context.Visitor(), threadId, address);
}
