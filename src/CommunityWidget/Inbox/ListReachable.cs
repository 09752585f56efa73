using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>Who could take a conversation now: available, connected, with a free seat; the shop's own people first. Who said no to it is not asked again.</summary>
public sealed class ListReachable(MemberStore members, ThreadStore threads, OfferStore offers, ParticipantStore participants, IMatchQueue queue, Presence presence, TimeProvider clock)
{
    private const int Most = 200;

    /// <param name="caller">Who hands it over.</param>
    /// <param name="threadId">Which; null is any.</param>
    public async Task<IReadOnlyList<ReachableMember>> Run(MemberCaller caller, string? threadId = null)
    {
        var saidNo = await SaidNo(caller, threadId);
        var now = clock.NowMs();
        var available = (await members.Available(caller.Site.Id, now)).Where(m => m.Id != caller.Id && m.Busy + m.Offered < m.Seats && (m.Is(Roles.SuperUser) || m.Is(Roles.Agent)) && !m.OwesCharter(caller.Site) && !saidNo(m.Id)).ToList();
        var beats = await queue.Beats(caller.Site.Id, [.. available.Select(m => m.Id)], now);
        var topics = (await members.Topics(caller.Site.Id)).ToLookup(t => t.Member, t => t.Topic);
        return [.. available.Where(m => presence.Connected(beats, m.Id, now)).OrderByDescending(m => m.Is(Roles.Agent)).ThenBy(m => m.Name, StringComparer.CurrentCulture).Take(Most)
            .Select(m => new ReachableMember(m.AsPerson(), [.. topics[m.Id]], m.Languages.Split(' '), (int)(m.Seats - m.Busy - m.Offered)))];
    }

    private async Task<Func<Guid, bool>> SaidNo(MemberCaller caller, string? threadId)
    {
        if (!ThreadStore.IsPublicId(threadId) || await threads.Find(caller.Site.Id, threadId) is not { } thread) return _ => false;
        var (history, departures) = (await offers.History([thread.Id]), await participants.Departures([thread.Id]));
        return member => Eligibility.SaidNo(history, departures, member);
    }
}
