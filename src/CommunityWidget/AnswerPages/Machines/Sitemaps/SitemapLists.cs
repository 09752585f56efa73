using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Sitemaps;

/// <summary>The lists worth finding: those of topics and products that hold something. The site's first page stands above its sitemap, where none may name it; every page links there.</summary>
public sealed class SitemapLists(Db db)
{
    // With the topics it is one file.
    private const int MostProducts = 40_000;

    // What was answered elsewhere came here later than it last changed, and its lists changed with it.
    private const string Changed = "max(case when proposed_at > modified_at then proposed_at else modified_at end) as modified_at";

    public async Task<IReadOnlyList<(string Path, long ModifiedAt)>> Of(Site site)
    {
        var topics = await db.Query<Listed>(
            $"select topic, {Changed} from pages where site = @Id and state = 'published' and hidden_at is null and thin = 0 group by topic", new { site.Id });
        // Of no topic is a page too: where not even one is, nothing is to be found.
        if (topics.Count == 0) return [];
        var products = await db.Query<Listed>(
            $"""
            select product_id as product, {Changed} from pages
            where site = @Id and state = 'published' and hidden_at is null and thin = 0 and product_id is not null group by product_id order by product_id limit @MostProducts
            """,
            new { site.Id, MostProducts });
        return
        [
            .. topics.Where(topic => site.TopicName(topic.Topic, "") is not null).Select(topic => (ListAddress.Topic(site, topic.Topic!), topic.ModifiedAt)).OrderBy(topic => topic.Item1, StringComparer.Ordinal),
            .. products.Select(product => (ListAddress.Product(site, product.Product!), product.ModifiedAt)),
        ];
    }

    private sealed record Listed
    {
        public string? Topic { get; init; }
        public string? Product { get; init; }
        public long ModifiedAt { get; init; }
    }
}
