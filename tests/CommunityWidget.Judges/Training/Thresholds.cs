using System.Globalization;
using CommunityWidget.Judges.Scoring;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>
/// The thresholds of one language: the best mean over its sets, on rows that the model scoring them did not see, as long as what people ask in shops
/// gets through, in each of its sets. What is best is how far macro F1 and balanced accuracy are ahead of the best floor on the same rows, where far
/// ahead counts less than to be ahead at all: by the F1 of the bad rows alone, a set of mostly bad ones would ask for everything to be held.
/// </summary>
internal static class Thresholds
{
    // Less than the product may hold, with the reserve taken off before it is counted: other shops hear other things.
    private const double MostGoodHeld = 0.002;

    // So far ahead of a floor that other rows will hardly turn it round, and what is further ahead counts so much of itself; and how much more it counts to be behind.
    private const double Enough = 0.03, Beyond = 0.2, Behind = 4;

    // Below these even few rows of what must pass say nothing: the sets of them are calmer than people are.
    private const int LeastBeside = 34, LeastAlone = 42, Most = 98, Apart = 2;

    // Who wrote what must pass did not write what customers will.
    private const float Reserve = 0.04f, ReserveOfTalk = 1;

    private static readonly float[] Starts = [2, 1, 0, -1, -2, -3, -4], Slopes = [0, 0.1f, 0.2f, 0.35f, 0.5f, 0.75f, 1, 1.5f], SlopesOfGroup = [0, 0.2f, 0.5f, 1];

    /// <param name="language">Which.</param>
    /// <param name="bad">Sets of insults: their rows, each scored by a model that did not see it.</param>
    /// <param name="good">What must pass, scored by the model that will be shipped, which never saw it.</param>
    public static TextModel.Bounds Choose(string language, IReadOnlyList<ScoredSet> bad, IReadOnlyList<ScoredSet> good)
    {
        var fine = good.Select(set => set with { Rows = [.. set.Rows.Where(row => !row.IsSure)] }).ToList();
        var most = fine.Select((set, i) => MostHeld(good[i].Rows.Count)).ToArray();
        var (best, chosen) = (double.MinValue, new TextModel.Bounds(0.9f, 0.9f));
        foreach (var start in Starts)
        {
            foreach (var ofGroup in SlopesOfGroup)
            {
                var (beside, alone) = (Options(true, LeastBeside, start, ofGroup, bad, fine, most), Options(false, LeastAlone, start, ofGroup, bad, fine, most));
                foreach (var one in beside)
                {
                    foreach (var other in alone)
                    {
                        if (Fits(one.Good, other.Good, most) && Mean(bad, one.Bad, other.Bad) is var mean && mean > best)
                            (best, chosen) = (mean, new(one.Bound, other.Bound, start, one.Slope, other.Slope, ofGroup));
                    }
                }
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: {best:0.0000} ahead of the floors at {chosen} on {bad.Sum(set => set.Rows.Count)} rows unseen"));
        foreach (var set in bad)
        {
            var tally = new Tally();
            foreach (var row in set.Rows) tally.Count(row.IsBad, row.IsHeld(chosen));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {set.Name}: {tally}, of the best floor macro {set.Bar.Macro:0.000} balanced {set.Bar.Balanced:0.000}"));
        }
        foreach (var set in fine) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {set.Name}: held of {set.Rows.Count} that must pass {100.0 * set.Rows.Count(row => row.IsHeld(chosen)) / Math.Max(1, set.Rows.Count):0.00} %"));
        return chosen;
    }

    // Rows beside a list's find and rows alone do not meet: each side is counted once for each of its bounds, and any two are added up.
    private static List<Option> Options(bool isClue, int least, float start, float ofGroup, IReadOnlyList<ScoredSet> bad, List<ScoredSet> fine, double[] most)
    {
        var (mine, passing) = (Of(bad, isClue), Of(fine, isClue));
        var all = new List<Option>();
        foreach (var slope in Slopes)
        {
            for (var percent = least; percent <= Most; percent += Apart)
            {
                var bound = percent / 100f;
                var bounds = new TextModel.Bounds(bound, bound, start, slope, slope, ofGroup);
                var laxer = bounds with { Start = slope + ofGroup > 0 ? start + ReserveOfTalk : start, Beside = bound - Reserve, Alone = bound - Reserve };
                var held = Counts(passing, _ => true, laxer);
                if (Fits(held, new int[held.Length], most)) all.Add(new(bound, slope, [Counts(mine, row => row.IsBad, bounds), Counts(mine, row => !row.IsBad, bounds)], held));
            }
        }
        return all;
    }

    private static ScoredRow[][] Of(IEnumerable<ScoredSet> sets, bool isClue) => [.. sets.Select(set => set.Rows.Where(row => row.IsClue == isClue).ToArray())];

    private static int[] Counts(ScoredRow[][] sets, Func<ScoredRow, bool> counts, TextModel.Bounds bounds) => [.. sets.Select(rows => rows.Count(row => counts(row) && row.IsHeld(bounds)))];

    private static bool Fits(int[] one, int[] other, double[] most)
    {
        for (var i = 0; i < most.Length; i++)
        {
            if (one[i] + other[i] > most[i]) return false;
        }
        return true;
    }

    private static double Mean(IReadOnlyList<ScoredSet> sets, int[][] one, int[][] other)
    {
        var sum = 0.0;
        for (var i = 0; i < sets.Count; i++) sum += Worth(sets[i].Bar, Tally.Of(one[0][i] + other[0][i], sets[i].Bad, one[1][i] + other[1][i], sets[i].Rows.Count));
        return sum / sets.Count;
    }

    private static double Worth(Bar bar, Tally tally) => (Ahead(tally.Macro - bar.Macro) + Ahead(tally.Balanced - bar.Balanced)) / 2;

    private static double Ahead(double by) => by < 0 ? Behind * by : by < Enough ? by : Enough + (Beyond * (by - Enough));

    // One or two of a small set, with the reserve taken off, are an accident.
    private static double MostHeld(int rows) => Math.Max(2.5, MostGoodHeld * rows);

    private sealed record Option(float Bound, float Slope, int[][] Bad, int[] Good);
}
