namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Social security numbers: of the United States by their shape, of France by their key.</summary>
internal static class SocialSecurity
{
    public const int FrenchLength = 15, FrenchWithoutKey = 13;

    /// <summary>"078-05-1120": parts that are never given out are none.</summary>
    public static bool IsAmerican(in DigitRun run, int from) =>
        from + 3 <= run.Count && run.LengthOf(from) == 3 && run.LengthOf(from + 1) == 2 && run.LengthOf(from + 2) == 4 && run.IsEven(from, from + 3)
        && run.Between(from) is '-' or ' ' or '\u2011' or '.'
        && IsGivenOut(run[from], run[from + 1], run[from + 2]);

    public static bool IsAmerican(ReadOnlySpan<char> nine) => nine.Length == 9 && IsGivenOut(nine[..3], nine[3..5], nine[5..]);

    /// <summary>Sex, year, month, department, commune, order and key, in one piece; Corsica's A and B count as 0.</summary>
    public static bool IsFrench(ReadOnlySpan<char> compact)
    {
        if (compact.Length != FrenchLength || compact[0] is not ('1' or '2' or '3' or '4' or '7' or '8')) return false;
        var month = Digit(compact[3]) * 10 + Digit(compact[4]);
        if (month is 0 or (> 12 and < 20) or > 99) return false;
        var (number, subtract) = (0L, 0L);
        for (var i = 0; i < FrenchWithoutKey; i++)
        {
            var c = compact[i];
            if (i == 6 && c is 'A' or 'a') (c, subtract) = ('0', 1_000_000);
            if (i == 6 && compact[i] is 'B' or 'b') (c, subtract) = ('0', 2_000_000);
            if (!char.IsAsciiDigit(c)) return false;
            number = (10 * number) + c - '0';
        }
        if (!char.IsAsciiDigit(compact[13]) || !char.IsAsciiDigit(compact[14])) return false;
        return 97 - ((number - subtract) % 97) == (Digit(compact[13]) * 10) + Digit(compact[14]);
    }

    /// <summary>How many digits those of other countries have: with a word that says what it is, each is one.</summary>
    public static ReadOnlySpan<int> OfDigits => [FrenchLength, FrenchWithoutKey, 11, 9, 10, 12];

    /// <summary>"QQ 12 34 56 C".</summary>
    public static bool IsBritish(ReadOnlySpan<char> compact) =>
        char.IsAsciiLetter(compact[0]) && char.IsAsciiLetter(compact[1]) && !compact[2..8].ContainsAnyExceptInRange('0', '9') && compact[8] is >= 'A' and <= 'D';

    /// <summary>"RSSMRA85T10A562S".</summary>
    public static bool IsItalian(ReadOnlySpan<char> compact)
    {
        for (var i = 0; i < compact.Length; i++)
        {
            if (char.IsAsciiDigit(compact[i]) != i is 6 or 7 or 9 or 10 or 12 or 13 or 14) return false;
        }
        return compact[8] is 'A' or 'B' or 'C' or 'D' or 'E' or 'H' or 'L' or 'M' or 'P' or 'R' or 'S' or 'T';
    }

    private static bool IsGivenOut(ReadOnlySpan<char> area, ReadOnlySpan<char> group, ReadOnlySpan<char> serial) =>
        area is not ("000" or "666") && group is not "00" && serial is not "0000";

    private static int Digit(char c) => c - '0';
}
