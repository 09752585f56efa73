using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>
/// Pages that were published before there was an index, or read by a program of another version, are brought into it. Once all were looked at it begins again
/// after a while: while two versions run, the other one goes on writing as it does.
/// </summary>
public sealed class IndexOldPages(Db db, PageIndex index, TimeProvider clock) : IChore
{
    // One transaction for so many: the longest have thousands of words each, and where the database has one writer all others wait for it.
    private const int AtOnce = 10, LookedAtOnce = 500, MostOfTurn = 2_000, MostLooks = 20;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private Guid _after = Guid.Empty;
    private long? _rests;

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public Task Run() => Run(CancellationToken.None);

    public async Task Run(CancellationToken stop)
    {
        if (_rests is { } since && clock.GetElapsedTime(since) < Rest) return;
        _rests = null;
        var (read, looks) = (0, 0);
        while (read < MostOfTurn && looks++ < MostLooks && _rests is null && !stop.IsCancellationRequested)
        {
            var pages = await db.Query<Looked>(
                """
                select p.id, (select count(*) from search_pages s where s.page = p.id and s.version = @Version) as is_read from pages p
                where p.id > @after and p.state = 'published' and p.hidden_at is null order by p.id limit @LookedAtOnce
                """,
                new { after = _after, PageVector.Version, LookedAtOnce });
            foreach (var old in pages.Where(page => page.IsRead == 0).Select(page => page.Id).Chunk(AtOnce))
            {
                if (stop.IsCancellationRequested || !await Read(old)) return;
                (_after, read) = (old[^1], read + old.Length);
            }
            if (pages.Count == LookedAtOnce) _after = pages[^1].Id;
            else (_after, _rests) = (Guid.Empty, clock.GetTimestamp());
        }
    }

    private async Task<bool> Read(IReadOnlyList<Guid> pages) => (await db.Write<Done>(async tx =>
    {
        foreach (var page in pages) await index.Changed(tx, page);
        return Done.It;
    })).Refusal is null;

    private sealed record Looked
    {
        public Guid Id { get; init; }
        public long IsRead { get; init; }
    }
}
