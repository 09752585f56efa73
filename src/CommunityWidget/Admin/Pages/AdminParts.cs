using CommunityWidget.Admin.Texts;

namespace CommunityWidget.Admin.Pages;

/// <summary>A page of the administration, as its navigation names it.</summary>
public sealed record AdminPart(string Path, string Name)
{
    /// <summary>A page below it belongs to it; below the overview stands everything.</summary>
    public bool Holds(PathString path) => path == Path || (Path != "/admin" && path.StartsWithSegments(Path, StringComparison.Ordinal));
}

/// <summary>Pages that belong together: the navigation shows the groups, and the pages of the one somebody is in.</summary>
public sealed record AdminGroup(string Name, params AdminPart[] Parts)
{
    public string Path => Parts[0].Path;

    public bool Holds(PathString path) => Parts.Any(part => part.Holds(path));

    public static IReadOnlyList<AdminGroup> All(AdminTexts a) =>
    [
        new(a.Overview, new AdminPart("/admin", a.Overview)),
        new(a.ShopGroup, new("/admin/site", a.SiteSettings), new("/admin/mail", a.Mail), new("/admin/integrations", a.Integrations), new("/admin/identity", a.Identity)),
        new(a.Questions, new AdminPart("/admin/questions", a.Questions)),
        new(a.CommunityGroup, new("/admin/people", a.People), new("/admin/charter", a.Charter), new("/admin/judging", a.JudgingTitle), new("/admin/publishing", a.Publishing)),
        new(a.Numbers, new("/admin/numbers", a.Numbers), new("/admin/explain", a.Explain)),
        new(a.RecordsGroup, new("/admin/changes", a.Changes), new("/admin/audit", a.AuditTitle), new("/admin/privacy", a.Privacy)),
    ];
}
