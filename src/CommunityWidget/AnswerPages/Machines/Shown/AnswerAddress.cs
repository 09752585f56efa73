using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Shown;

/// <summary>Where readers find a site's pages: with us, or under the shop's own name. Paths are ours (<c>/answers/SLUG/…</c>) until they are said to anybody.</summary>
public sealed class AnswerAddress(PublicAddress address)
{
    public static string Home(Site site) => $"/answers/{site.Slug}";

    /// <summary>The short name in one of our paths; null where it is no path of a site's pages. Capitals before it are no other path: routes do not tell them apart.</summary>
    public static string? SlugIn(PathString path)
    {
        const string all = "/answers/";
        if (path.Value is not { } value || !value.StartsWith(all, StringComparison.OrdinalIgnoreCase)) return null;
        var end = value.IndexOf('/', all.Length);
        return end < 0 ? value[all.Length..] : value[all.Length..end];
    }

    public string Link(Site site, Edition edition) => Link(site, edition.Path(site.Slug));

    /// <summary>The whole address of one of our paths.</summary>
    public string Link(Site site, string path) => Link(address, site, path);

    /// <summary>The same for whoever has our address at hand.</summary>
    public static string Link(PublicAddress address, Site site, string path) => IsOf(site, path) && site.AnswersBase.Length > 0 ? site.AnswersBase + path[Home(site).Length..] : address.Link(path);

    /// <summary>The path of a link on a page that is read at the site's own address.</summary>
    public static string Path(Site site, string path)
    {
        if (!IsOf(site, path) || !Uri.TryCreate(site.AnswersBase, UriKind.Absolute, out var at)) return path;
        var there = at.AbsolutePath.TrimEnd('/') + path[Home(site).Length..];
        return there.StartsWith('/') ? there : "/" + there;
    }

    /// <summary>Where this program itself is reached.</summary>
    public string Origin => address.Origin;

    private static bool IsOf(Site site, string path) =>
        path.StartsWith(Home(site), StringComparison.OrdinalIgnoreCase) && (path.Length == Home(site).Length || path[Home(site).Length] is '/' or '?' or '#');
}
