using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>
/// A message a moderator takes away keeps its <c>seq</c> and becomes what a refused hold is: its author and moderators read it, everybody else has
/// its place. Whoever has the thread open is shown so at once.
/// </summary>
public sealed class SetAside(ParticipantStore participants, ThreadNews news, Outbox outbox, TimeProvider clock)
{
    private const string Away =
        $"update events set kind = '{EventKinds.Hold}', verdict = '{Verdicts.Refused}', rewritten_at = @now where thread = @Id and seq = @seq and kind = '{EventKinds.Message}' and audience = '{Audiences.All}' returning *";

    private const string Back =
        $"update events set kind = '{EventKinds.Message}', verdict = case when masked_body is null then null else '{Verdicts.Masked}' end, rewritten_at = @now where thread = @Id and seq = @seq and kind = '{EventKinds.Hold}' and verdict = '{Verdicts.Refused}' returning *";

    /// <summary>Under the thread's lock; false when no message stands there.</summary>
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
        tx.AfterCommit(() => news.Happened(thread, row, told));
        return true;
    }
}
