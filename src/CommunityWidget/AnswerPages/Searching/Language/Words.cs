using System.Buffers;
using System.Globalization;
using System.Text;
using CommunityWidget.Threads;

namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>Text as words: letters and digits, small, without accents (<see cref="Scripts"/>), two letters written as one as the two they are. A model number is kept in one piece beside its parts.</summary>
public static class Words
{
    // Printers' own, and what is left of the one at which no line ends.
    private const int Hyphen = 0x2010;

    private const int Longest = 64, MostOfNumber = 4;

    private static readonly SearchValues<char> Broken = SearchValues.Create("\uFFFE\uFFFF");

    public static IEnumerable<string> Of(string text)
    {
        // What stands together without a space: "WRX-500", "l'eau".
        var run = new List<string>();
        foreach (var (word, before) in Cut(text))
        {
            if (before is not (Joint.Hyphened or Joint.Marked))
            {
                if (Whole(run) is { } number) yield return number;
                run.Clear();
            }
            run.Add(word);
            yield return word;
        }
        if (Whole(run) is { } last) yield return last;
    }

    /// <summary>Only what stands in the text, each word with how it is set to the one before it.</summary>
    public static IEnumerable<(string Word, Joint Before)> Cut(string text) => Ascii.IsValid(text) ? Pieces(text) : Scripts.Paired(Pieces(Decomposed(text)));

    /// <summary>The letters of writings without spaces, each by itself.</summary>
    public static IEnumerable<string> Letters(string text) =>
        Ascii.IsValid(text) ? [] : Pieces(Decomposed(text)).Select(piece => piece.Word).Where(word => Scripts.IsUnspaced(Rune.GetRuneAt(word, 0)));

    // A letter of a writing without spaces is a piece of its own.
    private static IEnumerable<(string Word, Joint Before)> Pieces(string text)
    {
        var (word, gap, before, isUnspaced) = (new StringBuilder(), Joint.Apart, Joint.Apart, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (word.Length > 0 && Scripts.IsLetter(rune))
            {
                if (word.Length < Longest) word.Append(rune.ToString());
                continue;
            }
            if (category == UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsLetterOrDigit(rune))
            {
                if (word.Length > 0 && (isUnspaced || Scripts.IsUnspaced(rune)))
                {
                    yield return (word.ToString(), before);
                    word.Clear();
                }
                isUnspaced = Scripts.IsUnspaced(rune);
                if (word.Length == 0) (before, gap) = (gap, Joint.None);
                if (word.Length < Longest) Small(Rune.ToLowerInvariant(rune), word);
                continue;
            }
            if (word.Length > 0) yield return (word.ToString(), before);
            word.Clear();
            gap = (gap, rune.Value, category) switch
            {
                (Joint.None, '-' or Hyphen, _) => Joint.Hyphened,
                (Joint.None, '/' or '.' or '_', _) => Joint.Marked,
                (Joint.None or Joint.Spaced, _, UnicodeCategory.SpaceSeparator) => Joint.Spaced,
                _ => Joint.Apart,
            };
        }
        if (word.Length > 0) yield return (word.ToString(), before);
    }

    private static string? Whole(List<string> run) => run.Count is > 1 and <= MostOfNumber && run.Exists(part => part.Any(char.IsDigit)) ? string.Concat(run) : null;

    private static void Small(Rune letter, StringBuilder word)
    {
        if (letter.IsAscii) word.Append((char)letter.Value);
        else word.Append(Ligatures.Opened(letter));
    }

    private static string Decomposed(string text) => WellFormed(text).Normalize(NormalizationForm.FormKD);

    // Half a surrogate pair, and what stands for no letter, cannot be normalised.
    private static string WellFormed(string text) => text.AsSpan().ContainsAny(Broken) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()))
        : text;
}

/// <summary>How a word is set to the one before it.</summary>
public enum Joint
{
    /// <summary>They are one.</summary>
    None,

    /// <summary>By one hyphen.</summary>
    Hyphened,

    /// <summary>By one slash, dot or underscore.</summary>
    Marked,

    /// <summary>By spaces only.</summary>
    Spaced,

    /// <summary>By anything else, and at the beginning.</summary>
    Apart,
}
