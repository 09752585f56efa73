using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>
/// A message a moderator takes away keeps its <c>seq</c> and becomes what a refused hold is: its author and moderators read it, everybody else has
/// its place. Of a rating only the words go: the stars are counted and stay. Whoever has the thread open is shown so at once.
/// </summary>
public sealed class SetAside(ThreadStore threads, ParticipantStore participants, ThreadNews news, Outbox outbox, TimeProvider clock)
{
    private const string Away = $"""
        update events set kind = case when kind = '{EventKinds.Rating}' then kind else '{EventKinds.Hold}' end, verdict = '{Verdicts.Refused}', rewritten_at = @now
        where thread = @Id and seq = @seq and kind in ('{EventKinds.Message}', '{EventKinds.Rating}') and body is not null and coalesce(verdict, '') <> '{Verdicts.Refused}' and audience = '{Audiences.All}' returning *
        """;

    private const string Back = $"""
        update events set kind = case when kind = '{EventKinds.Rating}' then kind else '{EventKinds.Message}' end, verdict = case when masked_body is null then null else '{Verdicts.Masked}' end, rewritten_at = @now
        where thread = @Id and seq = @seq and kind in ('{EventKinds.Hold}', '{EventKinds.Rating}') and verdict = '{Verdicts.Refused}' returning *
        """;

    /// <summary>Under the thread's lock; false when no message and no rating in words stands there.</summary>
    public Task<bool> Run(Tx tx, ThreadRecord thread, long seq) => Turn(tx, thread, seq, Away);

    /// <summary>It is said again, in its place.</summary>
    public Task<bool> PutBack(Tx tx, ThreadRecord thread, long seq) => Turn(tx, thread, seq, Back);

    private async Task<bool> Turn(Tx tx, ThreadRecord thread, long seq, string sql)
    {
        var now = clock.NowMs();
        if ((await tx.Query<EventRow>(sql, new { thread.Id, seq, now })) is not [var row, ..]) return false;
        await tx.Execute("update threads set rewritten_at = @now where id = @Id", new { thread.Id, now });
        // Nobody finds the thread by what was taken away, not even until the rest is read anew.
        await tx.Execute(tx.Dialect.Search.Forget, new { thread = thread.Id });
        await outbox.Add(tx, EraseThread.Unsaid, thread.Id, seq: 0);
        var told = (await participants.Current(tx, thread.Id)).ToList();
        // They were sent it, also after the end.
        if (row.Kind == EventKinds.Rating) told = [.. told.Union(await threads.Answerers(tx, thread.Id, thread.Responder))];
        tx.AfterCommit(() => news.Happened(thread, row, told));
        return true;
    }
}
