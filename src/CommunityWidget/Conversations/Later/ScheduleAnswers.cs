using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Conversations.Later;

/// <summary>
/// Looks for answers their visitor has not seen and asked to have by mail. It waits a little after the first, so that several make one mail
/// and whoever sits before the chat gets none. What it finds it reads from the record: a node that dies loses nothing.
/// </summary>
public sealed class ScheduleAnswers(Db db, LaterMail later, TimeProvider clock, IOptions<ConversationOptions> options) : IChore
{
    // A live talk has its visitor there; should they have gone, it closes, and then this finds it.
    private const string Due = """
        select t.id, t.last_seq, t.mail_seq, t.state, t.outcome, t.closed_at,
            (select min(e.at) from events e where e.thread = t.id and e.seq > t.mail_seq and e.seq > t.visitor_seen
                and e.kind = 'message' and e.audience = 'all' and e.author_kind = 'member') as oldest
        from threads t
        where t.mail_watched and t.mail_seq < t.last_seq and t.state in ('parked', 'closed')
        order by t.id limit 500
        """;

    // Closed for so long that nobody can continue it, and everything settled.
    private const string Over = "update threads set mail_watched = @no where mail_watched and state = 'closed' and mail_seq >= last_seq and closed_at <= @before";

    public TimeSpan Every => TimeSpan.FromMilliseconds(options.Value.SweepMs);

    public async Task Run()
    {
        var (ripe, final) = (clock.NowMs() - options.Value.MailAfterMs, clock.NowMs() - ThreadMachine.UndoWithinMs);
        foreach (var thread in await db.Query<Candidate>(Due))
        {
            // That no answer will come is told too, once nobody can take the ending back.
            if (thread is { Oldest: null, State: ThreadStates.Closed, Outcome: Outcomes.Unanswered } && thread.ClosedAt >= final) continue;
            if (thread.Oldest is null) await Settle(thread, send: thread is { State: ThreadStates.Closed, Outcome: Outcomes.Unanswered });
            else if (thread.Oldest <= ripe) await Settle(thread, send: true);
        }
    }

    /// <summary>What is long over is looked at no more.</summary>
    public Task LeaveOld() => db.Write<Done>(async tx =>
    {
        await tx.Execute(Over, new { no = false, before = clock.NowMs() - ThreadMachine.ReopenWithinMs - LeaveEmail.DayMs });
        return Done.It;
    });

    // Whichever node moves the mark sends.
    private Task Settle(Candidate thread, bool send) => db.Write<Done>(async tx =>
    {
        var moved = await tx.Execute("update threads set mail_seq = @LastSeq where id = @Id and mail_seq = @MailSeq", thread);
        if (moved == 1 && send) await later.SendUpTo(tx, thread.Id, thread.LastSeq);
        return Done.It;
    });

    private sealed record Candidate
    {
        public Guid Id { get; init; }
        public long LastSeq { get; init; }
        public long MailSeq { get; init; }
        public string State { get; init; } = "";
        public string? Outcome { get; init; }
        public long? ClosedAt { get; init; }
        public long? Oldest { get; init; }
    }
}
