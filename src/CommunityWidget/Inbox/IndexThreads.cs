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
    // What is stored some seconds after the time it bears – a commit that took its time, a node whose clock is behind – is looked for behind where the reading has come to.
    private const int AtOnce = 50, LateMs = 30_000;

    private long _nothingUntil;

    private const string Reached = "select at, thread from search_progress where name = 'threads'";

    private const string Due = """
        select e.at, e.thread from events e join threads t on t.id = e.thread and t.last_seq = e.seq
        where e.at >= @At and (e.at, e.thread) > (@At, @Thread) and e.at <= @Until
        order by e.at, e.thread limit @Limit
        """;

    private const string Late = """
        select e.thread from events e join threads t on t.id = e.thread and t.last_seq = e.seq
        where e.at > @Late and e.at <= @At and not exists (select 1 from thread_docs d where d.thread = e.thread and d.seq >= e.seq)
        order by e.at limit @Most
        """;

    private const string Unread = "select thread from search_unread order by at desc, thread desc limit @limit";

    /// <summary>True when there may be more.</summary>
    public async Task<bool> Run()
    {
        var until = clock.NowMs() - options.Value.RestMs;
        // Looked at first: nothing to do is no transaction.
        var (seen, unread) = await db.FindAndQuery<Progress, Guid>(Reached, Unread, new { limit = 1 });
        var below = Below(seen ?? new(), until, 1);
        var (stirred, late) = await db.FindAndQuery<Progress, Guid>(Due, Late, below with { Late = below.At - LateMs });
        // What is not the newest now never is again: a talk that goes on is not looked through anew each time.
        if (stirred is null) _nothingUntil = until;
        if (stirred is null && unread.Count + late.Count == 0) return false;
        var done = await db.Write<Done>(async tx =>
        {
            // Another node that reads now reads the same.
            if (await Turn(tx, tx.Dialect.SkipLocked) is not { } from) return Refusals.StorageAway;
            await words.Read(tx, late);
            if (stirred is not null) await ReadStirred(tx, Below(from, until, AtOnce));
            else if (late.Count == 0) await ReadUnread(tx);
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

    private Window Below(Progress from, long until, int limit) => from.At >= _nothingUntil ? new(from.At, from.Thread, until, limit) : new(_nothingUntil, Guid.Empty, until, limit);

    private static async Task<Progress?> Turn(Tx tx, string locked)
    {
        await tx.Execute("insert into search_progress (name, at, thread) values ('threads', @At, @Thread) on conflict do nothing", new Progress());
        return await tx.Find<Progress>(Reached + locked);
    }

    private async Task ReadStirred(Tx tx, Window below)
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

    // From when and which thread of that moment until when, so many; and how far back what came late.
    private sealed record Window(long At, Guid Thread, long Until, int Limit)
    {
        public long Late { get; init; }
        public int Most { get; } = AtOnce;
    }

    private sealed record Progress
    {
        public long At { get; init; }
        public Guid Thread { get; init; }
    }
}
