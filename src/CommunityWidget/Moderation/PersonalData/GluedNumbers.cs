namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers with a word written on to them: "Tel0612345678", "Visa4111111111111111", "0612345678merci". A model has letters before its digits too.</summary>
internal static class GluedNumbers
{
    private const int FewestSaid = 8, Telephone = 10, ShortestWord = 3;

    // Whose number follows, or that one does.
    private static readonly HashSet<string> Leading = ["au", "le", "moi", "num", "numero", "number", "at", "on", "me"];

    private static readonly HashSet<string> Counted = ["min", "mins", "sec", "secs", "hrs", "yrs", "pcs", "ans", "mois", "jours", "days", "hours", "weeks", "pack", "packs", "deg", "amp", "amps", "way", "gal", "gals", "cup", "cups", "mph", "pin", "ply"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CountedLookup = Counted.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when a number begins at a place although a letter stands before it.</summary>
    public static bool Begins(string text, int at, Finds found)
    {
        if (!char.IsLetter(text[at - 1])) return false;
        var run = DigitRun.Read(text, at);
        found.Steps += run.End - at;
        if (IpAddresses.IsGlued(text, run)) return true;
        if (run.Digits < FewestSaid) return false;
        if (Cues.Before(text, at, Cues.Phone, words: 1)) return true;
        if (run.Digits == Telephone && run[0][0] == '0') return Cues.Before(text, at, Leading, words: 1);
        Span<char> digits = stackalloc char[DigitRun.MostDigits];
        return Cues.Before(text, at, Cues.Card, words: 1) && run.IsEven(0, run.Count) && CardNumbers.IsCard(run.Join(0, run.Count, digits), isSaid: true);
    }

    /// <summary>True when a word stands right behind a place, and counts nothing.</summary>
    public static bool WordFollows(string text, int end)
    {
        var last = end;
        while (last < text.Length && last - end < 16 && char.IsLower(text[last])) last++;
        return last - end >= ShortestWord && (last == text.Length || !char.IsLetterOrDigit(text[last])) && !Units.Follow(text, end) && !CountedLookup.Contains(text.AsSpan(end, last - end));
    }

    /// <summary>True when a word may be cut off behind so many digits: those of a telephone with its zero, or with what says that it is one.</summary>
    public static bool MayEnd(in DigitRun run, int from, int all, bool isSaid) => all >= Telephone && (isSaid || (all == Telephone && run[from] is ['0', not '0', ..]));
}
