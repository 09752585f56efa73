using System.Collections.Concurrent;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Listing;

/// <summary>What a site's public pages are about, those with most pages first. Counted anew when the last count is half a minute old.</summary>
public sealed class Subjects
{
    private const int MostProducts = 30;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly Db _db;
    private readonly TimeProvider _clock;
    private volatile ConcurrentDictionary<Guid, (long At, SiteSubjects Subjects)> _known = new();

    public Subjects(Db db, TimeProvider clock, AnswerCache pages)
    {
        (_db, _clock) = (db, clock);
        // What a withdrawn page was about is not remembered longer than the page.
        pages.OnDrop(() => _known = new());
    }

    public async Task<SiteSubjects> Of(Guid site)
    {
        // What is counted now may change before it is remembered: then it goes into what was forgotten meanwhile.
        var (known, began) = (_known, _clock.GetTimestamp());
        if (known.TryGetValue(site, out var counted) && _clock.GetElapsedTime(counted.At, began) < Fresh) return counted.Subjects;
        var topics = await _db.Query<Subject>(
            """
            select topic as id, count(*) as number from pages
            where site = @site and state = 'published' and hidden_at is null and topic is not null group by topic order by number desc, topic
            """,
            new { site });
        var products = await _db.Query<Subject>(
            """
            select id, name, number from (
                select product_id as id, product_name as name, cast(sum(count(*)) over (partition by product_id) as bigint) as number,
                    row_number() over (partition by product_id order by case when product_name is null then 1 else 0 end, count(*) desc, max(published_at) desc, product_name) as place
                from pages where site = @site and state = 'published' and hidden_at is null and product_id is not null group by product_id, product_name) named
            where place = 1 order by number desc, id limit @MostProducts
            """,
            new { site, MostProducts });
        var subjects = new SiteSubjects(topics, products);
        known[site] = (began, subjects);
        return subjects;
    }
}

/// <param name="Topics">By the site's id of them.</param>
/// <param name="Products">By the shop's id of them, with their name.</param>
public sealed record SiteSubjects(IReadOnlyList<Subject> Topics, IReadOnlyList<Subject> Products);

/// <summary>A topic or a product with public pages.</summary>
public sealed record Subject
{
    public string Id { get; init; } = "";
    public string? Name { get; init; }
    public long Number { get; init; }
}
