using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>
/// Which pages are related to a page, looked for soon after it was published or reworded and kept in <c>related_pages</c>, so that showing a page only reads them.
/// A new page is put into the lists of those it is related to as well. What changes leaves all lists, which are looked at again; so what stands in a list is true and is only added to. No news in the outbox: an import of a hundred thousand pages would stand there before every question.
/// </summary>
public sealed class RelatedPages(Db db, EditionStore editions, SimilarPages similar, TimeProvider clock) : IChore
{
    /// <summary>Shown on a page.</summary>
    public const int Most = 6;

    // Not all of its time: after an import of a hundred thousand pages others want the database too.
    private const int AtOnce = 50, LongestTurnMs = 2_000;

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run()
    {
        for (var until = clock.NowMs() + LongestTurnMs; ;)
        {
            var fresh = await db.Query<Guid>("select page from search_pages where related_at is null order by doc limit @AtOnce", new { AtOnce });
            foreach (var page in fresh) await Relate(page);
            if (fresh.Count < AtOnce || clock.NowMs() >= until) return;
        }
    }

    private async Task Relate(Guid id)
    {
        var found = await editions.Find(id) is { } page ? await similar.Find(page.Site, $"{page.Title}\n{page.Question}", page.Language, Most, but: id) : [];
        var others = found.Select(one => (Id: one.Page.Id, Likeness: (long)Math.Round(1_000 * one.Sureness))).ToList();
        var both = others.Select(one => (Page: id, Other: one.Id, one.Likeness)).Concat(others.Select(one => (Page: one.Id, Other: id, one.Likeness))).OrderBy(row => row.Page).ToList();
        var self = new Rows("s", ("page", new[] { id }), ("now", new[] { clock.NowMs() }));
        var rows = new Rows("r", ("page", both.Select(row => row.Page).ToArray()), ("other", both.Select(row => row.Other).ToArray()), ("likeness", both.Select(row => row.Likeness).ToArray()));
        await db.Write<Done>(async tx =>
        {
            await tx.Run(new RowStatement($"update search_pages set related_at = s.now from {tx.Dialect.Table(self)} where search_pages.page = s.page", self));
            if (rows.Count > 0) await tx.Run(Insert(tx.Dialect, rows), Shorten(tx.Dialect, rows));
            return Done.It;
        });
    }

    // What is withdrawn at this very moment has no row in the index any more.
    private static RowStatement Insert(SqlDialect dialect, Rows rows) => new(
        $"""
        insert into related_pages (page, other, likeness)
        select r.page, r.other, r.likeness from {dialect.Table(rows)} join search_pages a on a.page = r.page join search_pages b on b.page = r.other where true
        on conflict (page, other) do update set likeness = excluded.likeness
        """,
        rows);

    private static RowStatement Shorten(SqlDialect dialect, Rows rows) => new(
        $"""
        delete from related_pages where page in (select r.page from {dialect.Table(rows)}) and
            (select count(*) from related_pages better where better.page = related_pages.page
                and (better.likeness > related_pages.likeness or (better.likeness = related_pages.likeness and better.other < related_pages.other))) >= {Most}
        """,
        rows);
}
