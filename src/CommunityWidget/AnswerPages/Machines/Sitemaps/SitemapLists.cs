using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Sitemaps;

/// <summary>The lists worth finding: the site's first page, and those of topics that hold something.</summary>
public sealed class SitemapLists(Db db)
{
    public async Task<IReadOnlyList<(string Path, long ModifiedAt)>> Of(Site site)
    {
        var topics = await db.Query<Listed>(
            "select topic, max(modified_at) as modified_at from pages where site = @Id and state = 'published' and hidden_at is null and thin = 0 group by topic", new { site.Id });
        if (topics.Count == 0) return [];
        return [(AnswerAddress.Home(site), topics.Max(topic => topic.ModifiedAt))];
    }

    private sealed record Listed
    {
        public string? Topic { get; init; }
        public long ModifiedAt { get; init; }
    }
}
