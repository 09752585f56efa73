using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Conversations.Later;

/// <summary>
/// Looks for answers their visitor has not seen and asked to have by mail. It waits a little after the first, so that several make one mail
/// and whoever sits before the chat gets none. What it finds it reads from the record: a node that dies loses nothing.
/// </summary>
public sealed class ScheduleAnswers(Db db, LaterMail later, TimeProvider clock, IOptions<ConversationOptions> options)
{
    // A live talk has its visitor there; should they have gone, it closes, and then this finds it.
    private const string Due = """
        select t.id, t.last_seq, t.mail_seq,
            (select min(e.at) from events e where e.thread = t.id and e.seq > t.mail_seq and e.seq > t.visitor_seen
                and e.kind = 'message' and e.audience = 'all' and e.author_kind = 'member') as oldest
        from threads t
        where t.email_confirmed_at is not null and t.mail_seq < t.last_seq and t.state in ('parked', 'closed')
        order by t.last_event_at limit 200
        """;

    public async Task Run()
    {
        var ripe = clock.NowMs() - options.Value.MailAfterMs;
        foreach (var thread in await db.Query<Candidate>(Due))
        {
            if (thread.Oldest is null) await Settle(thread, send: false);
            else if (thread.Oldest <= ripe) await Settle(thread, send: true);
        }
    }

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
        public long? Oldest { get; init; }
    }
}
