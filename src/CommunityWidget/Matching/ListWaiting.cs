using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>Questions a member may take by hand: for agents those on their rung and parked ones, for super users parked ones. Oldest first.</summary>
public sealed class ListWaiting(ThreadStore threads, VisitorStore visitors, OfferStore offers, IMatchQueue queue, Presence presence)
{
    public async Task<IReadOnlyList<WaitingQuestion>> Run(MemberCaller caller)
    {
        var waiting = (await threads.Waiting(caller.Site.Id)).Where(t => IsFor(caller, t)).ToList();
        var ids = waiting.Select(t => t.Id).ToList();
        var questions = (await threads.Questions(ids)).ToDictionary(e => e.Thread);
        var asked = (await offers.History(ids)).ToLookup(o => o.Thread);
        var beats = await queue.Beats(caller.Site.Id);
        var list = new List<WaitingQuestion>();
        foreach (var t in waiting)
        {
            var visitor = await visitors.Find(t.Visitor);
            list.Add(new(
                t.PublicId,
                t.State,
                caller.Site.Ladder.KindOf((int)t.Rung),
                questions[t.Id].Body ?? "",
                t.Language,
                t.Topic,
                t.AskedAt,
                visitor?.AsPerson() ?? new Person(null, null, "visitor"),
                t.Page,
                t.Product,
                presence.Here(beats, t.Visitor),
                asked[t.Id].Select(o => o.Member).Distinct().Count()));
        }
        return list;
    }

    private static bool IsFor(MemberCaller caller, ThreadRecord t)
    {
        if (t.State == ThreadStates.Parked) return !t.IsAnswered;
        return caller.Member.IsStaff && caller.Site.Ladder.KindOf((int)t.Rung) == RungKinds.Agents;
    }
}
