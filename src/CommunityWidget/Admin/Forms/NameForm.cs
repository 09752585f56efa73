using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>What a site is called, and its short name in addresses.</summary>
public sealed record NameForm(string Name, string Slug)
{
    public const int MostName = 60;

    /// <param name="name">As typed.</param>
    /// <param name="slug">As typed; empty takes it from the name.</param>
    public static Reading<NameForm> Read(string? name, string? slug)
    {
        var clean = VisibleLine.Clean(name, MostName);
        var shortName = string.IsNullOrWhiteSpace(slug) ? Sites.Slug.Of(clean ?? "") : slug.Trim().ToLowerInvariant();
        var faults = new List<Fault>();
        if (clean is null) faults.Add(new("name", "site_name", $"{MostName}"));
        if (clean is not null && !Sites.Slug.IsUsable(shortName)) faults.Add(new("slug", "slug", $"{Sites.Slug.Least}", $"{Sites.Slug.Most}"));
        return faults.Count > 0 ? faults : new NameForm(clean!, shortName);
    }
}
