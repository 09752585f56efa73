namespace CommunityWidget.SearchEngine;

internal static class Robots
{
    public static async Task<IReadOnlyList<string>> Read(Web web, List<Fault> faults)
    {
        var file = await web.Get(new Uri(web.Origin, "/robots.txt").AbsoluteUri);
        if (file.Status != 200) faults.Add(new(file.Uri, $"answers {file.Status}: a search engine stays away from the whole host"));
        var lines = file.Text.Split('\n', StringSplitOptions.TrimEntries);
        if (!lines.Contains("User-agent: *")) faults.Add(new(file.Uri, "has no rules for everybody"));
        var sitemaps = lines.Where(line => line.StartsWith("Sitemap:", StringComparison.Ordinal)).Select(line => line["Sitemap:".Length..].Trim()).ToList();
        if (sitemaps.Count == 0) faults.Add(new(file.Uri, "names no sitemap"));
        return sitemaps;
    }
}
