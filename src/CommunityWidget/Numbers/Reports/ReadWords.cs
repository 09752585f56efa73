namespace CommunityWidget.Numbers.Reports;

/// <summary>What visitors wrote with their stars, page by page.</summary>
public sealed class ReadWords(ReportStore store)
{
    public const int OnePage = 20, OneFile = 5_000;

    /// <param name="older">The mark of the page before; anything else begins at the newest.</param>
    public async Task<WordsPage> Page(Guid site, Span span, ReportFilter filter, string? older)
    {
        var rows = await store.Words(site, span, filter, PageMark.Read(older), OnePage + 1);
        return new([.. rows.Take(OnePage)], rows.Count > OnePage ? new PageMark(rows[OnePage - 1].AskedAt, rows[OnePage - 1].Thread).ToString() : null);
    }

    /// <summary>For a file: the newest thousands.</summary>
    public Task<IReadOnlyList<SaidRow>> All(Guid site, Span span, ReportFilter filter) => store.Words(site, span, filter, PageMark.Newest, OneFile);
}

/// <param name="Rows">The newest question first.</param>
/// <param name="Older">Where it goes on; null at the end.</param>
public sealed record WordsPage(IReadOnlyList<SaidRow> Rows, string? Older)
{
    public static readonly WordsPage None = new([], null);
}
