using System.Globalization;

namespace CommunityWidget.Numbers.Reports;

/// <summary>What visitors wrote with their stars, page by page.</summary>
public sealed class ReadWords(ReportStore store)
{
    public const int OnePage = 20, OneFile = 5_000;

    /// <param name="older">The mark of the page before; anything else begins at the newest.</param>
    public async Task<WordsPage> Page(Guid site, Span span, ReportFilter filter, string? older)
    {
        var rows = await store.Words(site, span, filter, Read(older), OnePage + 1);
        return new([.. rows.Take(OnePage)], rows.Count > OnePage ? Mark(rows[OnePage - 1]) : null);
    }

    /// <summary>For a file: the newest thousands.</summary>
    public Task<IReadOnlyList<SaidRow>> All(Guid site, Span span, ReportFilter filter) => store.Words(site, span, filter, SaidMark.Newest, OneFile);

    private static string Mark(SaidRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.AskedAt}.{row.Thread:N}");

    private static SaidMark Read(string? mark) =>
        (mark ?? "").Split('.') is [var at, var thread] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var askedAt) && Guid.TryParseExact(thread, "N", out var id)
            ? new(askedAt, id)
            : SaidMark.Newest;
}

/// <param name="Rows">The newest question first.</param>
/// <param name="Older">Where it goes on; null at the end.</param>
public sealed record WordsPage(IReadOnlyList<SaidRow> Rows, string? Older)
{
    public static readonly WordsPage None = new([], null);
}
