using System.Globalization;

namespace CommunityWidget.Sites;

/// <summary>Two-letter languages.</summary>
public static class Language
{
    /// <summary>Those most sites will look for, to choose from.</summary>
    public static readonly IReadOnlyList<string> Usual =
        ["en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "fi", "cs", "sk", "hu", "ro", "bg", "el", "hr", "sl", "et", "lv", "lt", "ga", "mt", "uk", "tr", "ar", "he", "zh", "ja", "ko", "hi"];

    public static bool IsKnown(string tag)
    {
        if (tag is not { Length: 2 } || !tag.All(char.IsAsciiLetterLower)) return false;
        try { return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).TwoLetterISOLanguageName == tag; }
        catch (CultureNotFoundException) { return false; }
    }

    /// <summary>As its speakers call it. Some write it small; in a list it stands first.</summary>
    public static string Name(string tag)
    {
        if (!IsKnown(tag)) return tag;
        var name = CultureInfo.GetCultureInfo(tag).NativeName;
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
