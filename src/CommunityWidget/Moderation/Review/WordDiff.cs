using System.Text.RegularExpressions;

namespace CommunityWidget.Moderation.Review;

/// <summary>What became of a text, word by word.</summary>
public static partial class WordDiff
{
    // Beyond that the table is too large to be worth it: all of the old is shown as gone, all of the new as come.
    private const int MostCells = 1_500_000;

    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var (from, end) = (0, 0);
        while (from < old.Count && from < now.Count && old[from] == now[from]) from++;
        while (end < old.Count - from && end < now.Count - from && old[^(end + 1)] == now[^(end + 1)]) end++;
        var parts = new List<DiffPart>();
        foreach (var word in old.Take(from)) Put(parts, DiffKind.Same, word);
        Middle(parts, old.GetRange(from, old.Count - from - end), now.GetRange(from, now.Count - from - end));
        foreach (var word in old.Skip(old.Count - end)) Put(parts, DiffKind.Same, word);
        return parts;
    }

    private static void Middle(List<DiffPart> parts, List<string> old, List<string> now)
    {
        if ((long)old.Count * now.Count > MostCells)
        {
            foreach (var word in old) Put(parts, DiffKind.Gone, word);
            foreach (var word in now) Put(parts, DiffKind.Come, word);
            return;
        }
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j]) { Put(parts, DiffKind.Same, old[i++]); j++; }
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1])) Put(parts, DiffKind.Gone, old[i++]);
            else Put(parts, DiffKind.Come, now[j++]);
        }
    }

    private static void Put(List<DiffPart> parts, DiffKind kind, string word)
    {
        if (parts is [.., { } last] && last.Kind == kind) parts[^1] = last with { Text = last.Text + word };
        else parts.Add(new(kind, word));
    }

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\w+\s*|[^\w\s]\s*|\s+", RegexOptions.None, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Word();
}

public sealed record DiffPart(DiffKind Kind, string Text);

public enum DiffKind
{
    Same,
    Gone,
    Come,
}
