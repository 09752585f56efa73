namespace CommunityWidget.SearchEngine;

/// <summary>Reads a host as a search engine does – robots.txt, sitemaps, pages, their links, pictures and feeds – and finds fault.</summary>
public sealed class Crawl(Web web, Vocabulary? vocabulary = null)
{
    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, Page> _titles = [];
    private readonly Queue<string> _parts = [];
    private int _links;

    public IReadOnlyList<Fault> Faults => _faults;

    public int MostPages { get; init; } = 200;

    /// <summary>Where to begin instead of at robots.txt: a shop's own file belongs to the shop.</summary>
    public string? Sitemap { get; init; }

    /// <summary>What was public once: each says that it is gone, leads its reader on, and is no place machines are told of.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    public int Pages { get; private set; }

    public int Questions { get; private set; }

    public string Summary => $"{Pages} pages, {Questions} of them questions and answers, {_links} links";

    public async Task Run()
    {
        var sitemaps = Sitemap is null ? await Robots.Read(web, _faults) : [Sitemap];
        var listed = new Dictionary<string, string>();
        foreach (var sitemap in sitemaps) await Sitemaps.Read(web, sitemap, listed, _faults);
        foreach (var (address, lastmod) in listed.Take(MostPages)) await Page(address, lastmod);
        foreach (var sitemap in sitemaps.Distinct().Where(sitemap => listed.Keys.Any(address => address.StartsWith(sitemap[..(sitemap.LastIndexOf('/') + 1)], StringComparison.Ordinal)))) await Home(sitemap[..sitemap.LastIndexOf('/')]);
        await Parts();
        foreach (var address in Gone) await Left(address);
        await Links(listed);
    }

    // The page above a sitemap, which no file of that may name, is found by its links, and read like those that are named.
    private async Task Home(string address)
    {
        if (!Found().Any(link => link.To == address)) _faults.Add(new(address, "is in no sitemap, and no page links to it"));
        await Page(address, "");
    }

    // What a list goes on with stands in no sitemap either: each part is found on the one before it. Whether they answer is asked with all links.
    private async Task Parts()
    {
        var seen = new HashSet<string>();
        while (seen.Count < MostPages && _parts.TryDequeue(out var part))
            if (seen.Add(part) && (await web.Get(part)).Status == 200) await Read(part, "");
    }

    private async Task Left(string address)
    {
        var fetched = await web.Get(address);
        if (fetched.Status != 410) _faults.Add(new(address, $"is gone and answers {fetched.Status}"));
        var page = new Page(fetched);
        PageChecks.Check(page, web, _faults);
        if (page.Canonical is not null || DataChecks.Of(page).Any()) _faults.Add(new(address, "is gone and tells machines where it is"));
    }

    private async Task Page(string address, string lastmod)
    {
        if (await Read(address, lastmod) is { IsNoIndex: true }) _faults.Add(new(address, "is in the sitemap and says noindex"));
    }

    private async Task<Page?> Read(string address, string lastmod)
    {
        var fetched = await web.Get(address);
        Pages++;
        if (fetched.Status != 200)
        {
            _faults.Add(new(address, $"is in the sitemap and answers {fetched.Status}"));
            return null;
        }
        await Caching.Check(web, fetched, _faults);
        var page = new Page(fetched);
        PageChecks.Check(page, web, _faults);
        HeadChecks.Check(page, lastmod, _faults);
        LinkChecks.Check(page, web, _faults);
        if (!_titles.TryAdd(page.Document.Title ?? "", page) && _titles[page.Document.Title ?? ""] is var other && !AreTwoOfOneWording(page, other)) _faults.Add(new(address, $"has the title of {other.Address}"));
        await Breadcrumbs.Check(page, web, _faults);
        if (DataChecks.Check(page, vocabulary, _faults)) Questions++;
        await Pictures.Check(page, web, _faults);
        if (page.IsQuestion) await Moves.Check(page, web, _faults);
        foreach (var feed in page.Feeds) await Feeds.Check(web, feed, _faults);
        // In other words around them they are the same pages.
        foreach (var (part, _) in page.Links(web).Where(link => new Uri(link.To).Query is var query && query.Contains("after=", StringComparison.Ordinal) && !query.Contains("lang=", StringComparison.Ordinal))) _parts.Enqueue(part);
        return page;
    }

    // People ask the same of the same thing in the same words, and are answered otherwise: their words are not ours to change. Each says it is a page of its own, and it is.
    private static bool AreTwoOfOneWording(Page page, Page other) =>
        page.IsQuestion && other.IsQuestion && page.Canonical is { } canonical && canonical != other.Canonical && !page.Said.SequenceEqual(other.Said);

    // A question that no sitemap lists says of itself that it has hardly an answer, and nothing that is not so.
    private void Linked(Page page, Dictionary<string, string> listed)
    {
        if (page.Canonical is not { } canonical) return;
        if (!listed.ContainsKey(canonical)) _ = page.IsQuestion && DataChecks.Check(page, vocabulary, _faults);
        else if (page.IsNoIndex) _faults.Add(new(canonical, "is in the sitemap and says noindex"));
    }

    private IEnumerable<(string To, string From)> Found() => web.Read.Where(f => f.Status == 200 && f.Type?.StartsWith("text/html", StringComparison.Ordinal) is true).ToList().SelectMany(f => new Page(f).Links(web));

    // Every link of every page leads somewhere, in one hop at most; and what may not be found is not in a sitemap.
    private async Task Links(Dictionary<string, string> listed)
    {
        foreach (var (link, from) in Found().Distinct().Take(MostPages * 10).ToList().DistinctBy(link => link.To))
        {
            _links++;
            var there = await web.Get(link);
            if (there.Status is 301 or 302 or 307 or 308) there = await web.Get(new Uri(new Uri(link), there.Header("Location")!).AbsoluteUri);
            if (there.Status != 200) _faults.Add(new(from, $"links to {link}, which answers {there.Status}"));
            else if (there.Type?.StartsWith("text/html", StringComparison.Ordinal) is true) Linked(new(there), listed);
        }
    }
}
