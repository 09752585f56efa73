using System.Globalization;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Texts;

namespace CommunityWidget.Numbers.Tables;

/// <summary>The visitors' words as a file.</summary>
public sealed class WordsTable(NumbersTexts n, SiteTime time)
{
    public const string Id = "words";

    public NumbersTable Of(IEnumerable<SaidRow> rows) => new(
        Id, n.WordsTitle, [new(n.WhenHead), new(n.StarsHead), new(n.WordsHead), new(n.QuestionHead)],
        [.. rows.Select(row => (IReadOnlyList<Cell>)[Day(row), new($"{row.Stars}", row.Stars), new(row.Words, row.Words), new(row.PublicId, row.PublicId)])]);

    private Cell Day(SaidRow row)
    {
        var day = time.DayOf(row.AskedAt);
        return new(n.Day(day), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
