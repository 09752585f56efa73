using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityWidget.AnswerPages.Machines.Words;

/// <summary>The beginning of a text in one line, for places that have room for one.</summary>
public static partial class Excerpt
{
    public static string Of(string written, int longest)
    {
        var plain = WrittenText.Plain(written);
        var line = (HasOdd(plain) ? Space().Replace(plain, " ") : plain).Trim();
        if (line.Length <= longest) return line;
        // Between two characters as people see them, and between two words where there are words.
        var at = Certain(line, longest - 1);
        for (var next = at; next <= longest - 1; next += StringInfo.GetNextTextElementLength(line.AsSpan(next))) at = next;
        var cut = line[..at];
        var word = cut.LastIndexOf(' ');
        return (word > longest / 2 ? cut[..word] : cut).TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    // Nothing joins two plain letters: whatever stands before the last such place need not be looked at.
    private static int Certain(string line, int most)
    {
        var at = most;
        while (at > 0 && !(char.IsAscii(line[at - 1]) && char.IsAscii(line[at]))) at--;
        return at;
    }

    // Looks where the pattern would, which takes longer to.
    private static bool HasOdd(string text)
    {
        var wasSpace = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (isSpace && (wasSpace || c != ' ')) return true;
            wasSpace = isSpace;
        }
        return false;
    }

    // A single space is one already, and nearly all are.
    [GeneratedRegex(@"\s{2,}|[^\S ]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Space();
}
