using CommunityWidget.Privacy;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>Somebody asks what is kept about them, or for it to be erased; and what goes by itself.</summary>
public sealed class PrivacyModel(AdminDesk desk, FindPerson find, ExportPerson export, EraseVisitor erase, PurgePlan plan) : AdminPage(desk)
{
    /// <summary>What was looked for; never in an address, where logs would keep it.</summary>
    public string? Looked { get; private set; }

    public IReadOnlyList<FoundVisitor> Found { get; private set; } = [];

    public IReadOnlyList<PlannedPurge> Plan { get; private set; } = [];

    [BindProperty(Name = "erased", SupportsGet = true)]
    public bool HasErased { get; set; }

    public int DaysOf(string kept) => kept switch
    {
        "unanswered" => Site.Retention.Unanswered,
        "private" => Site.Retention.Private,
        "published" => Site.Retention.Published,
        "audit" => Site.Retention.Audit,
        "numbers" => Site.Retention.Numbers,
        _ => Sites.Retention.IdleVisitors,
    };

    public async Task<IActionResult> OnPostFind(string? who)
    {
        Looked = who?.Trim();
        Found = await find.Visitors(Site.Id, who);
        return await Show();
    }

    public async Task<IActionResult> OnPostExport(Guid visitor)
    {
        var archive = await export.Visitor(Me!, visitor);
        return archive.Value is { } file ? File(file, Archive.Type, $"{Site.Slug}-visitor.zip") : await Refuse(archive.Refusal!);
    }

    public async Task<IActionResult> OnPostErase(Guid visitor, bool sure)
    {
        if (!sure)
        {
            if (await find.Visitor(Site.Id, visitor) is { } still) Found = [still];
            Warn([], A.TickSure);
            return await Show();
        }
        var erased = await erase.Run(Me!, visitor);
        return erased.Refusal is { } refusal ? await Refuse(refusal) : Redirect(Link("/admin/privacy?erased=true"));
    }

    protected override async Task Load() => Plan = await plan.DryRun(Site);
}
