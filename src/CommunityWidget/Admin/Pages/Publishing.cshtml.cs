using CommunityWidget.Admin.Forms;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Hosting;
using CommunityWidget.Import;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>What a moderator reads before it is public, and when reports hide a page.</summary>
public sealed class PublishingModel(AdminDesk desk, ChangeSite change, ProveAnswersBase prove, PublicAddress address, ImportStore imports) : SettingsPage(desk, change)
{
    private string? _policy, _hide, _base;

    public string Policy => _policy ?? Site.ReviewPolicy;

    public string HideAfter => _hide ?? $"{Site.ReportHideAfter}";

    public string AnswersBase => _base ?? Site.AnswersBase;

    /// <summary>What the shop's proxy asks.</summary>
    public string Upstream => address.Link($"{ShownElsewhere.Prefix}/{Site.Key}/");

    /// <summary>Files that were brought in, newest first.</summary>
    public IReadOnlyList<ImportRecord> Imports { get; private set; } = [];

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

    public async Task<IActionResult> OnPostBase(string? @base, string? seen)
    {
        _base = @base ?? "";
        var read = AnswersBaseForm.Read(_base);
        if (read.Value is { Length: > 0 } typed && typed != Site.AnswersBase && await prove.Run(Site, typed, HttpContext.RequestAborted) is { } fault) read = new List<Fault> { fault };
        return await Save(read, seen, [SiteFields.AnswersBase], (site, proven) => site with { AnswersBase = proven });
    }

    protected override async Task Load() => Imports = await imports.Of(Site.Id, 20);
}
