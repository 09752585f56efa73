using System.Text;

namespace CommunityWidget.Threads;

/// <summary>Letters that not every keyboard has and that normalising leaves as they are, as people type them instead: nœud and noeud are one word.</summary>
public static class Ligatures
{
    // Of a word with more of them not all ways are looked for.
    private const int MostPairs = 3;

    private static readonly (string Pair, string Letter)[] All = [("oe", "œ"), ("ae", "æ"), ("ss", "ß")];

    /// <summary>A small letter, or the two it stands for.</summary>
    public static string Opened(Rune letter) => letter.Value switch { 'œ' => "oe", 'æ' => "ae", 'ß' => "ss", _ => letter.ToString() };

    /// <summary>All ways to write a small word, that without such letters first.</summary>
    public static IReadOnlyList<string> Ways(string word) => Ways(string.Concat(word.EnumerateRunes().Select(Opened)), from: 0, MostPairs);

    private static IReadOnlyList<string> Ways(string plain, int from, int pairs)
    {
        var at = pairs == 0 ? -1 : Enumerable.Range(from, plain.Length - from).FirstOrDefault(place => LetterAt(plain, place) is not null, -1);
        if (at < 0) return [plain[from..]];
        return [
            .. Ways(plain, at + 1, pairs - 1).Select(rest => plain[from..(at + 1)] + rest),
            .. Ways(plain, at + 2, pairs - 1).Select(rest => plain[from..at] + LetterAt(plain, at) + rest)];
    }

    private static string? LetterAt(string plain, int place) => All.FirstOrDefault(one => string.CompareOrdinal(plain, place, one.Pair, 0, 2) == 0).Letter;
}
