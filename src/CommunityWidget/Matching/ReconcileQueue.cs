using CommunityWidget.Database;

namespace CommunityWidget.Matching;

/// <summary>Proves that no waiting question is missing from the queue, and refills it after a start or a loss.</summary>
public sealed class ReconcileQueue(Db db, IMatchQueue queue, TimeProvider clock)
{
    private sealed record Row
    {
        public Guid Id { get; init; }
        public Guid Site { get; init; }
        public long AskedAt { get; init; }
    }

    public async Task Run()
    {
        // Said twice for the index of what is open: every two seconds, beside all that has closed.
        var waiting = await db.Query<Row>("select id, site, asked_at from threads where state = 'waiting' and state <> 'closed' order by asked_at");
        foreach (var site in waiting.GroupBy(t => t.Site))
        {
            var queued = (await queue.Waiting(site.Key)).ToHashSet();
            foreach (var thread in site.Where(t => !queued.Contains(t.Id)))
                await queue.Enqueue(thread.Site, thread.Id, thread.AskedAt, clock.NowMs());
        }
    }
}
