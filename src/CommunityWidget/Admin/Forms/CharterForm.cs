using CommunityWidget.Moderation.Charters;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>The charter as typed: Markdown by language.</summary>
public sealed class CharterForm
{
    public Dictionary<string, string?> Text { get; set; } = [];

    public bool AskAgain { get; set; }

    public long Seen { get; set; }

    public static CharterForm Of(Site site, IReadOnlyDictionary<string, CharterText> texts) => new()
    {
        Text = site.LanguageList.ToDictionary(language => language, language => texts.GetValueOrDefault(language)?.Body),
        AskAgain = true,
        Seen = site.CharterVersion,
    };

    public Reading<IReadOnlyDictionary<string, string>> Read(Site site)
    {
        var (faults, read) = (new List<Fault>(), new Dictionary<string, string>());
        foreach (var language in site.LanguageList)
        {
            var typed = (Text.GetValueOrDefault(language) ?? "").ReplaceLineEndings("\n").Trim();
            if (typed.Length > CharterText.Longest) faults.Add(new($"text-{language}", "charter_long", $"{CharterText.Longest}"));
            else if (typed.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) faults.Add(new($"text-{language}", "charter_signs"));
            else if (typed == "" && language == site.LanguageList[0]) faults.Add(new($"text-{language}", "charter_empty"));
            read[language] = typed;
        }
        return faults.Count > 0 ? faults : read;
    }
}
