using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CommunityWidget.SearchEngine;

/// <summary>Where links lead, by the host a browser would go to.</summary>
internal static class LinkChecks
{
    private static readonly string[] Strangers = ["ugc", "nofollow", "noopener"];

    public static void Check(Page page, Web web, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Address, what));
        foreach (var link in page.Document.QuerySelectorAll("a[href]"))
        {
            var (href, rel) = (link.GetAttribute("href")!, (link.GetAttribute("rel") ?? "").Split(' '));
            if (!Uri.TryCreate(new Uri(page.Address), href, out var there) || there.Scheme is not ("http" or "https" or "mailto"))
            {
                Say($"links to {href}");
                continue;
            }
            var isOurs = web.IsOurs(there) || web.Own.Contains(there.IdnHost, StringComparer.OrdinalIgnoreCase);
            if (!isOurs && Strangers.Except(rel).Any()) Say($"vouches for {there.IdnHost}");
            if (isOurs && rel.Contains("nofollow")) Say($"does not vouch for its own {href}");
        }
        foreach (var text in page.Document.QuerySelectorAll(".words").Where(text => Regex.IsMatch(text.TextContent, @"(^|\s)https?://[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/|\s|$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))))
            if (text.QuerySelector("a") is null) Say($"has an address that is no link: {text.TextContent.Trim()}");
    }
}
