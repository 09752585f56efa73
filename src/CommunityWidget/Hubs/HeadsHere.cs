using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hubs.FanOut;
using CommunityWidget.Notices;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>
/// Tells heads, what was rewritten and standing offers to this node's connections alone: every node reads them from the database, so that they arrive just when Redis carries nothing,
/// and once however many nodes there are. The part of <see cref="SignalRNotices"/> that typed hubs cannot do.
/// </summary>
public sealed class HeadsHere(HubLifetimeManager<VisitorHub> visitors, HubLifetimeManager<SuperUserHub> superUsers, HubLifetimeManager<AgentHub> agents)
{
    public async Task Tell(ThreadParties parties, HeadNotice notice)
    {
        await Send(visitors, HubGroups.Visitor(parties.Visitor), nameof(IVisitorClient.Head), notice);
        if (parties.ByLink) await Send(visitors, HubGroups.Linked(notice.ThreadId), nameof(IVisitorClient.Head), notice);
        foreach (var member in parties.Members)
        {
            await Send(superUsers, HubGroups.Member(member), nameof(IVisitorClient.Head), notice);
            await Send(agents, HubGroups.Member(member), nameof(IVisitorClient.Head), notice);
        }
    }

    public bool HasAny(ThreadParties parties, string threadId) =>
        Has(visitors, HubGroups.Visitor(parties.Visitor)) || (parties.ByLink && Has(visitors, HubGroups.Linked(threadId)))
        || parties.Members.Any(member => Has(superUsers, HubGroups.Member(member)) || Has(agents, HubGroups.Member(member)));

    public async Task Tell(ThreadParties parties, ThreadEvent happened)
    {
        var theirs = ShownEvent.To(parties.Visitor, parties, happened);
        await Send(visitors, HubGroups.Visitor(parties.Visitor), nameof(IVisitorClient.Event), theirs);
        if (parties.ByLink) await Send(visitors, HubGroups.Linked(happened.ThreadId), nameof(IVisitorClient.Event), theirs);
        foreach (var member in parties.Members)
        {
            var shown = ShownEvent.To(member, parties, happened);
            await Send(superUsers, HubGroups.Member(member), nameof(ISuperUserClient.Event), shown);
            await Send(agents, HubGroups.Member(member), nameof(ISuperUserClient.Event), shown);
        }
    }

    public async Task Tell(Guid member, OfferView offer)
    {
        await Send(superUsers, HubGroups.Member(member), nameof(ISuperUserClient.OfferMade), offer);
        await Send(agents, HubGroups.Member(member), nameof(ISuperUserClient.OfferMade), offer);
    }

    // Another manager cannot say.
    private static bool Has<THub>(HubLifetimeManager<THub> connections, string group) where THub : Hub => connections is not ISendHere here || here.HasHere(group);

    private static Task Send<THub>(HubLifetimeManager<THub> connections, string group, string method, object notice) where THub : Hub
    {
        if (connections is not ISendHere here) return connections.SendGroupAsync(group, method, [notice]);
        here.SendHere(group, method, [notice]);
        return Task.CompletedTask;
    }
}
