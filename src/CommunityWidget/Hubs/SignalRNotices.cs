using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Notices;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>The only class that sends to clients.</summary>
public sealed class SignalRNotices(
    IHubContext<VisitorHub, IVisitorClient> visitors,
    IHubContext<SuperUserHub, ISuperUserClient> superUsers,
    IHubContext<AgentHub, IAgentClient> agents,
    HeadsHere heads,
    TimeProvider clock) : INotices
{
    private readonly PacedNews _lists = new(clock, async site =>
    {
        await superUsers.Clients.Group(HubGroups.Members(site)).WaitingChanged();
        await agents.Clients.Group(HubGroups.Members(site)).WaitingChanged();
    });

    public async Task Event(ThreadParties parties, ThreadEvent happened)
    {
        await Visitor(parties, happened.ThreadId).Event(ShownEvent.To(parties.Visitor, parties, happened));
        foreach (var member in parties.Members) await ToMember(member, client => client.Event(ShownEvent.To(member, parties, happened)));
    }

    public async Task Typing(ThreadParties parties, TypingNotice notice)
    {
        if (parties.Author != parties.Visitor) await Visitor(parties, notice.ThreadId).Typing(notice);
        foreach (var member in parties.Members.Where(m => m != parties.Author)) await ToMember(member, client => client.Typing(notice));
    }

    public async Task Seen(ThreadParties parties, SeenNotice notice)
    {
        await Visitor(parties, notice.ThreadId).Seen(notice);
        foreach (var member in parties.Members) await ToMember(member, client => client.Seen(notice));
    }

    public Task Head(ThreadParties parties, HeadNotice notice) => heads.Tell(parties, notice);

    public bool IsAnybodyHere(ThreadParties parties, string threadId) => heads.HasAny(parties, threadId);

    public Task EventAgain(ThreadParties parties, ThreadEvent happened) => heads.Tell(parties, happened);

    public Task Search(Guid visitor, SearchNotice notice) => Visitor(new(visitor, []) { ByLink = true }, notice.ThreadId).Search(notice);

    public Task OfferMade(Guid member, OfferView offer) => ToMember(member, client => client.OfferMade(offer));

    public Task OfferStands(Guid member, OfferView offer) => heads.Tell(member, offer);

    public Task OfferEnded(Guid member, OfferEnded ended) => ToMember(member, client => client.OfferEnded(ended));

    public Task HelpCalled(Guid member, HelpCallView call) => ToMember(member, client => client.HelpCalled(call));

    public Task HelpCallEnded(Guid member, HelpCallEnded ended) => ToMember(member, client => client.HelpCallEnded(ended));

    public Task HelpCallAnswered(Guid asker, HelpCallAnswer answer) => ToMember(asker, client => client.HelpCallAnswered(answer));

    public Task StatusChanged(Guid member, MemberStatus status) => ToMember(member, client => client.StatusChanged(status));

    public Task WaitingChanged(Guid site) => _lists.Changed(site);

    public Task InboxChanged(Guid site, InboxChange change) => agents.Clients.Group(HubGroups.Inbox(site)).InboxChanged(change);

    public Task TeamTyping(Guid site, TypingNotice notice) => agents.Clients.Group(HubGroups.Inbox(site)).Typing(notice);

    public async Task AnswerTyping(Guid site, TypingNotice notice)
    {
        await TeamTyping(site, notice);
        await superUsers.Clients.Group(HubGroups.Members(site)).Typing(notice);
    }

    private IVisitorClient Visitor(ThreadParties parties, string threadId) => parties.ByLink
        ? visitors.Clients.Groups(HubGroups.Visitor(parties.Visitor), HubGroups.Linked(threadId))
        : visitors.Clients.Group(HubGroups.Visitor(parties.Visitor));

    // One person may have both the console and the inbox open.
    private async Task ToMember(Guid id, Func<ISuperUserClient, Task> tell)
    {
        await tell(superUsers.Clients.Group(HubGroups.Member(id)));
        await tell(agents.Clients.Group(HubGroups.Member(id)));
    }
}
