namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers of parcels in shapes that nothing else has: UPS's <c>1Z…</c>, the posts' <c>XY123456789FR</c>, Colissimo's <c>6A12345678901</c>, DHL's <c>JJD…</c>.</summary>
internal static class ShippedParcels
{
    private const int Ups = 18, Post = 13, DhlShortest = 19, DhlLongest = 24;

    private static readonly HashSet<string> Posts = ["FR", "BE", "CH", "GB", "DE", "US", "CN", "HK", "SG", "NL", "ES", "IT", "LU", "CA", "AT", "PT", "IE", "SE", "DK", "JP", "KR", "AU", "PL"];

    /// <param name="text">What is read.</param>
    /// <param name="found">Where it goes.</param>
    /// <param name="isLink">An address: a number has a part of its own there. Elsewhere models stand behind a slash.</param>
    public static void Find(string text, Finds found, bool isLink = false)
    {
        for (var i = 0; i + Post <= text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == '-' || (text[i - 1] == '/' && !isLink)))) continue;
            var end = i;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            found.Steps += end - i;
            if (IsParcel(text.AsSpan(i, end - i))) found.Add(new(i, end - i, DataKinds.Order));
            i = end;
        }
    }

    private static bool IsParcel(ReadOnlySpan<char> word) => word.Length switch
    {
        Ups => word.StartsWith("1Z", StringComparison.OrdinalIgnoreCase) && Digits(word[8..]) == 10,
        Post => IsPost(word) || (char.IsAsciiDigit(word[0]) && char.IsAsciiLetterUpper(word[1]) && Digits(word[2..]) == 11),
        >= DhlShortest and <= DhlLongest => word.StartsWith("JJD", StringComparison.Ordinal) && Digits(word[3..]) == word.Length - 3,
        _ => false,
    };

    private static bool IsPost(ReadOnlySpan<char> word) =>
        char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1]) && Digits(word[2..11]) == 9 && Posts.Contains(word[11..].ToString().ToUpperInvariant());

    private static int Digits(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word) count += char.IsAsciiDigit(c) ? 1 : 0;
        return count;
    }
}
