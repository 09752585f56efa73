using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Database;
using CommunityWidget.SearchEngine;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Every address of a page leads where the page itself does, and what machines keep is of the pages it tells of.</summary>
[Collection(nameof(TwoNodes))]
public sealed class MergedAddressTests(TwoNodes nodes)
{
    private static readonly string[] Long = ["It is in the manual, on the page that everybody skips, and it says so in bold letters."];

    [Fact]
    public async Task The_feed_and_the_picture_of_a_double_s_double_are_those_of_the_page_that_stayed()
    {
        var shop = await nodes.Here.Open();
        var home = $"/answers/{shop.Site.Slug}";
        var (stays, twin, third) = (await nodes.Publish(shop, "Where is the key?", "Where is it?", Long), await nodes.Publish(shop, "Where is a key?", "Where is one?", Long), await nodes.Publish(shop, "Where was the key?", "Where was it?", Long));
        await nodes.Here.Write(async tx =>
        {
            await nodes.Here.Get<EditionStore>().SetMerged(tx, twin.Id, stays.Id);
            await nodes.Here.Get<EditionStore>().SetMerged(tx, third.Id, twin.Id);
            await tx.Execute("update pages set state = 'rejected' where id in (@Twin, @Third)", new { Twin = twin.Id, Third = third.Id });
        });

        foreach (var page in new[] { twin, third })
        {
            foreach (var file in new[] { "feed.atom", "picture.png" })
            {
                var moved = await TwoNodes.Read(nodes.Here, $"{home}/{page.PublicId}/{file}");
                Assert.Equal((file, HttpStatusCode.MovedPermanently, $"{home}/{stays.PublicId}/{file}"), (file, moved.StatusCode, moved.Headers.Location?.OriginalString.Split('?')[0]));
            }
        }

        // What it would lead to may come back, or it does not.
        await nodes.Here.Write(tx => tx.Execute("update pages set hidden_at = 1 where id = @Id", new { stays.Id }));
        Assert.Equal(HttpStatusCode.NotFound, (await TwoNodes.Read(nodes.Here, $"{home}/{third.PublicId}/feed.atom")).StatusCode);
        await nodes.Here.Write(tx => tx.Execute("update pages set state = 'withdrawn' where id = @Id", new { stays.Id }));
        Assert.Equal(HttpStatusCode.Gone, (await TwoNodes.Read(nodes.Here, $"{home}/{twin.PublicId}/picture.png")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_took_over_an_older_answer_is_crawled_without_a_fault()
    {
        var shop = await nodes.Here.Open();
        var older = await nodes.Publish(shop, "Where is a key?", "Where is one?", ["It hangs behind the door of the kitchen, where nobody would ever think of looking for it."]);
        var stays = await nodes.Publish(shop, "Where is the key?", "Where is it?", Long);
        await nodes.Here.Write(async tx =>
        {
            await tx.Execute("update answers set answered_at = answered_at - 300000 where page = @Id", new { older.Id });
            await tx.Execute("update pages set state = 'rejected' where id = @Id", new { older.Id });
            await nodes.Here.Get<EditionStore>().SetMerged(tx, older.Id, stays.Id);
            await nodes.Here.Get<EditionEdits>().Merge(tx, older.Id, stays.Id, nodes.Clock.NowMs);
        });

        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml" };
        await crawl.Run();

        Assert.Empty(crawl.Faults);
        Assert.Contains(web.Read, read => read.Uri == TwoNodes.Name + stays.Path(shop.Site.Slug) && new Page(read).Answers.Count == 2);
    }

    [Fact]
    public async Task A_file_of_the_sitemap_with_another_page_in_a_page_s_place_has_another_mark()
    {
        var shop = await nodes.Here.Open();
        var (first, second) = (await nodes.Publish(shop, "Where is the key?", "Where is it?", Long), await nodes.Publish(shop, "Where is the lid?", "Where is it?", Long));
        var last = await nodes.Publish(shop, "Where is the cord?", "Where is it?", Long);
        await nodes.Here.Write(tx => tx.Execute("update pages set modified_at = @ModifiedAt where site = @Site", new { last.ModifiedAt, last.Site }));
        var file = $"/answers/{shop.Site.Slug}/sitemap-1.xml";
        await Hide(first, true);
        var before = await TwoNodes.Read(nodes.Here, file);
        await Hide(first, false);
        await Hide(second, true);

        var after = await TwoNodes.Read(nodes.Here, file, ("If-None-Match", before.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains(first.PublicId, await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, (await TwoNodes.Read(nodes.There, file, ("If-None-Match", after.Headers.ETag!.Tag))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://shop.example/questions")]
    public async Task An_address_with_other_capitals_leads_where_the_usual_one_does(string shown)
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Where is the key?", "Where is it?", Long);
        var name = $"{shop.Site.Slug}-second";
        await nodes.Here.Write(async tx => await nodes.Here.Get<SiteStore>().Save(tx, (await nodes.Here.Get<SiteStore>().Get(shop.Site.Id)) with { Slug = name, AnswersBase = shown }));

        foreach (var path in new[] { $"/{page.PublicId}/{page.Slug}", "/feed.atom", "" })
        {
            var moved = await TwoNodes.Read(nodes.Here, $"/Answers/{shop.Site.Slug}{path}");
            Assert.Equal((path, HttpStatusCode.MovedPermanently, $"{(shown.Length > 0 ? shown : $"{TwoNodes.Name}/answers/{name}")}{path}"), (path, moved.StatusCode, moved.Headers.Location?.AbsoluteUri));
            if (shown.Length > 0) Assert.Equal($"{shown}{path}", (await TwoNodes.Read(nodes.Here, $"/ANSWERS/{name}{path}")).Headers.Location?.AbsoluteUri);
        }
    }

    private Task Hide(Edition page, bool isHidden) => nodes.Here.Write(tx => tx.Execute("update pages set hidden_at = @at where id = @Id", new { page.Id, at = isHidden ? 1L : (long?)null }));
}
