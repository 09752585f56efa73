using System.Text;
using CommunityWidget.Contracts;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityWidget.Sites;

/// <summary>What may be kept of where a question came from.</summary>
public static class PageAddress
{
    /// <summary>The page, its fragment and every query parameter off the site's list dropped.</summary>
    public static PageContext? Clean(Site site, PageContext? page) =>
        page is null ? null : new(Address(site, page.Url), Line(page.Title));

    public static ProductContext? Clean(Site site, ProductContext? product) =>
        product is null ? null : new(Line(product.Id), Line(product.Name), Address(site, product.Url), Address(site, product.Image));

    private static string? Address(Site site, string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo != "") return null;
        var allowed = site.QueryAllow.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = QueryHelpers.ParseQuery(address.Query).Where(q => allowed.Contains(q.Key));
        var clean = QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), kept);
        return clean.Length <= 2 * Limits.ContextCodePoints ? clean : address.GetLeftPart(UriPartial.Authority);
    }

    private static string? Line(string? text)
    {
        var line = new StringBuilder();
        // Cut before the spaces around it are gone, a line would be shorter than it may be, or nothing.
        foreach (var rune in (text ?? "").EnumerateRunes().Where(rune => !Rune.IsControl(rune)).SkipWhile(Rune.IsWhiteSpace).Take(Limits.ContextCodePoints)) line.Append(rune);
        return line.ToString().TrimEnd() is { Length: > 0 } kept ? kept : null;
    }
}
