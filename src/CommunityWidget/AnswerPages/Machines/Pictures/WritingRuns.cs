using System.Globalization;
using System.Text;

namespace CommunityWidget.AnswerPages.Machines.Pictures;

/// <summary>
/// A line in which writing goes both ways, as pieces that go one way each, from the left of a picture to its right: what draws a piece knows no other. As much of Unicode's
/// algorithm (UAX 9) as a headline needs: letters of one direction stay together, numbers are read from the left, what stands between two alike belongs to them.
/// </summary>
public static class WritingRuns
{
    private const string BetweenNumbers = ".,:/", BesideNumbers = "%+-€$£#°";

    private enum Way
    {
        Left,
        Right,
        Number,
        Either,
    }

    /// <param name="text">One line.</param>
    /// <param name="rightToLeft">How the line as a whole is read.</param>
    public static IReadOnlyList<string> Of(string text, bool rightToLeft)
    {
        var runes = text.EnumerateRunes().ToList();
        var runs = new List<(int Level, StringBuilder Text)>();
        foreach (var (rune, way) in runes.Zip(Ways(runes, rightToLeft ? Way.Right : Way.Left)))
        {
            var level = way == Way.Right ? 1 : way == Way.Number || rightToLeft ? 2 : 0;
            if (runs.Count == 0 || runs[^1].Level != level) runs.Add((level, new()));
            runs[^1].Text.Append(rune.ToString());
        }
        // Pieces read from the right stand in the other order, with the numbers and foreign words among them.
        for (var from = 0; from < runs.Count; from++)
        {
            var to = from;
            while (to < runs.Count && runs[to].Level > 0) to++;
            if (to > from) runs.Reverse(from, to - from);
            from = to;
        }
        return [.. runs.Select(run => run.Text.ToString())];
    }

    /// <summary>From which side a text is read: that of its first letter; null where it has none.</summary>
    public static bool? IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (WayOf(rune) is Way.Left or Way.Right) return WayOf(rune) == Way.Right;
        }
        return null;
    }

    private static Way[] Ways(List<Rune> runes, Way line)
    {
        var ways = new Way[runes.Count];
        for (var at = 0; at < ways.Length; at++) ways[at] = Rune.GetUnicodeCategory(runes[at]) == UnicodeCategory.NonSpacingMark && at > 0 ? ways[at - 1] : WayOf(runes[at]);
        Numbers(runes, ways, line);
        for (var from = 0; from < ways.Length; from++)
        {
            var to = from;
            while (to < ways.Length && ways[to] == Way.Either) to++;
            var (before, after) = (from == 0 ? line : Side(ways[from - 1]), to == ways.Length ? line : Side(ways[to]));
            Array.Fill(ways, before == after ? before : line, from, to - from);
            from = to;
        }
        return ways;
    }

    // "2,5" and "-10 %" are numbers; a number behind a word of letters read from the left is one more of them.
    private static void Numbers(List<Rune> runes, Way[] ways, Way line)
    {
        var strong = line;
        for (var at = 0; at < ways.Length; at++)
        {
            var (before, after) = (at > 0 && ways[at - 1] == Way.Number, at + 1 < ways.Length && ways[at + 1] == Way.Number);
            if ((before && after && IsOf(BetweenNumbers, runes[at])) || ((before || after) && IsOf(BesideNumbers, runes[at]))) ways[at] = Way.Number;
        }
        for (var at = 0; at < ways.Length; at++)
        {
            if (ways[at] is Way.Left or Way.Right) strong = ways[at];
            else if (ways[at] == Way.Number && strong == Way.Left) ways[at] = Way.Left;
        }
    }

    private static Way Side(Way way) => way == Way.Left ? Way.Left : Way.Right;

    private static bool IsOf(string signs, Rune rune) => rune.IsBmp && signs.Contains((char)rune.Value);

    private static Way WayOf(Rune rune) => rune.Value switch
    {
        _ when Rune.IsDigit(rune) => Way.Number,
        // Hebrew, Arabic and their relatives, and their letters in the forms of old encodings.
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => Way.Right,
        _ when Rune.IsLetter(rune) => Way.Left,
        _ => Way.Either,
    };
}
