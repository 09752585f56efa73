using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hubs.FanOut;
using CommunityWidget.Notices;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>
/// Tells heads to this node's connections alone: every node reads them from the database, so that they arrive just when Redis carries nothing,
/// and once however many nodes there are. The part of <see cref="SignalRNotices"/> that typed hubs cannot do.
/// </summary>
public sealed class HeadsHere(HubLifetimeManager<VisitorHub> visitors, HubLifetimeManager<SuperUserHub> superUsers, HubLifetimeManager<AgentHub> agents)
{
    public async Task Tell(ThreadParties parties, HeadNotice notice)
    {
        await Send(visitors, HubGroups.Visitor(parties.Visitor), notice);
        if (parties.ByLink) await Send(visitors, HubGroups.Linked(notice.ThreadId), notice);
        foreach (var member in parties.Members)
        {
            await Send(superUsers, HubGroups.Member(member), notice);
            await Send(agents, HubGroups.Member(member), notice);
        }
    }

    private static Task Send<THub>(HubLifetimeManager<THub> connections, string group, HeadNotice notice) where THub : Hub
    {
        if (connections is not ISendHere here) return connections.SendGroupAsync(group, nameof(IVisitorClient.Head), [notice]);
        here.SendHere(group, nameof(IVisitorClient.Head), [notice]);
        return Task.CompletedTask;
    }
}
