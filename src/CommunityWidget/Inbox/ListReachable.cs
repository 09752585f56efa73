using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>
/// Who could take a conversation now: available, connected, with a free seat; the shop's own people first. A parked question goes to whoever may answer it,
/// those who are here first, the reader too. Who said no to it is not asked again.
/// </summary>
public sealed class ListReachable(MemberStore members, ThreadStore threads, OfferStore offers, ParticipantStore participants, IMatchQueue queue, Presence presence, TimeProvider clock)
{
    private const int Most = 200;

    /// <param name="caller">Who hands it over.</param>
    /// <param name="threadId">Which; null is any.</param>
    /// <param name="name">What somebody is called, or a part of it: who is beyond the first two hundred is found by it.</param>
    public async Task<IReadOnlyList<ReachableMember>> Run(MemberCaller caller, string? threadId = null, string? name = null)
    {
        var thread = ThreadStore.IsPublicId(threadId) ? await threads.Find(caller.Site.Id, threadId) : null;
        var saidNo = thread is null ? _ => false : await SaidNo(thread);
        var now = clock.NowMs();
        bool Called(Member m) => string.IsNullOrWhiteSpace(name) || m.Name.Contains(name.Trim(), StringComparison.CurrentCultureIgnoreCase);
        if (thread is { State: ThreadStates.Parked })
        {
            var all = (await members.Answering(caller.Site.Id, now)).Where(m => Called(m) && m.Id != thread.Assignee && !m.OwesCharter(caller.Site) && (m.Id == caller.Id || !saidNo(m.Id))).ToList();
            return await Shown(caller, all, _ => true, now);
        }
        var available = (await members.Available(caller.Site.Id, now)).Where(m => Called(m) && m.Id != caller.Id && m.Busy + m.Offered < m.Seats && (m.Is(Roles.SuperUser) || m.Is(Roles.Agent)) && !m.OwesCharter(caller.Site) && !saidNo(m.Id)).ToList();
        return await Shown(caller, available, here => here, now);
    }

    private async Task<IReadOnlyList<ReachableMember>> Shown(MemberCaller caller, IReadOnlyList<Member> all, Func<bool, bool> wanted, long now)
    {
        var beats = await queue.Beats(caller.Site.Id, [.. all.Select(m => m.Id)], now);
        bool Here(Member m) => m.Intent == Intents.Available && presence.Connected(beats, m.Id, now);
        var topics = (await members.Topics(caller.Site.Id)).ToLookup(t => t.Member, t => t.Topic);
        return [.. all.Where(m => wanted(Here(m))).OrderByDescending(m => m.Id == caller.Id).ThenByDescending(m => m.Is(Roles.Agent)).ThenByDescending(Here).ThenBy(m => m.Name, StringComparer.CurrentCulture).Take(Most)
            .Select(m => new ReachableMember(m.AsPerson(), [.. topics[m.Id]], m.Languages.Split(' '), (int)(m.Seats - m.Busy - m.Offered), Here(m)))];
    }

    private async Task<Func<Guid, bool>> SaidNo(ThreadRecord thread)
    {
        var (history, departures) = (await offers.History([thread.Id]), await participants.Departures([thread.Id]));
        return member => Eligibility.SaidNo(history, departures, member);
    }
}
