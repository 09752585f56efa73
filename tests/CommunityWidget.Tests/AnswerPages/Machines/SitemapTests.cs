using System.Net;
using System.Xml.Linq;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

[Collection(nameof(TwoNodes))]
public sealed class SitemapTests(TwoNodes nodes)
{
    private static readonly string[] Long = ["It is in the manual, on the page that everybody skips, and it says so in bold letters."];

    [Fact]
    public async Task A_file_that_grew_too_long_is_cut_once_and_the_older_half_stays_as_it_is()
    {
        var shop = await nodes.Here.Open();
        var store = new SitemapStore(nodes.Here.Db) { Most = 3, Older = 2 };
        for (var i = 0; i < 3; i++) await Page(shop, i);
        var whole = Assert.Single(await store.Files(shop.Site.Id));
        await Page(shop, 3);

        var cut = await store.Files(shop.Site.Id);
        await Page(shop, 4);
        var after = await store.Files(shop.Site.Id);

        Assert.Equal((1, 3), (whole.Number, whole.Pages));
        // What costs seconds of a million pages is looked at for the one file that is asked for.
        Assert.Null(whole.Ids);
        Assert.True((await store.File(shop.Site.Id, 1))!.Ids > 0);
        Assert.Equal([(1, 2), (2, 2)], cut.Select(file => (file.Number, file.Pages)));
        Assert.Equal([(1, 2), (2, 3)], after.Select(file => (file.Number, file.Pages)));
        Assert.Equal(cut[0], after[0]);
        var lines = await Task.WhenAll(after.Select(file => store.Lines(shop.Site.Id, file, null, 10)));
        Assert.Equal(5, lines.SelectMany(line => line).DistinctBy(line => line.Id).Count());
        Assert.Equal(2, (await store.Lines(shop.Site.Id, after[1], lines[1][0].Id, 10)).Count);
    }

    [Fact]
    public async Task It_says_when_a_page_last_changed_for_its_readers_and_is_the_same_until_one_does()
    {
        var shop = await nodes.Here.Open();
        var page = await Page(shop, 0);
        var file = $"/answers/{shop.Site.Slug}/sitemap-1.xml";
        var first = await TwoNodes.Read(nodes.Here, file, ("Accept-Encoding", "br"));
        nodes.Clock.Advance(TimeSpan.FromMinutes(5));
        await nodes.Here.Write(tx => nodes.Here.Get<EditionStore>().SetMerged(tx, page.Id, null));

        var second = await TwoNodes.Read(nodes.Here, file, ("Accept-Encoding", "br"));
        var known = await TwoNodes.Read(nodes.There, file, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.Tag));
        await nodes.Here.Write(tx => tx.Execute("update pages set modified_at = @NowMs where id = @Id", new { nodes.Clock.NowMs, page.Id }));
        var changed = await TwoNodes.Read(nodes.There, file, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal("br", first.Content.Headers.ContentEncoding.Single());
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (known.StatusCode, changed.StatusCode));
        Assert.Contains($"<lastmod>{SitemapXml.Time(nodes.Clock.NowMs)}</lastmod>", await (await TwoNodes.Read(nodes.Here, $"/answers/{shop.Site.Slug}/sitemap.xml")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_names_only_what_is_below_its_own_folder_and_one_of_no_lists_is_none()
    {
        var (shop, home) = await Opened();
        await Page(shop, 0);
        Assert.Equal([$"{home}/sitemap-1.xml"], await Named($"{home}/sitemap.xml"));
        Assert.Equal(HttpStatusCode.NotFound, (await TwoNodes.Read(nodes.Here, $"{home}/sitemap-lists.xml")).StatusCode);

        await nodes.Publish(shop, "Is it of brass?", "Is it?", Long, page => page with { Topic = "coffee", ProductId = "lamp" });

        Assert.Equal([$"{home}/sitemap-lists.xml", $"{home}/sitemap-1.xml"], await Named($"{home}/sitemap.xml"));
        Assert.Equal([$"{home}/topics/coffee", $"{home}/products/lamp"], await Named($"{home}/sitemap-lists.xml"));
    }

    private async Task<(Shop Shop, string Home)> Opened()
    {
        var shop = await nodes.Here.Open();
        return (shop, $"/answers/{shop.Site.Slug}");
    }

    private async Task<IEnumerable<string>> Named(string file) => XDocument.Parse(await (await TwoNodes.Read(nodes.Here, file)).Content.ReadAsStringAsync())
        .Descendants().Where(one => one.Name.LocalName == "loc").Select(one => one.Value[TwoNodes.Name.Length..]);

    private Task<Edition> Page(Shop shop, int number)
    {
        nodes.Clock.Advance(TimeSpan.FromSeconds(1));
        return nodes.Publish(shop, $"Question number {number}", $"What about number {number}?", Long);
    }
}
