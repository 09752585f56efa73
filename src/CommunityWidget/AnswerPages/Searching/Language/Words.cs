using System.Buffers;
using System.Globalization;
using System.Text;
using CommunityWidget.Threads;

namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>Text as words: letters and digits, small, without accents, two letters written as one as the two they are. A model number is kept in one piece beside its parts.</summary>
public static class Words
{
    private const int Longest = 64, MostOfNumber = 4;

    private static readonly SearchValues<char> Broken = SearchValues.Create("\uFFFE\uFFFF");

    public static IEnumerable<string> Of(string text)
    {
        // What stands together without a space: "WRX-500", "l'eau".
        var run = new List<string>();
        foreach (var word in Cut(text))
        {
            if (word.Length > 0)
            {
                run.Add(word);
                yield return word;
                continue;
            }
            if (Whole(run) is { } number) yield return number;
            run.Clear();
        }
        if (Whole(run) is { } last) yield return last;
    }

    private static string? Whole(List<string> run) => run.Count is > 1 and <= MostOfNumber && run.Exists(part => part.Any(char.IsDigit)) ? string.Concat(run) : null;

    // Words, and an empty one wherever a run ends.
    private static IEnumerable<string> Cut(string text)
    {
        var (word, hyphens) = (new StringBuilder(), 0);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsLetterOrDigit(rune))
            {
                if (hyphens > 1) yield return "";
                hyphens = 0;
                if (word.Length < Longest) Small(Rune.ToLowerInvariant(rune), word);
                continue;
            }
            if (word.Length > 0) yield return word.ToString();
            word.Clear();
            hyphens += rune.Value is '-' or '/' or '.' or '_' ? 1 : 2;
        }
        if (word.Length > 0) yield return word.ToString();
    }

    private static void Small(Rune letter, StringBuilder word)
    {
        if (letter.IsAscii) word.Append((char)letter.Value);
        else word.Append(Ligatures.Opened(letter));
    }

    private static string Decomposed(string text) => Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKD);

    // Half a surrogate pair, and what stands for no letter, cannot be normalised.
    private static string WellFormed(string text) => text.AsSpan().ContainsAny(Broken) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()))
        : text;
}
