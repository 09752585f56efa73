using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Inbox;

/// <summary>
/// Reads the words of threads in which something happened, once they rest: no message waits for it, and nothing that is erased stays. It goes
/// through the newest events of all threads by their time, so that what is older than this program's index is read too.
/// </summary>
public sealed class IndexThreads(Db db, TimeProvider clock, IOptions<InboxOptions> options) : IOutboxHandler
{
    private const int AtOnce = 50;

    private long _nothingUntil;

    private const string Reached = "select at, thread from search_progress where name = 'threads'";

    private const string Due = """
        select e.at, e.thread from events e join threads t on t.id = e.thread and t.last_seq = e.seq
        where e.at >= @at and (e.at, e.thread) > (@at, @thread) and e.at <= @until
        order by e.at, e.thread limit @limit
        """;

    /// <summary>True when there may be more.</summary>
    public async Task<bool> Run()
    {
        var until = clock.NowMs() - options.Value.RestMs;
        // Looked at first: nothing to do is no transaction.
        var seen = await db.Find<Progress>(Reached) ?? new();
        if ((await db.Query<Progress>(Due, Below(seen, until, 1))).Count == 0)
        {
            // What is not the newest now never is again: a talk that goes on is not looked through anew each time.
            _nothingUntil = until;
            return false;
        }
        var done = await db.Write<Done>(async tx =>
        {
            await tx.Execute("insert into search_progress (name, at, thread) values ('threads', @At, @Thread) on conflict do nothing", new Progress());
            // Another node that reads now reads the same.
            if (await tx.Find<Progress>(Reached + tx.Dialect.SkipLocked) is not { } from) return Refusals.StorageAway;
            var due = await tx.Query<Progress>(Due, Below(from, until, AtOnce));
            if (due.Count == 0) return Done.It;
            await Read(tx, [.. due.Select(d => d.Thread)]);
            await tx.Execute("update search_progress set at = @At, thread = @Thread where name = 'threads'", due[^1]);
            return Done.It;
        });
        return done.Refusal is null;
    }

    public bool Wants(string kind) => kind == EraseThread.Unsaid;

    /// <summary>What is left of a thread of which something was erased.</summary>
    public Task Handle(OutboxMessage message) => db.Write<Done>(async tx =>
    {
        await Read(tx, [message.Thread]);
        return Done.It;
    });

    private object Below(Progress from, long until, int limit) => from.At >= _nothingUntil
        ? new { at = from.At, thread = from.Thread, until, limit }
        : new { at = _nothingUntil, thread = Guid.Empty, until, limit };

    private static async Task Read(Tx tx, IReadOnlyList<Guid> ids)
    {
        var threads = (await tx.Query<DueThread>(
            $"select t.id, t.site, t.public_id, t.last_seq, v.name from threads t left join visitors v on v.id = t.visitor where {tx.Dialect.In("t.id", "@ids")}", new { ids })).ToDictionary(t => t.Id);
        var said = (await tx.Query<Said>(
            $"select thread, body from events where {tx.Dialect.In("thread", "@ids")} and kind in ('message', 'note') and body is not null",
            new { ids })).ToLookup(e => e.Thread, e => e.Body);
        foreach (var thread in ids.Where(threads.ContainsKey).Select(id => threads[id]))
        {
            var mark = Mark(thread.Site);
            var words = said[thread.Id].Append(thread.Name ?? "").Append(thread.PublicId).SelectMany(SearchWords.Of).ToHashSet();
            await tx.Execute(tx.Dialect.Search.Keep, new { thread = thread.Id, site = thread.Site, seq = thread.LastSeq, words = tx.Dialect.Search.Words(words, mark), mark });
        }
    }

    /// <summary>What marks a site's words where its words are all that is looked at.</summary>
    public static string Mark(Guid site) => site.ToString("N");

    private sealed record Progress
    {
        public long At { get; init; }
        public Guid Thread { get; init; }
    }

    private sealed record DueThread
    {
        public Guid Id { get; init; }
        public Guid Site { get; init; }
        public string PublicId { get; init; } = "";
        public long LastSeq { get; init; }
        public string? Name { get; init; }
    }

    private sealed record Said
    {
        public Guid Thread { get; init; }
        public string Body { get; init; } = "";
    }
}
