using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>The languages a site's questions are in, first choice first.</summary>
public static class LanguagesForm
{
    public const int Most = 20;

    public static Reading<string> Read(IReadOnlyList<string> chosen, string? first)
    {
        var known = chosen.Where(Language.IsKnown).Distinct().ToList();
        if (known.Count == 0) return new List<Fault> { new("languages", "languages_none") };
        if (known.Count > Most) return new List<Fault> { new("languages", "languages_too_many", $"{Most}") };
        if (first is { Length: > 0 } && !known.Contains(first)) return new List<Fault> { new("first", "language_first", Language.Name(first)) };
        return string.Join(' ', known.OrderBy(language => language == first ? 0 : 1));
    }
}
