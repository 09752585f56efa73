using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// Questions a member may take by hand: for staff first those on the agents' rung, then for everyone the parked ones, each oldest first. What was given to
/// somebody else is left out, but while its visitor is there and they could not take it.
/// </summary>
public sealed class ListWaiting(ThreadStore threads, VisitorStore visitors, MemberStore members, OfferStore offers, IMatchQueue queue, Presence presence, TimeProvider clock)
{
    public async Task<IReadOnlyList<WaitingQuestion>> Run(MemberCaller caller)
    {
        var all = await threads.Waiting(caller.Site.Id, RungsFor(caller));
        var assignees = await Assignees([.. all.Select(t => t.Assignee).OfType<Guid>().Distinct()]);
        var beats = await queue.Beats(caller.Site.Id, [.. all.Select(t => t.Visitor).Concat(assignees.Keys).Distinct()], clock.NowMs());
        var waiting = all.Where(t => t.Assignee is not { } to || to == caller.Id || (presence.Here(beats, t.Visitor) && !(assignees.GetValueOrDefault(to) is { } member && presence.CouldTake(beats, member, caller.Site)))).ToList();
        var ids = waiting.Select(t => t.Id).ToList();
        var questions = (await threads.Questions(ids)).ToDictionary(e => e.Thread);
        var asked = (await offers.History(ids)).ToLookup(o => o.Thread);
        var askers = (await visitors.Find([.. waiting.Select(t => t.Visitor).Distinct()])).ToDictionary(v => v.Id, v => v.AsPerson());
        return [.. waiting.Select(t => new WaitingQuestion(
            t.PublicId,
            t.State,
            caller.Site.Ladder.KindOf((int)t.Rung),
            questions[t.Id].Shown(caller.Member.IsStaff) ?? "",
            t.Language,
            t.Topic,
            t.AskedAt,
            askers.GetValueOrDefault(t.Visitor) ?? new Person(null, null, "visitor"),
            t.Context(caller.Member.IsStaff).Page,
            t.Context(caller.Member.IsStaff).Product,
            presence.Here(beats, t.Visitor),
            asked[t.Id].Select(o => o.Member).Distinct().Count(),
            t.Assignee is { } given ? assignees.GetValueOrDefault(given)?.AsPerson() : null))];
    }

    private async Task<IReadOnlyDictionary<Guid, Member>> Assignees(IReadOnlyCollection<Guid> ids) => (ids.Count == 0 ? [] : await members.Find(ids)).ToDictionary(m => m.Id);

    private static IReadOnlyCollection<long> RungsFor(MemberCaller caller) => caller.Member.IsStaff
        ? [.. Enumerable.Range(1, caller.Site.Ladder.Rungs.Count).Where(rung => caller.Site.Ladder.KindOf(rung) == RungKinds.Agents).Select(rung => (long)rung)]
        : [];
}
