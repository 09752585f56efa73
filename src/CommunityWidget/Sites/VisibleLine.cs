using System.Globalization;
using System.Text;

namespace CommunityWidget.Sites;

/// <summary>A name as people may give one: what is seen is what is there, nothing that hides or turns the text around it.</summary>
public static class VisibleLine
{
    /// <summary>Trimmed and NFC; null when it cannot be used.</summary>
    public static string? Clean(string? typed, int most)
    {
        var name = (typed ?? "").Trim();
        if (!IsText(name)) return null;
        name = name.Normalize(NormalizationForm.FormC);
        var runes = name.EnumerateRunes().ToList();
        return runes.Count > 0 && runes.Count <= most && runes.TrueForAll(IsVisible) ? name : null;
    }

    /// <summary>Half a surrogate pair and U+FFFE are no text, and cannot be normalised.</summary>
    public static bool IsText(string typed) => !typed.Contains('\uFFFE') && (!typed.Any(char.IsSurrogate) || IsWhole(typed));

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);
}
