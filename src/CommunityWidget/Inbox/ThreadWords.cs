using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>Keeps the words of threads as they stand now, in place of those kept before.</summary>
public sealed class ThreadWords
{
    /// <summary>For one reader at a time: two would give out the same numbers.</summary>
    public async Task Read(Tx tx, IReadOnlyList<Guid> ids)
    {
        var threads = (await tx.Query<ReadThread>(
            $"select t.id, t.site, t.public_id, t.last_seq, t.retention, v.name from threads t left join visitors v on v.id = t.visitor where {tx.Dialect.In("t.id", "@ids")}", new { ids })).ToDictionary(t => t.Id);
        var said = (await tx.Query<Said>(
            $"select thread, body from events where {tx.Dialect.In("thread", "@ids")} and kind in ('message', 'note') and body is not null",
            new { ids })).ToLookup(e => e.Thread, e => e.Body);
        // What was had elsewhere is not what happened last, whenever it is read: its numbers go down from nought.
        var lowest = threads.Values.Any(t => t.IsArchived) ? Math.Min(0, await tx.Find<long>("select coalesce(min(id), 0) from thread_docs")) : 0;
        foreach (var thread in ids.Where(threads.ContainsKey).Select(id => threads[id]))
        {
            var mark = Mark(thread.Site);
            var words = said[thread.Id].Append(thread.Name ?? "").Append(thread.PublicId).SelectMany(SearchWords.Of).ToHashSet();
            long? number = thread.IsArchived ? --lowest : null;
            await tx.Execute(
                tx.Dialect.Search.Keep, new { thread = thread.Id, site = thread.Site, seq = thread.LastSeq, words = tx.Dialect.Search.Words(words, mark), mark, number });
        }
    }

    /// <summary>What marks a site's words where its words are all that is looked at.</summary>
    public static string Mark(Guid site) => site.ToString("N");

    private sealed record ReadThread
    {
        public Guid Id { get; init; }
        public Guid Site { get; init; }
        public string PublicId { get; init; } = "";
        public long LastSeq { get; init; }
        public string? Retention { get; init; }
        public string? Name { get; init; }

        public bool IsArchived => Retention == ArchivedThreads.Retention;
    }

    private sealed record Said
    {
        public Guid Thread { get; init; }
        public string Body { get; init; } = "";
    }
}
