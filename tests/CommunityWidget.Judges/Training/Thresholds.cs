using System.Globalization;
using CommunityWidget.Judges.Scoring;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>The thresholds of one language: the best mean over its sets on rows kept back, as long as what people ask in shops gets through, in each of its sets.</summary>
internal static class Thresholds
{
    private const double MostGoodHeld = 0.002;

    // Below these even few rows of what must pass say nothing: the sets of them are calmer than people are.
    private const int LeastBeside = 34, LeastAlone = 50, Most = 98;

    // Who wrote what must pass did not write what customers will.
    private const float Reserve = 0.04f;

    public static TextModel.Bounds Choose(string language, TextModel model, IReadOnlyList<TextSet> bad, IReadOnlyList<TextSet> good)
    {
        var sets = bad.Where(set => set.MayTrain && set.Language == language).Select(set => Scored(set.Choose, language, model)).Where(rows => rows.Count > 0).ToList();
        var fine = good.Where(set => set.Language == language).Select(set => (set.Name, Rows: Scored(set.Rows, language, model))).ToList();
        var (best, chosen) = (-1.0, new TextModel.Bounds(0.9f, 0.9f));
        for (var beside = LeastBeside; beside <= Most; beside += 2)
        {
            for (var alone = LeastAlone; alone <= Most; alone += 2)
            {
                var (bounds, laxer) = (new TextModel.Bounds(beside / 100f, alone / 100f), new TextModel.Bounds((beside / 100f) - Reserve, (alone / 100f) - Reserve));
                if (fine.Any(set => Held(set.Rows, laxer) > MostGoodHeld)) continue;
                var mean = sets.Average(rows => F1(rows, bounds));
                if (mean > best) (best, chosen) = (mean, bounds);
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: mean F1 {best:0.000} at {chosen.Beside:0.00} and {chosen.Alone:0.00} on {sets.Sum(s => s.Count)} rows kept back"));
        foreach (var (name, rows) in fine) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: held of {rows.Count} that must pass {100 * Held(rows, chosen):0.00} %"));
        return chosen;
    }

    // What the lists are sure of is theirs to answer for.
    private static double Held(IReadOnlyList<Row> rows, TextModel.Bounds bounds) => rows.Count == 0 ? 0 : (double)rows.Count(row => !row.IsSure && row.IsHeld(bounds)) / rows.Count;

    private static double F1(IReadOnlyList<Row> rows, TextModel.Bounds bounds)
    {
        var tally = new Tally();
        foreach (var row in rows) tally.Count(row.IsBad, row.IsHeld(bounds));
        return tally.F1;
    }

    private static List<Row> Scored(IEnumerable<LabelledText> rows, string language, TextModel model) => [.. rows.Select(row =>
    {
        using var text = new ReadText(row.Text);
        var steps = 0;
        var clues = Clues.Of(text, Tongue.Of(text, language), ref steps);
        return new Row(row.IsBad, clues.IsSure || clues.AgainstGroup, clues.IsClue, text.Count, model.Of(text, clues));
    })];

    private sealed record Row(bool IsBad, bool IsSure, bool IsClue, int Words, float Score)
    {
        public bool IsHeld(TextModel.Bounds bounds) => IsSure || Score >= (IsClue ? bounds.Beside : bounds.AloneIn(Words));
    }
}
