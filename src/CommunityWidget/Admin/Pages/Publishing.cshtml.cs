using CommunityWidget.Admin.Forms;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>What a moderator reads before it is public, and when reports hide a page.</summary>
public sealed class PublishingModel(AdminDesk desk, ChangeSite change) : SettingsPage(desk, change)
{
    private string? _policy, _hide;

    public string Policy => _policy ?? Site.ReviewPolicy;

    public string HideAfter => _hide ?? $"{Site.ReportHideAfter}";

    public Task<IActionResult> OnPostPolicy(string? policy, string? seen)
    {
        _policy = policy ?? "";
        Reading<string> read = ReviewPolicies.Known.Contains(_policy) ? _policy : new List<Fault> { new("policy", "choice") };
        return Save(read, seen, [SiteFields.ReviewPolicy], (site, chosen) => site with { ReviewPolicy = chosen });
    }

    public Task<IActionResult> OnPostHide(string? hide, string? seen)
    {
        _hide = hide ?? "";
        var faults = new List<Fault>();
        Reading<string> read = Number.Read("hide", hide, 0, Sites.Site.MostReportHideAfter, faults) is { } number ? $"{number}" : faults;
        return Save(read, seen, [SiteFields.ReportHideAfter], (site, typed) => SiteFields.With(site, SiteFields.ReportHideAfter, typed));
    }

    protected override Task Load() => Task.CompletedTask;
}
