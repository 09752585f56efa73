using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CommunityWidget.SearchEngine;

internal static class Sitemaps
{
    private const int MostAddresses = 45_000, MostBytes = 50_000_000;

    private static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Collects every address with its last change, from an index or a file.</summary>
    public static async Task Read(Web web, string address, Dictionary<string, string> listed, List<Fault> faults, bool inIndex = false)
    {
        var file = await web.Get(address);
        if (file.Status != 200)
        {
            faults.Add(new(address, $"answers {file.Status}"));
            return;
        }
        if (Parsed(file, faults) is not { } root) return;
        await Caching.Check(web, file, faults);
        var again = await web.Ask(address);
        if (!again.Body.AsSpan().SequenceEqual(file.Body)) faults.Add(new(address, "reads differently the second time, although nothing changed"));
        if (file.Body.Length > MostBytes) faults.Add(new(address, $"is {file.Body.Length} bytes long"));
        var entries = root.Elements().ToList();
        if (entries.Count > MostAddresses) faults.Add(new(address, $"lists {entries.Count} addresses"));
        if (root.Descendants().Any(e => e.Name.LocalName is "priority" or "changefreq")) faults.Add(new(address, "says what nobody reads: priority or changefreq"));
        var folder = address[..(address.LastIndexOf('/') + 1)];
        foreach (var entry in entries)
        {
            var (loc, lastmod) = ((string?)entry.Element(Space + "loc") ?? "", (string?)entry.Element(Space + "lastmod") ?? "");
            if (!loc.StartsWith(folder, StringComparison.Ordinal)) faults.Add(new(address, $"lists {loc}, which is not below it"));
            if (!DateTimeOffset.TryParse(lastmod, CultureInfo.InvariantCulture, out _) || !(lastmod.EndsWith('Z') || lastmod[^6..][0] is '+' or '-')) faults.Add(new(address, $"has no lastmod with an offset for {loc}"));
            if (root.Name.LocalName == "sitemapindex")
            {
                if (inIndex) faults.Add(new(address, "is an index within an index"));
                await Read(web, loc, listed, faults, inIndex: true);
                // A file also changes when an old page comes into it, and never less than its newest page.
                if (web.Read.FirstOrDefault(f => f.Uri == loc) is { Status: 200 } child && Parsed(child, faults) is { } pages
                    && pages.Elements().Select(p => (string?)p.Element(Space + "lastmod")).Max(StringComparer.Ordinal) is { } newest && string.CompareOrdinal(lastmod, newest) < 0)
                    faults.Add(new(address, $"says that {loc} last changed at {lastmod}, and a page of it did at {newest}"));
            }
            else if (!listed.TryAdd(loc, lastmod)) faults.Add(new(address, $"lists {loc}, which is listed already"));
        }
    }

    private static XElement? Parsed(Fetched file, List<Fault> faults)
    {
        try
        {
            var root = XDocument.Parse(file.Text).Root!;
            if (root.Name == Space + "sitemapindex" || root.Name == Space + "urlset") return root;
            faults.Add(new(file.Uri, $"is no sitemap but {root.Name}"));
        }
        catch (XmlException error)
        {
            faults.Add(new(file.Uri, $"is no XML: {error.Message}"));
        }
        return null;
    }
}
