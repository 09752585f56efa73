using System.Globalization;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers in a row: sizes, months and chapters that rise by a little each, or measures that are all round. No telephone.</summary>
internal static class RisingRows
{
    private const int MostStep = 20, StepOfPairs = 12, StepOfSizes = 6, StepOfModels = 3, Fewest = 3, Pairs = 4, FrenchPairs = 5, Longest = 4;

    private static readonly HashSet<string> At = ["au", "at"];

    // What is in such rows.
    private static readonly HashSet<string> InRows =
        ["size", "sizes", "taille", "tailles", "pointure", "pointures", "tome", "tomes", "chapitre", "chapitres", "saison", "saisons", "volume", "volumes", "department", "departments", "departement", "departements"];

    /// <param name="text">Where they stand.</param>
    /// <param name="starts">Where each of them begins.</param>
    /// <param name="ends">Where it ends.</param>
    public static bool Are(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        var before = -1;
        for (var i = 0; i < starts.Length; i++)
        {
            if (ends[i] - starts[i] > Longest || !int.TryParse(text.AsSpan(starts[i], ends[i] - starts[i]), out var number)) return false;
            if (before >= 0 && (number <= before || number > before + MostStep)) return false;
            before = number;
        }
        return true;
    }

    /// <summary>Whether some groups are one, or all of them are that stand together, where nobody speaks of a telephone.</summary>
    public static bool IsRow(string text, in DigitRun run, int from, int to) =>
        !IsFrench(text, run, from, to) && (AreRising(run, from, to, Step(run, from, to)) || AreRising(run, 0, run.Count, Step(run, 0, run.Count)) || AreRound(run, from, to));

    /// <summary>"36-38-40-42", and nothing else: what somebody answers who was asked for sizes. What begins with 0 is a telephone.</summary>
    public static bool AreSizes(in DigitRun run) => run.Count >= Pairs && run[0][0] != '0' && AreRising(run, 0, run.Count, StepOfSizes);

    /// <summary>Whether all of them count up by so little that they are none even where a telephone is spoken of.</summary>
    public static bool IsCount(in DigitRun run) => run[0][0] != '0' && AreRising(run, 0, run.Count, StepOfModels);

    // Four pairs are telephones of some countries too, and five of which the first begins with 0 are France's: those that rise do so by more.
    private static int Step(in DigitRun run, int from, int to) => IsPairs(run, from, to) ? StepOfSizes : to - from == Pairs || run[from][0] == '0' ? StepOfPairs : MostStep;

    private static bool IsPairs(in DigitRun run, int from, int to) => to - from == FrenchPairs && run[from][0] == '0' && run.DigitsIn(from, to) == 2 * FrenchPairs;

    // "Jeanne, 06.08.10.12.14", "au 06 08 10 12 14", "Voici : 06 08 10 12 14"; behind more than one of something, "modèles :", or where sizes and chapters are spoken of, they are those.
    private static bool IsFrench(string text, in DigitRun run, int from, int to)
    {
        if (!IsPairs(run, from, to)) return false;
        var before = text.AsSpan(0, run.StartOf(from)).TrimEnd(' ');
        if (Cues.Before(text, run.StartOf(from), At, words: 1)) return true;
        if (Cues.Before(text, run.StartOf(from), InRows)) return false;
        if (run.Between(from) is '.' or '-') return true;
        return before.EndsWith(":") && !before[..^1].TrimEnd(" \u00a0").EndsWith("s", StringComparison.OrdinalIgnoreCase);
    }

    private static bool AreRising(in DigitRun run, int from, int to, int most)
    {
        var before = -1;
        for (var i = from; i < to; i++)
        {
            if (run.LengthOf(i) > Longest) return false;
            var number = int.Parse(run[i], CultureInfo.InvariantCulture);
            if (before >= 0 && (number <= before || number > before + most)) return false;
            before = number;
        }
        return to - from >= Fewest;
    }

    // "160 200 140"
    private static bool AreRound(in DigitRun run, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (run.LengthOf(i) >= Longest || run[i][0] == '0' || run[i][^1] != '0') return false;
        }
        return to - from >= Fewest;
    }
}
