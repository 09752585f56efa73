using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Notices;

namespace CommunityWidget.Threads;

/// <summary>
/// Any state → closed (erased). Every event keeps its <c>seq</c> and says nothing any more; whoever has the thread open is shown so at once.
/// From then on nobody locks the thread again: for whoever writes it looks as if it never was.
/// </summary>
public sealed class EraseThread(ThreadWriter writer, ParticipantStore participants, ThreadReader reader, INotices notices, TimeProvider clock)
{
    /// <summary>News that part of a thread was erased, set aside or put back: what is said there now is to be read anew.</summary>
    public const string Unsaid = "list.unsaid";

    private const string Bury = """
        update events set kind = 'tombstone', body = null, masked_body = null, verdict = null, status = null, client_key = null, suggested_by = null, rewritten_at = @now
        where thread = @Id and kind not in ('status', 'rung')
        """;

    private const string Bare = """
        update threads set page = null, product = null, masked_context = null, email = null, email_confirmed_at = null, mail_watched = @no, consent_version = null, consent_at = null,
            erased_at = @now, rewritten_at = @now
        where id = @Id
        """;

    /// <summary>Nothing when there is no such thread, or it was erased before.</summary>
    public async Task<ThreadRecord?> Run(Tx tx, Guid id)
    {
        var thread = await tx.Find<ThreadRecord>($"select * from threads where id = @id{tx.Dialect.ForUpdate}", new { id });
        if (thread is null || thread.ErasedAt is not null) return null;
        var told = (await participants.Current(tx, id)).ToList();
        // By nobody: whoever did it stands in the audit, and nobody may take it back.
        var closed = (await writer.Step(tx, thread, ThreadMachine.Erase(thread), Actor.System)).Value!;
        var now = clock.NowMs();
        await tx.Execute(Bury, new { closed.Id, now });
        await tx.Execute(Bare, new { closed.Id, now, no = false });
        var buried = await tx.Query<EventRow>("select * from events where thread = @id and kind = 'tombstone' order by seq", new { id });
        tx.AfterCommit(() => Tell(closed, buried, told));
        return closed;
    }

    /// <summary>The same for what one member wrote in a thread of others, which goes on; false when that is nothing.</summary>
    public async Task<bool> RunOf(Tx tx, Guid id, Guid member)
    {
        if (await tx.Find<ThreadRecord>($"select * from threads where id = @id{tx.Dialect.ForUpdate}", new { id }) is not { ErasedAt: null } thread) return false;
        var buried = await tx.Query<EventRow>(
            """
            update events set kind = 'tombstone', body = null, masked_body = null, verdict = null, status = null, client_key = null, suggested_by = null, rewritten_at = @now
            where thread = @id and author_kind = 'member' and author = @member and kind not in ('status', 'rung', 'tombstone') returning *
            """,
            new { id, member, now = clock.NowMs() });
        if (buried.Count > 0) await tx.Execute("update threads set rewritten_at = @now where id = @id", new { id, now = clock.NowMs() });
        // Of those nothing is left to decide.
        await tx.Execute("delete from holds where thread = @id and seq in (select seq from events where thread = @id and author = @member and kind = 'tombstone')", new { id, member });
        var told = await participants.Current(tx, id);
        tx.AfterCommit(() => Tell(thread, buried, told));
        return buried.Count > 0;
    }

    private async Task Tell(ThreadRecord thread, IReadOnlyList<EventRow> buried, IReadOnlyList<Guid> members)
    {
        var parties = new ThreadParties(thread.Visitor, members) { ByLink = thread.MayBeLinked };
        foreach (var row in buried) await notices.Event(parties, await reader.Event(thread, row));
    }
}
