using AngleSharp.Dom;

namespace CommunityWidget.SearchEngine;

/// <summary>The page as somebody reads it without a script, with a screen reader or on a slow line.</summary>
internal static class PageChecks
{
    private const int MostBytes = 60_000;

    public static void Check(Page page, Web web, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(page.Address, what));
        var document = page.Document;
        if (page.Fetched.Type?.Replace(" ", "", StringComparison.Ordinal) != "text/html;charset=utf-8") Say($"is {page.Fetched.Type}");
        if (page.Fetched.Sent > MostBytes) Say($"is {page.Fetched.Sent} bytes on the line");
        if (document.QuerySelectorAll("h1").Length != 1) Say($"has {document.QuerySelectorAll("h1").Length} headings of the first level");
        foreach (var landmark in new[] { "body > header", "main", "body > footer" })
            if (document.QuerySelectorAll(landmark).Length != 1) Say($"has no {landmark} of its own");
        if (!document.QuerySelectorAll("nav").Any(nav => nav.QuerySelector("a[href]") is not null && !string.IsNullOrWhiteSpace(nav.GetAttribute("aria-label")))) Say("has no way that is named");
        if (document.Body?.QuerySelector("a")?.GetAttribute("href") is not { } skip || !skip.StartsWith('#') || document.GetElementById(skip[1..]) is null) Say("does not begin with a way past its head");
        if (string.IsNullOrEmpty(document.DocumentElement.GetAttribute("lang"))) Say("does not say its language");
        var level = 1;
        foreach (var heading in document.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var own = heading.LocalName[1] - '0';
            if (own > level + 1) Say($"skips from h{level} to h{own}: {heading.TextContent.Trim()}");
            level = own;
        }
        if (document.QuerySelectorAll("script").Any(script => script.GetAttribute("type") != "application/ld+json" && (script.GetAttribute("src") is null || !(script.HasAttribute("async") || script.HasAttribute("defer"))))) Say("runs a script before it is read");
        if (document.All.Any(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)))) Say("has a script in an attribute");
        foreach (var (name, attribute) in new[] { ("link[rel=stylesheet]", "href"), ("script[src]", "src"), ("img[src]", "src"), ("iframe[src]", "src") })
            foreach (var loaded in document.QuerySelectorAll(name).Select(element => new Uri(new Uri(page.Address), element.GetAttribute(attribute))).Where(loaded => !web.IsOurs(loaded) && loaded.Host != web.Assets)) Say($"waits for {loaded.Host}");
        if (!page.IsQuestion) return;
        foreach (var text in document.QuerySelectorAll("h1, .words").Where(text => text.GetAttribute("lang") is null || text.GetAttribute("dir") is null)) Say($"does not say language and direction of “{text.TextContent.Trim()}”");
    }
}
