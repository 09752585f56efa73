using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>
/// Ends several threads at once: what the agent holds, and what nobody does. Each in a transaction of its own, so that one that cannot be ended
/// keeps none of the others; all can be taken back for ten seconds.
/// </summary>
public sealed class EndTogether(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, EndThread end, UndoEnd undo, TimeProvider clock)
{
    public const int Most = 100;

    public async Task<Reply<IReadOnlyList<ThreadOutcome>>> Run(MemberCaller caller, IReadOnlyList<SeenThread> seen) =>
        seen.Count is 0 or > Most || seen.Any(s => s is null) ? Refusals.NotUnderstood : await Each(caller, seen.Select(s => s.ThreadId), (thread, at) => End(caller, thread, seen[at].Fence));

    /// <summary>What was ended a moment ago is as it was.</summary>
    public async Task<Reply<IReadOnlyList<ThreadOutcome>>> Undo(MemberCaller caller, IReadOnlyList<string> ids) =>
        ids.Count is 0 or > Most ? Refusals.NotUnderstood : await Each(caller, ids, (thread, _) => Restore(caller, thread));

    private async Task<Reply<IReadOnlyList<ThreadOutcome>>> Each(MemberCaller caller, IEnumerable<string> ids, Func<ThreadRecord, int, Task<Refusal?>> act)
    {
        var outcomes = new List<ThreadOutcome>();
        foreach (var id in ids)
        {
            var found = await access.Read(caller, id);
            outcomes.Add(new(id, found.Value is { } thread ? await act(thread, outcomes.Count) : found.Refusal));
        }
        return outcomes;
    }

    private async Task<Refusal?> End(MemberCaller caller, ThreadRecord thread, long fence)
    {
        if (thread.State == ThreadStates.Live && (await end.Run(caller, thread.PublicId, fence)).Refusal is { } refusal) return refusal;
        return (await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            // Ended is what its caller can take back: also their own ending of a moment ago, asked for once more.
            if (locked.State == ThreadStates.Closed && await IsTheirs(tx, locked, caller)) return locked;
            if (locked.State == ThreadStates.Closed) return Refusals.ThreadClosed;
            // Somebody took it meanwhile: it is theirs to end.
            if (locked.State == ThreadStates.Live) return Refusals.AlreadyTaken;
            if (locked.Fence != fence) return Refusals.StaleFence;
            // Who was answered and said thank you waits for nothing more.
            var step = ThreadMachine.Close(locked, locked.IsAnswered || await threads.WasAnswered(tx, locked.Id) ? Outcomes.Ended : Outcomes.Unanswered);
            return step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
        })).Refusal;
    }

    private async Task<Refusal?> Restore(MemberCaller caller, ThreadRecord thread)
    {
        if (thread is { State: ThreadStates.Closed, Outcome: Outcomes.Ended } && thread.Responder == caller.Id && await WasLive(thread))
            return (await undo.Run(caller, thread.PublicId)).Refusal;
        return (await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            var last = (await threads.Event(tx, locked.Id, locked.LastSeq))!;
            // Asked again, because an answer was lost: it is as it was already.
            if (last.Author == caller.Id && last.Status?.Reason is ThreadMachine.EndUndone or ThreadMachine.Restored) return locked;
            if (await threads.StatusBefore(tx, locked.Id, locked.LastSeq) is not { Status: { } before }) return Refusals.NotPossibleNow;
            var busy = await threads.OpenOf(tx, locked.Visitor) is not null;
            var step = ThreadMachine.Restore(locked, last, before, caller.Id, busy, clock.NowMs());
            return step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
        })).Refusal;
    }

    private async Task<bool> IsTheirs(Tx tx, ThreadRecord closed, MemberCaller caller) =>
        await threads.StatusBefore(tx, closed.Id, closed.LastSeq + 1) is { Status.State: ThreadStates.Closed } last && last.Author == caller.Id && clock.NowMs() - last.At <= ThreadMachine.UndoWithinMs;

    private async Task<bool> WasLive(ThreadRecord thread) =>
        (await threads.Events(thread.Id, 0)).LastOrDefault(e => e.Seq < thread.LastSeq && e.Status is not null && e.Kind != EventKinds.Rating)?.Status?.State == ThreadStates.Live;
}
