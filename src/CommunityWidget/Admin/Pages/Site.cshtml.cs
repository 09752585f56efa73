using System.Text.RegularExpressions;
using CommunityWidget.Admin.Forms;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>What a site is called, where it works, how it looks and what it keeps. Each card is a form of its own.</summary>
public sealed partial class SiteModel(AdminDesk desk, ChangeSite change, PublicAddress address) : SettingsPage(desk, change)
{
    public string? Name { get; private set; }
    public string? Slug { get; private set; }
    public string? Origins { get; private set; }
    public IReadOnlyList<string> Languages { get; private set; } = [];
    public string? First { get; private set; }
    public string? Accent { get; private set; }
    public string? Query { get; private set; }
    public RetentionForm Retention { get; private set; } = new();

    public string AnswersAddress => AnswerAddress.Link(address, Site, AnswerAddress.Home(Site));

    public Task<IActionResult> OnPostName(string? name, string? slug, string? seen)
    {
        (Name, Slug) = (name ?? "", slug ?? "");
        return Save(NameForm.Read(name, slug), seen, [SiteFields.Name, SiteFields.Slug], (site, read) => site with { Name = read.Name, Slug = read.Slug });
    }

    public Task<IActionResult> OnPostOrigins(string? origins, string? seen)
    {
        Origins = origins ?? "";
        return Save(OriginsForm.Read("origins", origins), seen, [SiteFields.Origins], (site, read) => site with { Origins = read });
    }

    public Task<IActionResult> OnPostLanguages(List<string> languages, string? first, string? seen)
    {
        (Languages, First) = (languages, first);
        return Save(LanguagesForm.Read(languages, first), seen, [SiteFields.Languages], (site, read) => site with { Languages = read });
    }

    public Task<IActionResult> OnPostAccent(string? accent, string? seen)
    {
        Accent = accent ?? "";
        Reading<string> read = Colour().IsMatch(Accent) ? Accent.ToLowerInvariant() : new List<Fault> { new("accent", "accent") };
        return Save(read, seen, [SiteFields.Accent], (site, colour) => site with { Accent = colour });
    }

    public Task<IActionResult> OnPostQuery(string? query, string? seen)
    {
        Query = query ?? "";
        return Save(QueryForm.Read(query), seen, [SiteFields.QueryAllow], (site, read) => site with { QueryAllow = read });
    }

    public Task<IActionResult> OnPostRetention([FromForm(Name = "Retention")] RetentionForm typed, string? seen)
    {
        Retention = typed;
        return Save(typed.Read(), seen, [SiteFields.Retention], (site, read) => site with { Retention = read });
    }

    /// <summary>Every card but the one that was sent shows what is kept.</summary>
    protected override Task Load()
    {
        Name ??= Site.Name;
        Slug ??= Site.Slug;
        Origins ??= OriginsForm.Shown(Site.Origins);
        if (First is null) (Languages, First) = (Site.LanguageList, Site.LanguageList[0]);
        Accent ??= Site.Accent;
        Query ??= Site.QueryAllow;
        if (Retention is { Unanswered: null, Private: null }) Retention = RetentionForm.Of(Site.Retention);
        return Task.CompletedTask;
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Colour();
}
