using System.Globalization;
using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Judges.Training;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Scoring;

/// <summary>
/// Every row of a set that may train, once, each judged by a model that did not see it: what the few hundred rows of a test say by chance is
/// seen beside it.
/// </summary>
internal static class ScoreCrossed
{
    public static void Run(DataFolder data, TextWriter to)
    {
        var sets = InsultSets.All(data);
        Write([.. sets.Where(set => set.MayTrain && set.Rows.Count > 0)], TextModel.Shipped, TrainModel.Thirds([.. sets, .. TrainModel.Beside(data)]), language => ListFloor.Of(data, language), to);
    }

    /// <param name="sets">Sets that may train.</param>
    /// <param name="shipped">Judges the test rows; its thresholds are everybody's.</param>
    /// <param name="thirds">Each judges the part of the others that it did not see.</param>
    /// <param name="lists">The lists of words of a language.</param>
    /// <param name="to">Takes the table.</param>
    public static void Write(IReadOnlyList<TextSet> sets, TextModel shipped, IReadOnlyList<TextModel> thirds, Func<string, IReadOnlyDictionary<string, ListFloor>> lists, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine("## Every row once");
        to.WriteLine();
        to.WriteLine("Beside the test above, and not instead of it: all rows of the sets that may train, each judged by a model that did not see it. Test rows by the shipped model, the others by the three that are");
        to.WriteLine("each fitted to two thirds of them; naive Bayes the same way; lists saw none. The thresholds were chosen on those others, so they flatter: what this says is how much of a test's figure is the chance of few rows.");
        to.WriteLine("Macro F1 / balanced accuracy; the best in bold.");
        to.WriteLine();
        to.WriteLine("| | rows | bad | shipped | naive Bayes, of this set | word list ldnoobw | word list surge |");
        to.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var set in sets)
        {
            var known = lists(set.Language);
            List<Tally?> all =
            [
                Once(set, Of(shipped), thirds.Select(Of)),
                Once(set, Bayes(set.Train), Enumerable.Range(0, TextSet.Parts).Select(part => Bayes(set.AllBut(part)))),
                .. new[] { "ldnoobw", "surge" }.Select(name => known.TryGetValue(name, out var list) ? Once(set, row => list.IsBad(row.Text), Enumerable.Repeat<Func<LabelledText, bool>>(row => list.IsBad(row.Text), TextSet.Parts)) : null),
            ];
            var (macro, balanced) = (all.Max(tally => tally?.Macro), all.Max(tally => tally?.Balanced));
            to.WriteLine($"| {set.Name} ({set.Language}) | {all[0]!.Rows} | {all[0]!.Bad} | {string.Join(" | ", all.Select(tally => tally is null ? "" : $"{Cell(tally.Macro, macro)} / {Cell(tally.Balanced, balanced)}"))} |");

            Func<LabelledText, bool> Of(TextModel model) => row => ScoredRow.Of(row, set.Language, model).IsHeld(shipped.BoundsOf(set.Language));
        }
    }

    /// <summary>Each row counted once, by who was made of others.</summary>
    public static Tally Once(TextSet set, Func<LabelledText, bool> ofTrain, IEnumerable<Func<LabelledText, bool>> ofOtherParts)
    {
        var tally = new Tally();
        foreach (var row in set.Test) tally.Count(row.IsBad, ofTrain(row));
        foreach (var (part, isBad) in ofOtherParts.Index())
        {
            foreach (var row in set.PartOf(part)) tally.Count(row.IsBad, isBad(row));
        }
        return tally;
    }

    private static Func<LabelledText, bool> Bayes(IEnumerable<LabelledText> rows)
    {
        var floor = new NaiveBayes(rows);
        return row => floor.IsBad(row.Text);
    }

    private static string Cell(double value, double? best)
    {
        var said = value.ToString("0.000", CultureInfo.InvariantCulture);
        return value == best ? $"**{said}**" : said;
    }
}
