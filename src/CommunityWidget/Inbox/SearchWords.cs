using System.Globalization;
using System.Text;

namespace CommunityWidget.Inbox;

/// <summary>Text as words to search by, the same for what is kept and what is typed: letters and digits, small, without accents.</summary>
public static class SearchWords
{
    private const int Longest = 64, MostTyped = 8;

    /// <summary>The different words of a text.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsLetterOrDigit(rune))
            {
                if (word.Length < Longest) word.Append(Rune.ToLowerInvariant(rune).ToString());
                continue;
            }
            if (word.Length > 0) yield return word.ToString();
            word.Clear();
        }
        if (word.Length > 0) yield return word.ToString();
    }

    /// <summary>What somebody looks for. A single letter beside words says nothing; letters and digits alone are a name: X-5, A 4.</summary>
    public static IReadOnlyList<string> Typed(string? text)
    {
        var words = Of(IsWellFormed(text) ? text! : "").Distinct().ToList();
        var hasLonger = words.Exists(word => word.Length > 1);
        return [.. words.Where(word => word.Length > 1 || !hasLonger).Take(MostTyped)];
    }

    // Half a surrogate pair cannot be normalised.
    private static bool IsWellFormed(string? text) => text is { Length: <= 1_000 } && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar) && !text.Contains('\uFFFE');
}
