using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>
/// Puts a question that nobody holds aside until a time, or takes it back at once. It goes on climbing and waiting: only the list leaves it out.
/// The visitor's next word brings it back too (Conversations), and so does whatever moves it (Threads). It does not close by itself before it is back.
/// </summary>
public sealed class SnoozeThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, InboxRows rows, TimeProvider clock)
{
    public const long LongestMs = 90L * 24 * 3_600 * 1_000;

    /// <param name="caller">Who.</param>
    /// <param name="threadId">Public id.</param>
    /// <param name="until">Unix milliseconds, UTC; null: at once.</param>
    public async Task<Reply<InboxRow>> Run(MemberCaller caller, string threadId, long? until)
    {
        var now = clock.NowMs();
        if (until is { } at && (at <= now || at > now + LongestMs)) return Refusals.SnoozeOutOfRange;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var done = await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (until is not null && locked.State is not (ThreadStates.Waiting or ThreadStates.Parked)) return Refusals.NotPossibleNow;
            return await Set(tx, locked, until);
        });
        return done.Value is { } changed ? await rows.Of(caller.Site, changed.Id) : done.Refusal!;
    }

    /// <summary>Everything whose time has come is back on the list.</summary>
    public async Task WakeDue()
    {
        var due = await db.Query<Guid>("select id from threads where snoozed_until <= @now order by snoozed_until limit 200", new { now = clock.NowMs() });
        foreach (var id in due)
        {
            await db.Write<ThreadRecord>(async tx =>
            {
                var locked = (await threads.Lock(tx, id))!;
                return locked.SnoozedUntil <= clock.NowMs() ? await Set(tx, locked, null) : locked;
            });
        }
    }

    private async Task<ThreadRecord> Set(Tx tx, ThreadRecord thread, long? until)
    {
        var changed = await writer.Change(tx, thread, until is null ? thread.Woken(clock.NowMs()) : thread with { SnoozedUntil = until });
        // What closed meanwhile is on no list that it could come back to.
        if (changed.State != ThreadStates.Closed) await writer.ListChanged(tx, changed);
        return changed;
    }
}
