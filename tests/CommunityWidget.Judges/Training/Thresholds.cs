using System.Globalization;
using CommunityWidget.Judges.Scoring;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>One threshold for each language: the best mean over its sets, as long as what people ask in shops gets through.</summary>
internal static class Thresholds
{
    private const double MostGoodHeld = 0.0012;


    public static float Choose(string language, TextModel model, IReadOnlyList<TextSet> bad, IReadOnlyList<TextSet> good)
    {
        var sets = bad.Where(set => set.MayTrain && set.Language == language).Select(set => Scored(set.Choose, language, model)).Where(rows => rows.Count > 0).ToList();
        var fine = good.Where(set => set.Language == language).SelectMany(set => Scored(set.Rows, language, model)).ToList();
        var (best, chosen) = (-1.0, 0.9f);
        // Below this even few rows of what must pass say nothing.
        for (var percent = 40; percent <= 98; percent++)
        {
            var threshold = percent / 100f;
            var held = fine.Count == 0 ? 0 : (double)fine.Count(row => row.Score >= threshold) / fine.Count;
            if (held > MostGoodHeld) continue;
            var mean = sets.Average(rows => F1(rows, threshold));
            if (mean > best) (best, chosen) = (mean, threshold);
        }
        foreach (var percent in new[] { 30, 40, 50, 60, 70, 80, 90, 95 })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {language} {percent} %: mean F1 {sets.Average(rows => F1(rows, percent / 100f)):0.000}, held of what must pass {100.0 * fine.Count(row => row.Score >= percent / 100f) / Math.Max(1, fine.Count):0.00} %"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: mean F1 {best:0.000} at {chosen:0.00} on {sets.Sum(s => s.Count)} rows kept back, {fine.Count} of what must pass"));
        return chosen;
    }

    private static double F1(IReadOnlyList<(bool IsBad, bool IsSure, float Score)> rows, float threshold)
    {
        var tally = new Tally();
        foreach (var row in rows) tally.Count(row.IsBad, row.IsSure || row.Score >= threshold);
        return tally.F1;
    }

    private static List<(bool IsBad, bool IsSure, float Score)> Scored(IEnumerable<LabelledText> rows, string language, TextModel model) => [.. rows.Select(row =>
    {
        using var text = new ReadText(row.Text);
        var steps = 0;
        var clues = Clues.Of(text, Lexicon.Of(Tongue.Of(text, language)), ref steps);
        return (row.IsBad, clues.IsSure || clues.AgainstGroup, model.Of(text, clues));
    })];
}
