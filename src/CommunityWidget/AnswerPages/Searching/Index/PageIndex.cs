using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>Keeps the index as the pages are, in the transaction that changes them.</summary>
public sealed class PageIndex : IPageListener
{
    public async Task Changed(Tx tx, Guid page)
    {
        var seen = await tx.Find<Edition>("select * from pages where id = @page", new { page });
        var kept = await tx.Find<Kept>("select vector, space, version from search_pages where page = @page", new { page });
        if (seen is not { IsPublic: true })
        {
            if (kept is not null) await Forget(tx, page);
            return;
        }
        var read = Read(seen, await tx.Query<string>("select body from answers where page = @page order by position", new { page }));
        if (kept is not null && kept.Version >= (read.IsForAll ? PageVector.ShortAlikeSince : PageVector.AlikeSince) && kept.Space == read.Space.Number && kept.Vector.AsSpan().SequenceEqual(read.Vector.Pack()))
        {
            if (kept.Version != PageVector.Version) await tx.Execute("update search_pages set version = @Version where page = @page", new { PageVector.Version, page });
            return;
        }
        if (kept is not null) await Forget(tx, page);
        await KeepWords.Run(tx, read.Space, [read]);
    }

    // Whatever they are many of is read side by side and written in as few goes as for one.
    public async Task Came(Tx tx, IReadOnlyList<Guid> pages)
    {
        if (pages.Count == 0) return;
        var ids = pages.ToArray();
        var seen = await tx.Query<Edition>($"select * from pages where {tx.Dialect.In("id", "@ids")}", new { ids });
        var answers = (await tx.Query<AnswerText>($"select page, body from answers where {tx.Dialect.In("page", "@ids")} order by page, position", new { ids })).ToLookup(one => one.Page, one => one.Body);
        var read = seen.Where(page => page.IsPublic).AsParallel().AsOrdered().Select(page => Read(page, [.. answers[page.Id]])).ToList();
        // Always in this order: whoever has a space is alone with its words.
        foreach (var space in read.GroupBy(page => page.Space).OrderBy(space => space.Key.Number)) await KeepWords.Run(tx, space.Key, [.. space]);
    }

    public static async Task Forget(Tx tx, Guid page)
    {
        foreach (var sql in IndexSql.ForgetPage) await tx.Execute(sql, new { page });
    }

    private static PageWords Read(Edition page, IReadOnlyCollection<string> answers)
    {
        var asked = Features.Joined(Features.Read($"{page.Title}\n{page.ProductName}", page.Language), Features.Read(page.Question, page.Language));
        var answered = Features.Read(string.Join('\n', answers), page.Language);
        return new(
            page.Id,
            Space.Of(page.Site, page.Language),
            // A headline is one where more stands below it.
            Features.Read(page.SaysMore ? page.Title : "", page.Language),
            asked,
            answered,
            SoughtWords.Of(page, answers, asked, answered));
    }

    private sealed record Kept
    {
        public byte[] Vector { get; init; } = [];
        public long Space { get; init; }
        public long Version { get; init; }
    }

    private sealed record AnswerText
    {
        public Guid Page { get; init; }
        public string Body { get; init; } = "";
    }
}
