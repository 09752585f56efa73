using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CommunityWidget.SearchEngine;

internal static class HeadChecks
{
    public static void Check(Page page, string lastmod, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Address, what));
        var document = page.Document;
        if (string.IsNullOrWhiteSpace(document.Title)) Say("has no title");
        if (string.IsNullOrWhiteSpace(page.Meta("description"))) Say("has no description");
        if (document.QuerySelectorAll("link[rel=canonical]").Length != 1 || page.Canonical != page.Address) Say($"is read here, and its own address is {page.Canonical}");
        foreach (var name in new[] { "og:title", "og:description", "og:url", "og:site_name", "og:type", "og:locale", "twitter:card", "twitter:title" })
            if (string.IsNullOrWhiteSpace(page.Meta(name))) Say($"has no {name}");
        if (page.Meta("og:url") != page.Canonical) Say($"calls itself {page.Meta("og:url")} elsewhere");
        if (!Regex.IsMatch(page.Meta("og:locale") ?? "", "^[a-z]{2,3}_[A-Z]{2}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))) Say($"has the locale {page.Meta("og:locale")}");
        // A language is said of a translation, which says so of this page.
        foreach (var link in document.QuerySelectorAll("[hreflang]")) Say($"says that {link.GetAttribute("href")} is it in another language");
        if (!page.IsQuestion) return;
        foreach (var name in new[] { "article:published_time", "article:modified_time" })
            if (!IsTime(page.Meta(name))) Say($"has no {name} with an offset");
        var modified = DateTimeOffset.TryParse(page.Fetched.Header("Last-Modified"), CultureInfo.InvariantCulture, out var at) ? at : (DateTimeOffset?)null;
        if (modified is null || !DateTimeOffset.TryParse(lastmod, CultureInfo.InvariantCulture, out var listed) || modified != listed) Say($"was modified last at {page.Fetched.Header("Last-Modified")}, and at {lastmod} by the sitemap");
        if (document.QuerySelector("h1")?.GetAttribute("lang") is { } language && page.Meta("og:locale")?.StartsWith(language, StringComparison.Ordinal) is not true) Say($"is written in {language} and says {page.Meta("og:locale")}");
        if (page.Meta("article:modified_time") != lastmod) Say($"was modified at {page.Meta("article:modified_time")}, and at {lastmod} by the sitemap");
    }

    public static bool IsTime(string? text) => text is not null && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
