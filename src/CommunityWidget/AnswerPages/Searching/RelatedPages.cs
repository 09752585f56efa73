using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>
/// Which pages are related to a page, looked for when it is published or reworded and kept in <c>related_pages</c>, so that showing a page only reads them.
/// A new page is put into the lists of those it is related to as well.
/// </summary>
public sealed class RelatedPages(Db db, EditionStore editions, SimilarPages similar) : IOutboxHandler
{
    /// <summary>Shown on a page.</summary>
    public const int Most = 6;

    /// <summary>The related pages of <c>@page</c> that anybody may read, in order.</summary>
    public const string Select =
        """
        select p.* from related_pages r join pages p on p.id = r.other
        where r.page = @page and p.state = 'published' and p.hidden_at is null order by r.likeness desc, r.other limit 6
        """;

    public Task<IReadOnlyList<Edition>> Of(Guid page) => db.Query<Edition>(Select, new { page });

    public bool Wants(string kind) => kind == PageIndex.RelatedNews;

    public async Task Handle(OutboxMessage message)
    {
        if (await editions.PublishedOf(message.Thread) is not { } page) return;
        var found = await similar.Find(page.Site, $"{page.Title}\n{page.Question}", page.Language, Most, but: page.Id);
        await db.Write<Contracts.Done>(async tx =>
        {
            await tx.Execute("delete from related_pages where page = @Id", new { page.Id });
            foreach (var one in found)
            {
                var likeness = (long)Math.Round(1_000 * one.Sureness);
                // What is withdrawn at this very moment has no row in the index any more.
                await tx.Execute(Insert, new { page = page.Id, other = one.Page.Id, likeness });
                await tx.Execute(Insert, new { page = one.Page.Id, other = page.Id, likeness });
                await tx.Execute(Shorten, new { page = one.Page.Id, Most });
            }
            return Contracts.Done.It;
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
