namespace CommunityWidget.Numbers.Reports;

/// <summary>What visitors wrote with their stars, page by page.</summary>
public sealed class ReadWords(ReportStore store)
{
    public const int OnePage = 20, AtOnce = 5_000;

    /// <param name="older">The mark of the page before; anything else begins at the newest.</param>
    public async Task<WordsPage> Page(Guid site, Span span, ReportFilter filter, string? older)
    {
        var rows = await store.Words(site, span, filter, PageMark.Read(older), OnePage + 1);
        return new([.. rows.Take(OnePage)], rows.Count > OnePage ? new PageMark(rows[OnePage - 1].AskedAt, rows[OnePage - 1].Thread).ToString() : null);
    }

    /// <summary>All of them for a file, however many there are, some thousand at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<SaidRow>> All(Guid site, Span span, ReportFilter filter, int atOnce = AtOnce)
    {
        for (var mark = PageMark.Newest; mark is not null;)
        {
            var rows = await store.Words(site, span, filter, mark, atOnce);
            yield return rows;
            mark = rows.Count == atOnce ? new(rows[^1].AskedAt, rows[^1].Thread) : null;
        }
    }
}

/// <param name="Rows">The newest question first.</param>
/// <param name="Older">Where it goes on; null at the end.</param>
public sealed record WordsPage(IReadOnlyList<SaidRow> Rows, string? Older)
{
    public static readonly WordsPage None = new([], null);
}
