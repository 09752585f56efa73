using CommunityWidget.Contracts;
using CommunityWidget.Privacy;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>Somebody asks what is kept about them, or for it to be erased; and what goes by itself.</summary>
public sealed class PrivacyModel(AdminDesk desk, FindPerson find, ExportPerson export, EraseVisitor erase, FindReaderWords findWords, EraseReaderWords eraseWords, PurgePlan plan) : AdminPage(desk)
{
    /// <summary>What was looked for; never in an address, where logs would keep it.</summary>
    public string? Looked { get; private set; }

    public IReadOnlyList<FoundVisitor> Found { get; private set; } = [];

    /// <summary>Where somebody says that they wrote something on a public page, as typed.</summary>
    public string? Address { get; private set; }

    public ReaderWords? Wrote { get; private set; }

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

    public async Task<IActionResult> OnPostExport(Guid visitor, string? who, bool known)
    {
        if (await find.Visitor(Site.Id, who, visitor) is not { } found) return await Refuse(Refusals.NotFound);
        if (found.IsUnconfirmed && !known) return await Ask(found, who, A.TickKnown);
        var archive = await export.Visitor(Me!, visitor);
        return archive.Value is { } file ? File(file, Archive.Type, $"{Site.Slug}-visitor.zip") : await Refuse(archive.Refusal!);
    }

    public async Task<IActionResult> OnPostErase(Guid visitor, string? who, bool known, bool sure)
    {
        if (await find.Visitor(Site.Id, who, visitor) is not { } found) return await Refuse(Refusals.NotFound);
        if (!sure) return await Ask(found, who, A.TickSure);
        if (found.IsUnconfirmed && !known) return await Ask(found, who, A.TickKnown);
        var erased = await erase.Run(Me!, visitor);
        return erased.Refusal is { } refusal ? await Refuse(refusal) : Redirect(Link("/admin/privacy?erased=true"));
    }

    public async Task<IActionResult> OnPostFindWords(string? address)
    {
        Address = address?.Trim() ?? "";
        Wrote = await findWords.ByAddress(Site, address);
        return await Show();
    }

    public async Task<IActionResult> OnPostEraseWords(string? kind, string? words, string? reason, bool sure)
    {
        if (!sure || !EraseReasons.Known.Contains(reason))
        {
            Wrote = await findWords.Find(Site.Id, kind ?? "", words ?? "");
            Warn([], A.TickSureAndWhy);
            return await Show();
        }
        var erased = await eraseWords.Run(Me!, kind ?? "", words ?? "", reason);
        // By whoever wrote it, somebody else here, or an earlier press.
        if (erased.Refusal == Refusals.NotFound && await findWords.IsGone(Site.Id, words ?? "")) return Redirect(Link("/admin/privacy?erased=true"));
        return erased.Refusal is { } refusal ? await Refuse(refusal) : Redirect(Link("/admin/privacy?erased=true"));
    }

    private Task<IActionResult> Ask(FoundVisitor found, string? who, string first)
    {
        (Looked, Found) = (who?.Trim(), [found]);
        Warn([], first);
        return Show();
    }

    protected override async Task Load() => Plan = await plan.DryRun(Site);
}
