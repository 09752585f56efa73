using System.Globalization;
using System.Text;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>
/// A text as a reader sees it and finders read it: one space where there were several, a tab or a space of another width; plain dashes, dots and at signs;
/// letters of mathematics and letters and digits in circles as what they are; and without signs that nobody sees. What would be found on a page is found before it gets there.
/// </summary>
internal readonly struct Spacing
{
    private const char Unseen = '\uFFFF';

    private const int LongestGroup = 4;

    private readonly string _typed;

    // Where each letter stood; null where nothing was read otherwise.
    private readonly int[]? _places;

    private Spacing(string typed, string text, int[]? places) => (_typed, Text, _places) = (typed, text, places);

    public string Text { get; }

    /// <summary>The same with lines as spaces, as what is cut in two is read: itself where there is one line only.</summary>
    public static Spacing OfLines(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r')) return new(text, text, null);
        var (drawn, places, gap) = (new StringBuilder(text.Length), new int[text.Length], false);
        for (var i = 0; i < text.Length; i++)
        {
            var isGap = text[i] is ' ' or '\n' or '\r';
            if (isGap && gap) continue;
            gap = isGap;
            places[drawn.Length] = i;
            drawn.Append(isGap ? ' ' : text[i]);
        }
        return new(text, drawn.ToString(), places);
    }

    public static Spacing Of(string text)
    {
        var at = 0;
        while (at < text.Length && Seen(text, at) == text[at] && FancySigns.NumberWritten(text, at) == 0 && SpelledOut.Length(text, at, out _) == 0 && !(at > 0 && IsSpace(text[at]) && IsSpace(text[at - 1]))) at++;
        if (at == text.Length) return new(text, text, null);
        var (drawn, places, before) = (new StringBuilder(text.Length), new int[2 * text.Length], '\0');
        for (var i = 0; i < text.Length; i++)
        {
            if (FancySigns.NumberWritten(text, i) is var number and > 0)
            {
                (places[drawn.Length], places[drawn.Length + 1]) = (i, i);
                drawn.Append(number);
                before = '0';
                continue;
            }
            if (SpelledOut.Length(text, i, out var meant) is var length and > 0)
            {
                places[drawn.Length] = i;
                drawn.Append(before = meant);
                i += length - 1;
                continue;
            }
            var sign = Seen(text, i);
            if (sign == Unseen || (IsSpace(sign) && IsSpace(before))) continue;
            places[drawn.Length] = i;
            drawn.Append(sign);
            before = sign;
        }
        return new(text, drawn.ToString(), places);
    }

    /// <summary>The same find by its place in the original.</summary>
    public FoundData There(FoundData found)
    {
        if (_places is null) return found;
        var (start, last) = (_places[found.Start], _places[found.End - 1]);
        // A sign read as one letter may be written in two.
        var end = last + (char.IsHighSurrogate(_typed[last]) ? 2 : 1);
        return found with { Start = start, Length = end - start };
    }

    // Lines stay lines, and spaces that do not break are told apart elsewhere.
    private static char Seen(string text, int at)
    {
        if (text[at] < FancySigns.First) return Plain(text, at);
        if (FancySigns.Written(text, at) is var fancy and not FancySigns.None) return fancy;
        // The second half of one.
        return char.IsLowSurrogate(text[at]) && at > 0 && FancySigns.Written(text, at - 1) != FancySigns.None ? Unseen : Plain(text, at);
    }

    private static char Plain(string text, int at) => text[at] switch
    {
        '\t' => ' ',
        // What people put between the digits of a number so that no program knows it.
        '.' or '-' when IsDoubled(text, at) && JoinedNumbers.AreDoubled(text, at) => Unseen,
        ':' when IsApart(text, at) => Unseen,
        '~' or '\\' or '\u2022' or '\u2014' or '\u2192' or '\u00B7' when JoinedNumbers.Are(text, at, 1) => '-',
        '\u00B9' or '\u00B2' or '\u00B3' or '\u2070' or (>= '\u2074' and <= '\u2079') when Raised(text, at - 1) >= 0 || Raised(text, at + 1) >= 0 => (char)('0' + Raised(text, at)),
        < '\u00AD' and var plain => plain,
        '\u1680' or (>= '\u2000' and <= '\u200A') or '\u205F' or '\u3000' => ' ',
        '\u2012' or '\u2015' or '\u2212' or '\uFE63' or '\uFF0D' => '-',
        '\uFF20' or '\uFE6B' => '@',
        '\uFF0E' => '.',
        // Joiners, fillers, how an emoji is drawn and the frame around a digit, and the letters of flags that are no flag.
        '\u034F' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u20E3' or (>= '\uFE00' and <= '\uFE0F') or '\uDB40' => Unseen,
        _ when at > 0 && text[at - 1] == '\uDB40' => Unseen,
        var c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format ? Unseen : c,
    };

    // "06..12", "06--12"
    private static bool IsDoubled(string text, int at) =>
        at > 1 && at + 1 < text.Length && text[at - 1] == text[at] && char.IsAsciiLetterOrDigit(text[at - 2]) && char.IsAsciiLetterOrDigit(text[at + 1]) && (char.IsAsciiDigit(text[at - 2]) || char.IsAsciiDigit(text[at + 1]));

    // "06 : 12 : 34", and not "at 06 : 12".
    private static bool IsApart(string text, int at) => IsColon(text, at) && (IsColon(text, Next(text, at, 1)) || IsColon(text, Next(text, at, -1)));

    private static bool IsColon(string text, int at) =>
        at > 1 && at + 2 < text.Length && text[at] == ':' && text[at - 1] == ' ' && text[at + 1] == ' ' && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiDigit(text[at + 2]);

    // Past one group of digits and the spaces around it.
    private static int Next(string text, int at, int step)
    {
        var next = at + (2 * step);
        for (var digits = 0; digits <= LongestGroup && next >= 0 && next < text.Length && char.IsAsciiDigit(text[next]); digits++) next += step;
        return next + step;
    }

    // Two of them are a number: "m²" has one.
    private static int Raised(string text, int at) => at < 0 || at >= text.Length ? -1 : text[at] switch
    {
        '\u00B9' => 1,
        '\u00B2' => 2,
        '\u00B3' => 3,
        '\u2070' => 0,
        >= '\u2074' and <= '\u2079' and var sign => sign - '\u2070',
        _ => -1,
    };

    private static bool IsSpace(char c) => c is not ('\n' or '\r') && char.IsWhiteSpace(c);
}
