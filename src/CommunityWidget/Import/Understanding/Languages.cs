using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;

namespace CommunityWidget.Import.Understanding;

/// <summary>Which language a row is in.</summary>
public static class Languages
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en", ["anglais"] = "en", ["french"] = "fr", ["français"] = "fr", ["francais"] = "fr",
    };

    /// <summary>The two letters of what a file calls a language: <c>fr-FR</c>, <c>fr_CA</c>, <c>French</c>, or as its speakers call it.</summary>
    public static string? Tag(string said)
    {
        var name = said.Trim();
        if (Names.TryGetValue(name, out var tag)) return tag;
        var letters = name.Split('-', '_')[0].ToLowerInvariant();
        return Language.IsKnown(letters) ? letters : Language.Usual.FirstOrDefault(known => Language.Name(known).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Of the site's languages the one it seems to be written in.</summary>
    public static string Guess(string text, Site site)
    {
        using var read = new ReadText(text);
        return site.LanguageFor(Tongue.Of(read, site.LanguageFor(null)));
    }
}
