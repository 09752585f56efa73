using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Conversations;

/// <summary>Ends what nobody continues: live threads without a word, questions nobody answered in time.</summary>
public sealed class CloseSilent(Db db, ThreadStore threads, ThreadWriter writer, TimeProvider clock, IOptions<ConversationOptions> options) : IChore
{
    // What nobody answered ends some time after it was parked, an answer some time after its last word: stars and the visitor's own words prolong neither.
    // What is put aside comes back first, and has its time from then on. What is given to somebody is theirs until it falls free, and has its time from then on too.
    // The first line is for the index of what is open, which is little beside what has closed.
    private const string Silent = """
        select * from threads t
        where state <> 'closed' and (
            (state = 'live' and last_event_at <= @liveBefore)
            or (state in ('waiting', 'parked') and rung_entered_at <= @openBefore and snoozed_until is null
                and (
                    (outcome is null and (state = 'waiting' or wanted_member is null or assigned_until is null))
                    or outcome = 'held'
                    or (outcome is not null and (select max(at) from events e where e.thread = t.id and e.kind = 'message') <= @openBefore))))
        limit 500
        """;

    public TimeSpan Every => TimeSpan.FromMilliseconds(options.Value.SweepMs);

    public async Task Run()
    {
        var now = clock.NowMs();
        var silent = await db.Query<ThreadRecord>(
            Silent, new { liveBefore = now - options.Value.SilentMs, openBefore = now - options.Value.UnansweredMs });
        foreach (var thread in silent) await Close(thread);
    }

    private async Task Close(ThreadRecord seen) => await db.Write<ThreadRecord>(async tx =>
    {
        var thread = (await threads.Lock(tx, seen.Id))!;
        if ((thread.LastSeq, thread.SnoozedUntil, thread.RungEnteredAt, thread.AssignedUntil) != (seen.LastSeq, seen.SnoozedUntil, seen.RungEnteredAt, seen.AssignedUntil)) return Refusals.NotPossibleNow;
        var outcome = thread.State == ThreadStates.Live || thread.IsAnswered || await threads.WasAnswered(tx, thread.Id) ? Outcomes.Silent : Outcomes.Unanswered;
        var step = ThreadMachine.Close(thread, outcome);
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    });
}
