using System.Globalization;
using System.Text;

namespace CommunityWidget.Sites;

/// <summary>A short name for addresses: small letters, digits and dashes.</summary>
public static class Slug
{
    public const int Least = 2, Most = 40;

    public static bool IsUsable(string text) => text.Length is >= Least and <= Most
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && text[0] != '-' && text[^1] != '-';

    /// <summary>What a name becomes: accents off, everything else a dash. Empty when nothing is left.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString()[..Math.Min(slug.Length, Most)].Trim('-');
    }
}
