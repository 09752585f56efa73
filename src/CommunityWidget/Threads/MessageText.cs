using System.Globalization;
using System.Text;
using CommunityWidget.Contracts;

namespace CommunityWidget.Threads;

/// <summary>What may be stored as somebody's words: NFC, lines ended by LF, otherwise as typed.</summary>
public static class MessageText
{
    /// <summary>The text as it is stored, or why it cannot be.</summary>
    public static Reply<string> Clean(string? typed) => Clean(typed, Limits.TextCodePoints);

    /// <summary>The same for what is not one message, such as several joined into an answer: four bytes for each character at most.</summary>
    public static Reply<string> Clean(string? typed, int codePoints)
    {
        var bytes = codePoints == Limits.TextCodePoints ? Limits.TextBytes : 4 * codePoints;
        if (string.IsNullOrWhiteSpace(typed)) return Refusals.TextEmpty;
        // Cheap first: a huge text is not normalised only to be refused.
        if (typed.Length > 2 * bytes) return Refusals.TextTooLong;
        if (!IsWellFormed(typed)) return Refusals.TextHasControlCharacters;
        var text = typed.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);
        if (text.EnumerateRunes().Any(rune => Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) return Refusals.TextHasControlCharacters;
        return IsWithin(text, codePoints) && Encoding.UTF8.GetByteCount(text) <= bytes ? text : Refusals.TextTooLong;
    }

    /// <summary>The same for what stands on a page: one without a title, and an answer without a word, were signs that show nothing. In a talk they come as they were typed.</summary>
    public static Reply<string> CleanForPage(string? typed, int codePoints = Limits.TextCodePoints)
    {
        var clean = Clean(typed, codePoints);
        return clean.Value is { } text && !IsShown(text) ? Refusals.TextEmpty : clean;
    }

    /// <summary>A name, trimmed; null when none was given.</summary>
    public static Reply<string>? CleanName(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (typed.Length > Limits.FrameBytes || !IsWellFormed(typed)) return Refusals.NameNotUsable;
        var name = typed.Trim().Normalize(NormalizationForm.FormC);
        return IsWithin(name, Limits.NameCodePoints) && IsVisible(name) ? name : Refusals.NameNotUsable;
    }

    /// <summary>There is something to see in it.</summary>
    public static bool IsShown(string text) => text.EnumerateRunes().Any(Shows);

    public static bool IsKey(string? key) =>
        key is { Length: >= 8 and <= 64 } && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsWithin(string text, int codePoints) => text.EnumerateRunes().Count() <= codePoints;

    // What is seen is what is there: nothing that hides or turns the text around it. What joins letters or pictures may stand between them.
    private static bool IsVisible(string name) =>
        name.EnumerateRunes().All(rune => IsJoiner(rune) || !Hides(rune)) && !name.EnumerateRunes().All(rune => IsJoiner(rune) || Rune.IsWhiteSpace(rune));

    private static bool IsJoiner(Rune rune) => rune.Value is '\u200C' or '\u200D';

    private static bool Hides(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // A mark needs a letter to stand on; the last ones are letters by their names only.
    private static bool Shows(Rune rune) => !Hides(rune) && !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune.Value is not ('\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0');

    // Half a surrogate pair cannot be stored as UTF-8 and is never what somebody typed; U+FFFE is no character, and cannot be normalised.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFE') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
