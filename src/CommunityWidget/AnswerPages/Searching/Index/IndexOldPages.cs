using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>Pages that were published before there was an index, or read by an older one, are brought into it; once none is left there is nothing more to do.</summary>
public sealed class IndexOldPages(Db db, PageIndex index) : IChore
{
    private const int AtOnce = 50, MostOfTurn = 2_000;

    private Guid? _after = Guid.Empty;

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public Task Run() => Run(CancellationToken.None);

    public async Task Run(CancellationToken stop)
    {
        for (var done = 0; done < MostOfTurn && !stop.IsCancellationRequested && _after is { } after; done += AtOnce) _after = await Next(after);
    }

    private async Task<Guid?> Next(Guid after)
    {
        var old = await db.Query<Guid>(
            """
            select p.id from pages p where p.id > @after and p.state = 'published' and p.hidden_at is null
                and not exists (select 1 from search_pages s where s.page = p.id and s.version = @Version)
            order by p.id limit @AtOnce
            """,
            new { after, PageVector.Version, AtOnce });
        var written = await db.Write<Done>(async tx =>
        {
            foreach (var page in old) await index.Changed(tx, page);
            return Done.It;
        });
        if (written.Refusal is not null) return after;
        return old.Count < AtOnce ? null : old[^1];
    }
}
