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
    private const float Reserve = 0.04f, ReserveOfTalk = 1;

    private const double Lost = 0.004;

    private static readonly float[] Starts = [1, 0, -1, -2, -3, -4], Slopes = [0, 0.1f, 0.2f, 0.35f, 0.5f, 0.75f, 1, 1.5f, 2.5f];

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
                if (fine.Any(set => IsTooMuch(set.Rows, laxer))) continue;
                var mean = sets.Average(rows => F1(rows, bounds));
                if (mean > best) (best, chosen) = (mean, bounds);
            }
        }
        chosen = Further(chosen, sets, fine, ref best);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: mean F1 {best:0.000} at {chosen} on {sets.Sum(s => s.Count)} rows kept back"));
        foreach (var (name, rows) in fine) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: held of {rows.Count} that must pass {100 * Held(rows, chosen):0.00} %"));
        return chosen;
    }

    // What sounds like no shop may be held for less, as long as hardly anything that must pass is.
    private static TextModel.Bounds Further(TextModel.Bounds first, List<List<Row>> sets, List<(string Name, List<Row> Rows)> fine, ref double best)
    {
        var (chosen, before) = (first, sets.Select(rows => F1(rows, first)).ToList());
        foreach (var start in Starts)
        {
            foreach (var beside in Slopes)
            {
                foreach (var alone in Slopes)
                {
                    foreach (var ofGroup in Slopes)
                    {
                        var bounds = first with { Start = start, SlopeBeside = beside, SlopeAlone = alone, SlopeOfGroup = ofGroup };
                        var each = sets.Select(rows => F1(rows, bounds)).ToList();
                        // Some sets must not pay for others.
                        if (each.Average() is var mean && (mean <= best || each.Zip(before).Any(set => set.First < set.Second - Lost))) continue;
                        var laxer = bounds with { Start = start + ReserveOfTalk, Beside = first.Beside - Reserve, Alone = first.Alone - Reserve };
                        if (fine.Any(set => IsTooMuch(set.Rows, laxer))) continue;
                        (best, chosen) = (mean, bounds);
                    }
                }
            }
        }
        return chosen;
    }

    // What the lists are sure of is theirs to answer for.
    private static double Held(IReadOnlyList<Row> rows, TextModel.Bounds bounds) => rows.Count == 0 ? 0 : (double)rows.Count(row => !row.IsSure && row.IsHeld(bounds)) / rows.Count;

    // One or two of a small set, with the reserve taken off, are an accident.
    private static bool IsTooMuch(IReadOnlyList<Row> rows, TextModel.Bounds bounds) => Held(rows, bounds) * rows.Count > Math.Max(2.5, MostGoodHeld * rows.Count);

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
        var (score, talk) = model.Of(text, clues);
        return new Row(row.IsBad, clues.IsSure || clues.AgainstGroup, clues.IsClue, clues.OfGroup, text.Count, score, talk);
    })];

    private sealed record Row(bool IsBad, bool IsSure, bool IsClue, bool OfGroup, int Words, float Score, float ShopTalk)
    {
        public bool IsHeld(TextModel.Bounds bounds) => IsSure || Score >= bounds.Of(IsClue, OfGroup, Words, ShopTalk);
    }
}
