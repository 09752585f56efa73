namespace CommunityWidget.Moderation.PersonalData;

/// <summary>How many digits telephones of a country have, its code with them.</summary>
internal static class CountryCodes
{
    private static readonly (string Code, int Fewest, int Most)[] Known =
    [
        ("1", 11, 11), ("7", 11, 11), ("20", 11, 12), ("27", 11, 11), ("30", 12, 12), ("31", 11, 11), ("32", 10, 11), ("33", 11, 11), ("34", 11, 11), ("36", 10, 11), ("39", 10, 13), ("40", 11, 11), ("41", 11, 11), ("43", 9, 13), ("44", 11, 12),
        ("45", 10, 10), ("46", 9, 12), ("47", 10, 10), ("48", 11, 11), ("49", 9, 13), ("52", 12, 12), ("54", 12, 13), ("55", 12, 13), ("61", 11, 11), ("64", 10, 12), ("65", 10, 10), ("81", 11, 12), ("86", 12, 13), ("90", 12, 12), ("91", 12, 12),
        ("212", 12, 12), ("213", 11, 12), ("216", 11, 11), ("221", 12, 12), ("225", 11, 13), ("237", 11, 12), ("262", 12, 12), ("351", 12, 12), ("352", 8, 12), ("353", 10, 12), ("354", 10, 10), ("356", 11, 11), ("358", 9, 13), ("359", 11, 12), ("370", 11, 11),
        ("371", 11, 11), ("372", 10, 11), ("377", 11, 12), ("380", 12, 12), ("381", 11, 12), ("385", 11, 12), ("386", 11, 11), ("420", 12, 12), ("421", 12, 12), ("590", 12, 12), ("594", 12, 12), ("596", 12, 12), ("971", 11, 12), ("972", 11, 12),
    ];

    /// <summary>Whether digits behind <c>00</c> are a number of some country, as long as one is there.</summary>
    public static bool IsNumber(ReadOnlySpan<char> digits)
    {
        foreach (var (code, fewest, most) in Known)
        {
            if (digits.StartsWith(code, StringComparison.Ordinal) && digits.Length >= fewest && digits.Length <= most) return true;
        }
        return false;
    }
}
