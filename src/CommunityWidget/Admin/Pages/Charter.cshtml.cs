using CommunityWidget.Admin.Forms;
using CommunityWidget.Moderation.Charters;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>The site's rules, and when moderators are shown that somebody keeps breaking them.</summary>
public sealed class CharterSettingsModel(AdminDesk desk, ChangeSite change, ChangeCharter publish, CharterStore charters) : SettingsPage(desk, change)
{
    private const int MostStrikes = 100, MostDays = 365;

    private CharterForm? _form;
    private string? _strikes, _days;

    public CharterForm Form => _form ??= new();

    public IReadOnlyList<(string Language, string Html)> Previews { get; private set; } = [];

    public string Strikes => _strikes ?? $"{Site.StrikesToPropose}";

    public string Days => _days ?? $"{Site.StrikeDays}";

    public string Standing => Site.CharterVersion == 0 ? A.CharterNone : A.CharterStands(Site.CharterVersion, Site.CharterAsked);

    // A preview changes nothing.
    protected override Permission Needs => Request.Query["handler"] == "Preview" ? Permission.Oversee : base.Needs;

    public string NameOf(string language) => Language.Name(language);

    public async Task<IActionResult> OnPostPublish([FromForm(Name = "Form")] CharterForm typed)
    {
        _form = typed;
        var read = typed.Read(Site);
        return read.Value is { } texts ? await Done(await publish.Publish(Me!, texts, typed.Seen, typed.AskAgain)) : await Refuse(read.Faults);
    }

    public async Task<IActionResult> OnPostPreview([FromForm(Name = "Form")] CharterForm typed)
    {
        _form = typed;
        Previews = [.. Site.LanguageList.Where(language => !string.IsNullOrWhiteSpace(typed.Text.GetValueOrDefault(language)))
            .Select(language => (language, CharterMarkdown.ToHtml(typed.Text[language]!)))];
        return await Show();
    }

    public Task<IActionResult> OnPostStrikes(string? strikes, string? days, string? seen)
    {
        (_strikes, _days) = (strikes ?? "", days ?? "");
        var faults = new List<Fault>();
        var (number, window) = (Number.Read("strikes", strikes, 1, MostStrikes, faults), Number.Read("days", days, 1, MostDays, faults));
        Reading<Tuple<int, int>> read = faults.Count > 0 ? faults : Tuple.Create(number!.Value, window!.Value);
        return Save(read, seen, [SiteFields.StrikesToPropose, SiteFields.StrikeDays], (site, set) => site with { StrikesToPropose = set.Item1, StrikeDays = set.Item2 });
    }

    protected override async Task Load() => _form ??= CharterForm.Of(Site, await charters.Current(Site));
}
