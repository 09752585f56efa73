using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>The record: one state, one responder, one order of events, a fence that only grows.</summary>
public static class ThreadPromises
{
    private static readonly string[] KeepsFence = ["asked", "widened", "handed_to_agents", "parked", "joined", "left"];

    public static void Check(HistoryState state)
    {
        foreach (var thread in state.Threads)
        {
            CheckEvents(thread, [.. state.Events[thread.Id]]);
            CheckResponder(thread, [.. state.Parts[thread.Id].Where(p => p.LeftAt is null)]);
        }
        foreach (var visitor in state.Threads.Where(t => t.State is ThreadStates.Waiting or ThreadStates.Live).GroupBy(t => t.Visitor))
            Promise.Hold(visitor.Count() == 1, $"a visitor has {visitor.Count()} waiting or live threads");
    }

    /// <summary>Once matching is at rest nothing stands still on a rung it should have left.</summary>
    public static void CheckLadder(HistoryState state, ThreadRecord thread, Ladder ladder, bool agentsOnDuty, Returning returning)
    {
        var name = thread.PublicId;
        Promise.Hold(thread.Rung >= 1 && thread.Rung < ladder.Parked, $"{name} waits on rung {thread.Rung}");
        var mine = state.Offers.Where(o => o.Thread == thread.Id && o.Fence == thread.Fence).ToList();
        if (mine.Exists(o => o.IsOpen)) return;
        var kind = ladder.KindOf((int)thread.Rung);
        if (kind != RungKinds.Agents && returning.SuperUsers.Any(m => m.Speaks(thread.Language) && (kind == RungKinds.Anyone || thread.Topic is null || state.Topics[m.Id].Contains(thread.Topic)))) return;
        Promise.Hold(kind == RungKinds.Agents, $"{name} waits on rung {kind} and nobody is asked");
        if (returning.Agents) return;
        Promise.Hold(agentsOnDuty, $"{name} waits for agents and none is on duty");
        var since = mine.Where(o => o.Member == thread.WantedMember || state.Helpers(thread.Id).Contains(o.Member)).Select(o => o.EndedAt ?? 0).Append(thread.RungEnteredAt).Max();
        Promise.Hold(state.Now <= since + ladder.At((int)thread.Rung).StaysMs + 1_000, $"{name} has been on rung {thread.Rung} for {state.Now - since} ms");
    }

    private static void CheckEvents(ThreadRecord thread, List<EventRow> events)
    {
        Promise.Hold(events.Count == thread.LastSeq, $"{thread.PublicId}: {events.Count} events, last seq {thread.LastSeq}");
        for (var i = 0; i < events.Count; i++) Promise.Hold(events[i].Seq == i + 1, $"{thread.PublicId}: event {i + 1} has seq {events[i].Seq}");
        var fence = 0L;
        foreach (var status in events.Where(e => e.Kind is EventKinds.Status or EventKinds.Rung).Select(e => e.Status!))
        {
            var expected = fence + (KeepsFence.Contains(status.Reason) ? 0 : 1);
            Promise.Hold(status.Fence == expected, $"{thread.PublicId}: fence {status.Fence} after {status.Reason}, expected {expected}");
            fence = status.Fence;
        }
        var last = events.Last(e => e.Kind is EventKinds.Status or EventKinds.Rung).Status!;
        Promise.Hold(thread.Fence == fence && thread.State == last.State, $"{thread.PublicId}: the row says {thread.State}/{thread.Fence}, its story {last.State}/{fence}");
    }

    private static void CheckResponder(ThreadRecord thread, List<PartRow> current)
    {
        var holds = thread.State == ThreadStates.Live || thread.IsAnswered;
        var responders = current.Where(p => p.Role == ParticipantStore.Responder).ToList();
        Promise.Hold(responders.Count == (holds ? 1 : 0), $"{thread.PublicId} is {thread.State} with {responders.Count} responders");
        Promise.Hold(!holds || responders[0].Member == thread.Responder, $"{thread.PublicId}: responder and participant differ");
        Promise.Hold(current.Select(p => p.Member).Distinct().Count() == current.Count, $"{thread.PublicId}: somebody takes part twice");
        Promise.Hold(current.Count == responders.Count || thread.State is ThreadStates.Live or ThreadStates.Waiting, $"{thread.PublicId} is {thread.State} and still has helpers");
    }
}

/// <summary>Members who may be on their way back: a question may wait for them.</summary>
public sealed record Returning(IReadOnlyList<Member> Members)
{
    public IEnumerable<Member> SuperUsers => Members.Where(m => m.Is(Roles.SuperUser));

    public bool Agents => Members.Any(m => m.Is(Roles.Agent));
}
