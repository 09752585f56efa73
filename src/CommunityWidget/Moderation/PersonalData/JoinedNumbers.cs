using System.Globalization;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>
/// Digits with signs between them that few numbers have: "06•12•34", "82 . 64 . 12 . 17". A row of sizes is written so too: what is a number begins with a zero or
/// a plus, has a long part or as many digits as a card; an IP address is called one, or has parts that are no size. What rises by a little each is a row.
/// </summary>
internal static class JoinedNumbers
{
    private const int MostParts = 12, LongPart = 4, Long = 13, LargestSize = 31, Octets = 4, Called = 3, LeastCalled = 7, MostCalled = 12;

    private static readonly HashSet<string> Ip = ["ip", "ipv"];

    /// <summary>"06..12", and "FR76--3000", where a letter stands on one side.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="second">Where the second of the two signs stands.</param>
    public static bool AreDoubled(string text, int second) =>
        !(char.IsAsciiDigit(text[second - 2]) && char.IsAsciiDigit(text[second + 1])) || Are(text, second - 1, 2);

    /// <param name="text">All of it.</param>
    /// <param name="at">Where what joins two of the parts begins.</param>
    /// <param name="width">How long it is.</param>
    public static bool Are(string text, int at, int width)
    {
        if (at == 0 || at + width >= text.Length || !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + width])) return false;
        var sign = text.AsSpan(at, width);
        Span<int> starts = stackalloc int[MostParts], ends = stackalloc int[MostParts];
        var (from, count) = (First(text, at, sign), 0);
        var (first, longest, large, isOctets) = (from, 0, 0, true);
        while (count < MostParts)
        {
            var end = from;
            while (end < text.Length && end - from <= Long && char.IsAsciiDigit(text[end])) end++;
            (starts[count], ends[count++]) = (from, end);
            longest = Math.Max(longest, end - from);
            isOctets &= byte.TryParse(text.AsSpan(from, end - from), NumberStyles.None, CultureInfo.InvariantCulture, out var octet);
            if (octet > LargestSize) large++;
            if (end + width >= text.Length || !text.AsSpan(end).StartsWith(sign) || !char.IsAsciiDigit(text[end + width])) break;
            from = end + width;
        }
        if (sign.Contains('.') && count == Octets && isOctets && Cues.Before(text, first, Ip, Called)) return true;
        var digits = ends[count - 1] - first - ((count - 1) * width);
        if (digits is >= LeastCalled and <= MostCalled && (Cues.Before(text, first, Cues.Phone, Called) || (Cues.Before(text, first, Cues.Number, Called) && Cues.Before(text, first, Cues.Own, Called)))) return true;
        if (longest < LongPart && RisingRows.Are(text, starts[..count], ends[..count])) return false;
        if (longest >= LongPart || digits >= Long || text[first] == '0' || (first > 0 && (text[first - 1] == '+' || char.IsLetter(text[first - 1])))) return true;
        return sign.Contains('.') && count == Octets && isOctets && large > 1;
    }

    // Where the first of the parts begins.
    private static int First(string text, int at, ReadOnlySpan<char> sign)
    {
        for (var parts = 1; ; parts++)
        {
            var start = at;
            while (start > 0 && at - start <= Long && char.IsAsciiDigit(text[start - 1])) start--;
            at = start - sign.Length;
            if (parts == MostParts || at < 1 || !text.AsSpan(at).StartsWith(sign) || !char.IsAsciiDigit(text[at - 1])) return start;
        }
    }
}
