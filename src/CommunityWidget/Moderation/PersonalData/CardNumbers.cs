namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Payment cards: Luhn's check, and a beginning that some network gives out.</summary>
internal static class CardNumbers
{
    private static readonly string[] Maestro = ["5018", "5020", "5038", "5893", "6304", "6759", "6761", "6762", "6763", "0604", "6390", "5000", "5611", "5612", "5614"];

    /// <param name="digits">Nothing else.</param>
    /// <param name="isSaid">Somebody calls it a card.</param>
    public static bool IsCard(ReadOnlySpan<char> digits, bool isSaid) =>
        digits.Length is >= 12 and <= 19 && (IsGivenOut(digits) || (isSaid && digits.Length >= 13)) && PassesLuhn(digits);

    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var (sum, any) = (0, false);
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            any |= digit != 0;
            if (i % 2 == 1) digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }
        return any && sum % 10 == 0;
    }

    private static bool IsGivenOut(ReadOnlySpan<char> digits)
    {
        var (two, four) = (Number(digits[..2]), Number(digits[..4]));
        foreach (var beginning in Maestro)
        {
            if (digits.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }
        return digits.Length switch
        {
            13 or 19 when digits[0] == '4' => true,
            14 => two is 36 or 38 or 39 || four is >= 3000 and <= 3059 or 3095,
            15 => two is 34 or 37 || four is 2131 or 1800,
            16 => digits[0] == '4' || two is >= 51 and <= 55 || four is >= 2221 and <= 2720 or 6011 or >= 3528 and <= 3589 or >= 6440 and <= 6599 || two is 62 or 65 or 60 or 35 || four is >= 3000 and <= 3059,
            17 or 18 or 19 => two is 62 or 50 or 56 or 57 or 58 or 63 or 67,
            _ => false,
        };
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = (10 * number) + digit - '0';
        return number;
    }
}
