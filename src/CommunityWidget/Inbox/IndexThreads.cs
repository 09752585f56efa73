using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Inbox;

/// <summary>
/// Reads the words of threads in which something happened, once they rest: no message waits for it, and nothing that is erased stays. It goes
/// through the newest events of all threads by their time, so that what is older than this program's index is read too; what was had elsewhere is older
/// than where it has come to, and stands in a list of its own (<c>search_unread</c>).
/// </summary>
public sealed class IndexThreads(Db db, ThreadWords words, TimeProvider clock, IOptions<InboxOptions> options) : IOutboxHandler
{
    private const int AtOnce = 50;

    private long _nothingUntil;

    private const string Reached = "select at, thread from search_progress where name = 'threads'";

    private const string Due = """
        select e.at, e.thread from events e join threads t on t.id = e.thread and t.last_seq = e.seq
        where e.at >= @at and (e.at, e.thread) > (@at, @thread) and e.at <= @until
        order by e.at, e.thread limit @limit
        """;

    private const string Unread = "select thread from search_unread order by at desc, thread desc limit @limit";

    /// <summary>True when there may be more.</summary>
    public async Task<bool> Run()
    {
        var until = clock.NowMs() - options.Value.RestMs;
        // Looked at first: nothing to do is no transaction.
        var (seen, unread) = await db.FindAndQuery<Progress, Guid>(Reached, Unread, new { limit = 1 });
        var stirred = await db.Query<Progress>(Due, Below(seen ?? new(), until, 1));
        // What is not the newest now never is again: a talk that goes on is not looked through anew each time.
        if (stirred.Count == 0) _nothingUntil = until;
        if (stirred.Count + unread.Count == 0) return false;
        var done = await db.Write<Done>(async tx =>
        {
            // Another node that reads now reads the same.
            if (await Turn(tx, tx.Dialect.SkipLocked) is not { } from) return Refusals.StorageAway;
            if (stirred.Count > 0) await ReadStirred(tx, Below(from, until, AtOnce));
            else await ReadUnread(tx);
            return Done.It;
        });
        return done.Refusal is null;
    }

    public bool Wants(string kind) => kind == EraseThread.Unsaid;

    /// <summary>What is left of a thread of which something was erased or taken away.</summary>
    public async Task Handle(OutboxMessage message)
    {
        var read = await db.Write<Done>(async tx =>
        {
            // Whoever reads now may have read it as it was, and keeps that when they are done.
            await Turn(tx, tx.Dialect.ForUpdate);
            await words.Read(tx, [message.Thread]);
            return Done.It;
        });
        if (read.Refusal is { } refusal) throw new StorageAwayException(refusal.Message);
    }

    private object Below(Progress from, long until, int limit) => from.At >= _nothingUntil
        ? new { at = from.At, thread = from.Thread, until, limit }
        : new { at = _nothingUntil, thread = Guid.Empty, until, limit };

    private static async Task<Progress?> Turn(Tx tx, string locked)
    {
        await tx.Execute("insert into search_progress (name, at, thread) values ('threads', @At, @Thread) on conflict do nothing", new Progress());
        return await tx.Find<Progress>(Reached + locked);
    }

    private async Task ReadStirred(Tx tx, object below)
    {
        var due = await tx.Query<Progress>(Due, below);
        if (due.Count == 0) return;
        await words.Read(tx, [.. due.Select(d => d.Thread)]);
        await tx.Execute("update search_progress set at = @At, thread = @Thread where name = 'threads'", due[^1]);
    }

    private async Task ReadUnread(Tx tx)
    {
        var unread = await tx.Query<Guid>(Unread, new { limit = AtOnce });
        await words.Read(tx, unread);
        await tx.Execute($"delete from search_unread where {tx.Dialect.In("thread", "@unread")}", new { unread });
    }

    private sealed record Progress
    {
        public long At { get; init; }
        public Guid Thread { get; init; }
    }
}
