using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>A site has other short names than it had, or is shown under the shop's own: every address readers know leads to the one there is, in one hop.</summary>
[Collection(nameof(TwoNodes))]
public sealed class FormerNamesTests(TwoNodes nodes)
{
    private const string There = "https://shop.example/questions";

    private static readonly string[] Long = ["In the drawer below the till, beside the spare bulbs, where every shop that I have seen keeps it."];

    [Theory]
    [InlineData("")]
    [InlineData(There)]
    public async Task Every_public_address_leads_to_the_same_under_the_present_name(string shown)
    {
        var (shop, page) = await Open();
        var author = (await nodes.Here.Get<EditionStore>().Answers(page.Id)).Single().Member!.Value;
        string[] below =
        [
            "", "?lang=fr", "/topics/coffee", "/topics/coffee?lang=fr", "/products/lamp%252F2", $"/people/{author:N}", "/search?q=key&lang=fr", $"/{page.PublicId}/where-is-the-key", $"/{page.PublicId}/where-is-the-key?lang=fr",
            "/feed.atom", "/topics/coffee/feed.atom", $"/{page.PublicId}/feed.atom", "/sitemap.xml", "/sitemap-lists.xml", "/sitemap-1.xml", $"/{page.PublicId}/picture.png", $"/ask?about={page.PublicId}&lang=fr",
        ];

        var name = await Rename(shop, shown: shown);

        foreach (var path in below)
        {
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
            {
                var former = await Ask(method, $"/answers/{shop.Site.Slug}{path}");
                Assert.Equal((path, method, 301, $"{(shown.Length > 0 ? shown : $"{TwoNodes.Name}/answers/{name}")}{path}"), (path, method, (int)former.StatusCode, former.Headers.Location?.AbsoluteUri));
                // Not for good: the site may take its name back.
                Assert.True(former.Headers.CacheControl is { NoCache: true } or { MaxAge.TotalSeconds: <= 30 }, path);
            }
            Assert.Equal((path, 200), (path, (int)(await Ask(HttpMethod.Get, $"/shown/{shop.Site.Key}{path}")).StatusCode));
        }
        // As it was written before.
        var lamp = await Ask(HttpMethod.Get, $"/answers/{shop.Site.Slug}/products/lamp%2F2");
        Assert.Equal($"{(shown.Length > 0 ? shown : $"{TwoNodes.Name}/answers/{name}")}/products/lamp%252F2", lamp.Headers.Location?.AbsoluteUri);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, There)]
    [InlineData(false, There)]
    public async Task What_has_another_title_was_merged_is_gone_or_never_was_is_known_at_once(bool isFormer, string shown)
    {
        var (shop, page) = await Open();
        var (twin, gone) = (await nodes.Publish(shop, "Where is a key?", "Where is a key?", Long), await nodes.Publish(shop, "Where was the key?", "Where was it?", Long));
        await nodes.Here.Write(async tx =>
        {
            await nodes.Here.Get<EditionStore>().SetMerged(tx, twin.Id, page.Id);
            await nodes.Here.Get<EditionStore>().Withdraw(tx, gone.Thread, nodes.Clock.NowMs);
        });
        var name = isFormer ? await Rename(shop, shown: shown) : await Rename(shop, shop.Site.Slug, shown);

        var (old, now) = ($"/answers/{shop.Site.Slug}", $"{(shown.Length > 0 ? shown : $"{TwoNodes.Name}/answers/{name}")}/{page.PublicId}/where-is-the-key");
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
        {
            foreach (var path in new[] { $"{old}/{page.PublicId}", $"{old}/{page.PublicId}/an-older-title", twin.Path(shop.Site.Slug) })
            {
                var moved = await Ask(method, $"{path}?lang=fr");
                Assert.Equal((path, 301, $"{now}?lang=fr"), (path, (int)moved.StatusCode, moved.Headers.Location?.AbsoluteUri));
            }
            foreach (var file in new[] { "feed.atom", "picture.png" })
            {
                var moved = await Ask(method, $"{old}/{twin.PublicId}/{file}");
                var there = $"{now[..now.LastIndexOf('/')]}/{file}";
                Assert.Equal((file, 301, there), (file, (int)moved.StatusCode, moved.Headers.Location?.AbsoluteUri.Split('?')[0]));
                // Not for good: the merger may be taken back.
                Assert.True(moved.Headers.CacheControl is { NoCache: true } or { MaxAge.TotalSeconds: <= 30 }, file);
                Assert.Equal((file, HttpStatusCode.Gone), (file, (await Ask(method, $"{old}/{gone.PublicId}/{file}")).StatusCode));
                Assert.Equal((file, HttpStatusCode.NotFound), (file, (await Ask(method, $"{old}/abcdefghij/{file}")).StatusCode));
            }
            Assert.Equal(HttpStatusCode.Gone, (await Ask(method, gone.Path(shop.Site.Slug))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(method, $"{old}/abcdefghij/nothing")).StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_only_asks_about_a_file_of_the_sitemap_is_sent_to_the_shop_as_its_readers_are()
    {
        var (shop, _) = await Open();
        await Rename(shop, shop.Site.Slug, There);

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
            Assert.Equal((method, $"{There}/sitemap-1.xml"), (method, (await Ask(method, $"/answers/{shop.Site.Slug}/sitemap-1.xml")).Headers.Location?.AbsoluteUri));
    }

    [Fact]
    public async Task Each_name_a_site_had_leads_to_the_one_it_has_also_when_that_was_one_of_them()
    {
        var (shop, page) = await Open();
        var first = shop.Site.Slug;
        var second = await Rename(shop);
        var third = await Rename(shop, $"{first}-third");
        Assert.Equal([third, third, ""], [await LeadsTo(first), await LeadsTo(second), await LeadsTo(third)]);

        await Rename(shop, first);
        nodes.Here.Get<AnswerCache>().Drop(shop.Site.Id);

        Assert.Equal(["", first, first], [await LeadsTo(first), await LeadsTo(second), await LeadsTo(third)]);

        async Task<string> LeadsTo(string name)
        {
            var answer = await Ask(HttpMethod.Get, page.Path(name));
            return answer.Headers.Location?.Segments[2].TrimEnd('/') ?? (answer.StatusCode == HttpStatusCode.OK ? "" : $"{answer.StatusCode}");
        }
    }

    [Fact]
    public async Task The_other_node_knows_the_names_half_a_minute_later_though_nobody_told_it()
    {
        var (shop, page) = await Open();
        nodes.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await TwoNodes.Read(nodes.There, page.Path(shop.Site.Slug))).StatusCode);

        var name = await Rename(shop);
        nodes.Clock.Advance(TimeSpan.FromSeconds(30));
        // Whoever asks first has the sites read anew; others, such as this test beside the node's own workers, need not wait for it.
        await Eventually.Holds(async () => (await nodes.There.Get<SiteStore>().All()).Any(site => site.Slug == name));

        var (former, present) = (await TwoNodes.Read(nodes.There, page.Path(shop.Site.Slug)), await TwoNodes.Read(nodes.There, page.Path(name)));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"{TwoNodes.Name}{page.Path(name)}", HttpStatusCode.OK), (former.StatusCode, former.Headers.Location?.AbsoluteUri, present.StatusCode));
    }

    [Fact]
    public async Task A_form_that_was_open_and_a_proxy_that_asks_by_the_former_name_arrive()
    {
        var (shop, page) = await Open();
        var name = await Rename(shop);
        var report = new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = "wrong", ["words"] = "" });

        var sent = await new Browser(nodes.Here.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/{page.PublicId}/report", report, ("Host", "answers.example"), ("Origin", TwoNodes.Name));
        Assert.Equal((HttpStatusCode.SeeOther, true), (sent.StatusCode, sent.Headers.Location?.OriginalString.StartsWith($"/answers/{name}/", StringComparison.Ordinal)));
        // The shop's readers see no short name: theirs is the address they have.
        var shown = await Ask(HttpMethod.Get, $"/shown/{shop.Site.Slug}/{page.PublicId}/where-is-the-key");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains($"<link rel=\"canonical\" href=\"{TwoNodes.Name}{page.Path(name)}\">", await shown.Content.ReadAsStringAsync());
    }

    private async Task<(Shop Shop, Edition Page)> Open()
    {
        var shop = await nodes.Here.Open();
        return (shop, await nodes.Publish(shop, "Where is the key?", "Where do you keep the key?", Long, page => page with { Topic = "coffee", ProductId = "lamp/2", ProductName = "Lamp" }));
    }

    private async Task<string> Rename(Shop shop, string? name = null, string shown = "")
    {
        name ??= $"{shop.Site.Slug}-second";
        await nodes.Here.Write(async tx => await nodes.Here.Get<SiteStore>().Save(tx, (await nodes.Here.Get<SiteStore>().Get(shop.Site.Id)) with { Slug = name, AnswersBase = shown }));
        return name;
    }

    private Task<HttpResponseMessage> Ask(HttpMethod method, string path) => new Browser(nodes.Here.Address).Send(method, path, null, ("Host", "answers.example"));
}
