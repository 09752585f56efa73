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
    public static IReadOnlyList<string> Ways(string word)
    {
        var plain = string.Concat(word.EnumerateRunes().Select(Opened));
        var pairs = Enumerable.Range(0, plain.Length).SelectMany(at => All.Where(one => string.CompareOrdinal(plain, at, one.Pair, 0, 2) == 0).Select(one => (At: at, one.Letter))).Take(MostPairs).ToList();
        // From the last on, so that the places of those before stay right. Two that overlap are one.
        return [.. Enumerable.Range(0, 1 << pairs.Count).Select(chosen => Enumerable.Range(0, pairs.Count).Reverse().Where(n => (chosen >> n & 1) == 1)
            .Aggregate((Word: plain, Before: int.MaxValue), (so, n) => pairs[n].At + 2 > so.Before ? so : ($"{so.Word[..pairs[n].At]}{pairs[n].Letter}{so.Word[(pairs[n].At + 2)..]}", pairs[n].At)).Word).Distinct()];
    }
}
