using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// A parked question that was given to somebody falls free when they left it too long, or may not answer any more: no question hangs on who is
/// not there. What they put aside themselves comes back first.
/// </summary>
public sealed class FreeAssigned(Db db, ThreadStore threads, ThreadWriter writer, TimeProvider clock)
{
    private const string Due = $"""
        select t.* from threads t join members m on m.id = t.wanted_member
        where t.state = 'parked' and t.outcome is null and t.wanted_member is not null
            and ((t.assigned_until <= @now and t.snoozed_until is null) or {WithdrawMembers.MayNotAnswer})
        limit 200
        """;

    public async Task Run()
    {
        foreach (var thread in await db.Query<ThreadRecord>(Due, new { now = clock.NowMs() })) await Free(thread);
    }

    /// <summary>Nobody's any more, unless something happened to it meanwhile.</summary>
    public Task<Reply<ThreadRecord>> Free(ThreadRecord seen) => db.Write<ThreadRecord>(async tx =>
    {
        var thread = (await threads.Lock(tx, seen.Id))!;
        if (thread.Fence != seen.Fence || thread.SnoozedUntil != seen.SnoozedUntil) return Refusals.StaleFence;
        var step = ThreadMachine.Assign(thread, null, null, null, ThreadMachine.Unassigned, clock.NowMs());
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    });
}
