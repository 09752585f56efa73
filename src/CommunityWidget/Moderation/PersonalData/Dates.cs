namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Dates, which have digits enough to be taken for a telephone.</summary>
internal static class Dates
{
    /// <summary>How many groups a date takes that begins with a group; 0 when none does.</summary>
    public static int Length(in DigitRun run, int from)
    {
        if (from + 3 > run.Count || run.StartOf(from + 1) - run.EndOf(from) != 1 || run.StartOf(from + 2) - run.EndOf(from + 1) != 1) return 0;
        if (run.Between(from) is not ('/' or '-' or '.') || run.Between(from + 1) != run.Between(from)) return 0;
        if (from + 3 < run.Count && run.Between(from + 2) == run.Between(from)) return 0;
        return IsOne(run, from) ? 3 : 0;
    }

    /// <summary>The same with spaces: "12 05 2024", and the hour may follow.</summary>
    public static int Spaced(in DigitRun run, int from)
    {
        if (from + 3 > run.Count || !IsGap(run.Between(from)) || !IsGap(run.Between(from + 1)) || (from + 3 < run.Count && run.LengthOf(from + 3) > 2)) return 0;
        return run.LengthOf(from + 1) == 2 && IsOne(run, from) ? 3 : 0;
    }

    private static bool IsGap(char sign) => sign is ' ' or '\u00a0' or '\u202f';

    private static bool IsOne(in DigitRun run, int from)
    {
        // "012 05 1985" is a number of social security.
        if (run.LengthOf(from + 1) > 2 || (run.LengthOf(from) > 2 && run.LengthOf(from + 2) > 2)) return false;
        var (a, b, c) = (Value(run[from]), Value(run[from + 1]), Value(run[from + 2]));
        var yearFirst = run.LengthOf(from) == 4 && a is >= 1900 and <= 2100 && b is >= 1 and <= 12 && c is >= 1 and <= 31;
        var yearLast = run.LengthOf(from + 2) is 4 && c is >= 1900 and <= 2100 && ((a is >= 1 and <= 31 && b is >= 1 and <= 12) || (a is >= 1 and <= 12 && b is >= 1 and <= 31));
        return yearFirst || yearLast;
    }

    private static int Value(ReadOnlySpan<char> digits) => digits.Length <= 4 && int.TryParse(digits, out var value) ? value : -1;
}
