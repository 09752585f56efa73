using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>
/// Which pages are related to a page, looked for soon after it was published or reworded and kept in <c>related_pages</c>, so that showing a page only reads them.
/// A new page is put into the lists of those it is related to as well. No news in the outbox: an import of a hundred thousand pages would stand there before every question.
/// </summary>
public sealed class RelatedPages(Db db, EditionStore editions, SimilarPages similar, TimeProvider clock) : IChore
{
    /// <summary>Shown on a page.</summary>
    public const int Most = 6;

    private const int AtOnce = 50, MostOfTurn = 1_000;

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run()
    {
        for (var done = 0; done < MostOfTurn; done += AtOnce)
        {
            var fresh = await db.Query<Guid>("select page from search_pages where related_at is null order by doc limit @AtOnce", new { AtOnce });
            foreach (var page in fresh) await Relate(page);
            if (fresh.Count < AtOnce) return;
        }
    }

    private async Task Relate(Guid id)
    {
        var found = await editions.Find(id) is { } page ? await similar.Find(page.Site, $"{page.Title}\n{page.Question}", page.Language, Most, but: id) : [];
        await db.Write<Done>(async tx =>
        {
            await tx.Execute("update search_pages set related_at = @now where page = @id", new { id, now = clock.NowMs() });
            await tx.Execute("delete from related_pages where page = @id", new { id });
            foreach (var one in found)
            {
                var likeness = (long)Math.Round(1_000 * one.Sureness);
                // What is withdrawn at this very moment has no row in the index any more.
                await tx.Execute(Insert, new { page = id, other = one.Page.Id, likeness });
                await tx.Execute(Insert, new { page = one.Page.Id, other = id, likeness });
                await tx.Execute(Shorten, new { page = one.Page.Id, Most });
            }
            return Done.It;
        });
    }

    private const string Insert =
        """
        insert into related_pages (page, other, likeness)
        select a.page, b.page, @likeness from search_pages a, search_pages b where a.page = @page and b.page = @other
        on conflict (page, other) do update set likeness = excluded.likeness
        """;

    private const string Shorten =
        """
        delete from related_pages where page = @page and other not in
            (select other from (select other from related_pages where page = @page order by likeness desc, other limit @Most) best)
        """;
}
