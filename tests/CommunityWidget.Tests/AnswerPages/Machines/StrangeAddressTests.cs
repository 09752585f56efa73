using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Database;
using CommunityWidget.SearchEngine;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Titles, products and addresses as they come: whatever is listed is there, whatever is not says so, and nothing fails.</summary>
[Collection(nameof(TwoNodes))]
public sealed class StrangeAddressTests(TwoNodes nodes)
{
    private const string Enough = "An answer that is long enough for a search engine, which wants to have some eighty characters of it.";

    private static readonly string[] Titles =
    [
        new string('W', 60) + " " + string.Concat(Enumerable.Repeat("very long ", 20)), "🙂🙂🙂", "👩‍👩‍👧 is this a family?", "كيف أنظف المصباح؟", "<b>Bold</b> & \"quoted\" </title><script>alert(1)</script>", "feed.atom", "picture.png", "???",
        "İstanbul'da lamba", "ﷺ", "a/b\\c%2Fd", "Does \uFFFF it dim?", "‮reversed",
    ];

    private static readonly string[] Products = ["lamp", "a/b", "a//b", "a%2Fb", "100%", "50% off/2", "%", "%25", "..", ".", "../..", "a b+c", "a?b#c", "é", "灯", "\"><b>", "&amp;", "a;b,c", "%2e%2e"];

    [Fact]
    public async Task A_site_of_strange_titles_and_products_has_no_fault()
    {
        var shop = await nodes.Here.Open();
        for (var i = 0; i < Products.Length; i++)
        {
            var (title, product) = (i < Titles.Length ? Titles[i] : $"Which one is number {i}?", Products[i]);
            await nodes.Publish(shop, title, $"Number {i}: {title}", [$"{Enough} {i}"], page => page with { ProductId = product, ProductName = $"Product {i}" });
        }
        var many = await nodes.Publish(shop, "Who has two hundred answers?", "Who has as many as two hundred?", [.. Enumerable.Range(0, 200).Select(n => $"Answer number {n}. {Enough}")]);

        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml" };
        await crawl.Run();

        Assert.Empty(crawl.Faults);
        Assert.Equal(Products.Length + 1, crawl.Questions);
        Assert.Contains(web.Read, page => page.Uri == TwoNodes.Name + many.Path(shop.Site.Slug) && new Page(page) is { Answers.Count: AnswerParts.MostAnswers } first && first.Visible.Contains("of 200", StringComparison.Ordinal));
        // Each product's page is that product's.
        for (var i = 0; i < Products.Length; i++)
        {
            var list = await (await TwoNodes.Read(nodes.Here, ListAddress.Product(shop.Site, Products[i]))).Content.ReadAsStringAsync();
            Assert.True(list.Contains($"Product {i}<", StringComparison.Ordinal), Products[i]);
        }
    }

    [Theory]
    [InlineData("{home}/products/%2500", 404)]
    [InlineData("{home}/ask?about=%00%00%00%00%00%00%00%00%00%00", 200)]
    [InlineData("{home}/asked?about=%00%00%00%00%00%00%00%00%00%00", 200)]
    [InlineData("{home}/sitemap-0.xml", 404)]
    [InlineData("{home}/sitemap-2.xml", 404)]
    [InlineData("{home}/sitemap--1.xml", 404)]
    [InlineData("{home}/sitemap-99999999999999999999.xml", 404)]
    [InlineData("{home}/topics/nothing/feed.atom", 404)]
    [InlineData("{home}/zzzzzzzzzz/feed.atom", 404)]
    [InlineData("{home}/zzzzzzzzzz/picture.png", 404)]
    [InlineData("{home}/topics/nothing", 404)]
    [InlineData("{home}/products/nothing", 404)]
    [InlineData("{home}/products/", 404)]
    [InlineData("{home}/people/00000000000000000000000000000000", 404)]
    [InlineData("{home}/products/nothing/", 404)]
    [InlineData("{home}/products/nothing%2F", 404)]
    [InlineData("{home}/products//", 404)]
    [InlineData("{home}/people/me", 404)]
    [InlineData("{home}/told/thanks/-", 200)]
    [InlineData("{home}/told/erased/-", 200)]
    [InlineData("{home}/told/helped/{id}", 200)]
    [InlineData("{home}/told/not_found/zzzzzzzzzz", 200)]
    [InlineData("{home}/told/storage_away/{id}/", 200)]
    [InlineData("{home}/told/anything/zzz", 404)]
    [InlineData("{home}/told/HELPED/{id}", 404)]
    [InlineData("{home}?after=nonsense", 404)]
    [InlineData("{home}?after=-1.{id}", 404)]
    [InlineData("{home}?after=9223372036854775807.ffffffffffffffffffffffffffffffff", 404)]
    [InlineData("{home}?after=99999999999999999999.00000000000000000000000000000000", 404)]
    [InlineData("{home}/search?q=lamp&after=999999", 200)]
    [InlineData("{home}/search?q=lamp&after=-5", 200)]
    [InlineData("{home}/search?q=lamp&after=AAAAAAAA", 200)]
    [InlineData("{home}/search?q=%00", 200)]
    [InlineData("{home}//{id}", 404)]
    [InlineData("{home}/{ID}", 404)]
    [InlineData("{home}/{id}/", 301)]
    [InlineData("{home}/{id}/WHERE-IS-THE-KEY", 301)]
    [InlineData("{home}/{id}/where-is-the-key/", 200)]
    [InlineData("{home}/{id}/where-is-the-key?from=", 200)]
    [InlineData("{home}/{id}/where-is-the-key?from=nonsense", 301)]
    [InlineData("{home}/{id}/where-is-the-key?from=%00", 301)]
    [InlineData("{home}/zzzzzzzzzz/where-is-the-key?from=nonsense", 404)]
    [InlineData("{home}/{id}/where-is-the-key/more", 404)]
    [InlineData("{home}/%ff%fe", 404)]
    [InlineData("{home}/", 200)]
    [InlineData("/answers", 404)]
    [InlineData("/answers/", 404)]
    [InlineData("/answers/nobody", 404)]
    public async Task What_is_not_there_says_so(string address, int status)
    {
        var shop = nodes.Strange ??= await nodes.Here.Open();
        var page = nodes.StrangePage ??= await nodes.Publish(shop, "Where is the key?", "Where do you keep the key?", [Enough]);
        var path = address.Replace("{home}", $"/answers/{shop.Site.Slug}", StringComparison.Ordinal).Replace("{id}", page.PublicId, StringComparison.Ordinal).Replace("{ID}", page.PublicId.ToUpperInvariant() + "x", StringComparison.Ordinal);

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await new Browser(nodes.Here.Address).Send(method, path, null, ("Host", "answers.example"), ("Accept", "text/html"));
            Assert.Equal((method, address, status), (method, address, (int)answer.StatusCode));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    /// <summary>Every other page takes a slash at its end: this one's could be a product's, and moves where there is none.</summary>
    [Fact]
    public async Task A_product_s_list_with_a_slash_too_many_moves_for_good_to_where_it_is()
    {
        var shop = await nodes.Here.Open();
        foreach (var product in new[] { "lamp", "shade", "shade/" }) await nodes.Publish(shop, $"Is it {product}?", $"Is this {product} or not?", [Enough], page => page with { ProductId = product, ProductName = $"Product {product}" });
        var home = $"/answers/{shop.Site.Slug}";
        async Task Moves(string from, string? to, string at = "")
        {
            var answer = await TwoNodes.Read(nodes.Here, at + from);
            Assert.Equal((from, to is null ? HttpStatusCode.OK : HttpStatusCode.MovedPermanently, to), (from, answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        foreach (var slashes in new[] { "/", "//", "%2F", "%252F" }) await Moves($"{home}/products/lamp{slashes}", $"{home}/products/lamp");
        await Moves($"{home}/products/lamp/?lang=fr", $"{home}/products/lamp?lang=fr");
        await Moves($"{home}/products/lamp", null);
        // It is really called so.
        foreach (var slash in new[] { "/", "%252F" }) await Moves($"{home}/products/shade{slash}", null);
        Assert.Contains($"{ListAddress.Product(shop.Site, "shade/")}\"", await (await TwoNodes.Read(nodes.Here, $"{home}/products/shade/")).Content.ReadAsStringAsync());

        await nodes.Here.Write(async tx => await nodes.Here.Get<SiteStore>().Save(tx, (await nodes.Here.Get<SiteStore>().Get(shop.Site.Id)) with { AnswersBase = $"https://{shop.Site.Slug}.example/questions" }));
        await Moves("/products/lamp/", "/questions/products/lamp", $"/shown/{shop.Site.Key}");
        await Moves("/products/shade/", null, $"/shown/{shop.Site.Key}");
    }

    [Theory]
    [InlineData("{home}", "GET, HEAD")]
    [InlineData("{home}/topics/coffee", "GET, HEAD")]
    [InlineData("{home}/products/lamp", "GET, HEAD")]
    [InlineData("{home}/people/00000000000000000000000000000000", "GET, HEAD")]
    [InlineData("{home}/search?q=lamp", "GET, HEAD")]
    [InlineData("{home}/asked", "GET, HEAD")]
    [InlineData("{home}/told/thanks/-", "GET, HEAD")]
    [InlineData("{home}/ask", "GET, HEAD, POST")]
    [InlineData("{home}/add/{id}", "GET, HEAD, POST")]
    [InlineData("{home}/report/thanks", "GET, HEAD, POST")]
    [InlineData("{home}/{id}/report", "GET, HEAD, POST")]
    [InlineData("{home}/{id}/where-is-the-key", "GET, HEAD")]
    [InlineData("{home}/feed.atom", "GET, HEAD")]
    [InlineData("{home}/sitemap.xml", "GET, HEAD")]
    public async Task What_is_asked_for_in_a_way_it_does_not_know_says_which_it_knows(string address, string allowed)
    {
        var shop = nodes.Strange ??= await nodes.Here.Open();
        var page = nodes.StrangePage ??= await nodes.Publish(shop, "Where is the key?", "Where do you keep the key?", [Enough]);
        var path = address.Replace("{home}", $"/answers/{shop.Site.Slug}", StringComparison.Ordinal).Replace("{id}", page.PublicId, StringComparison.Ordinal);

        foreach (var method in new[] { HttpMethod.Options, HttpMethod.Trace, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, new("PROPFIND") })
        {
            var answer = await new Browser(nodes.Here.Address).Send(method, path, null, ("Host", "answers.example"), ("Accept", "text/html"));
            Assert.Equal((method, HttpStatusCode.MethodNotAllowed, allowed), (method, answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow.Order())));
        }
    }

    [Fact]
    public async Task A_product_that_no_database_could_hold_is_refused()
    {
        var shop = nodes.Strange ??= await nodes.Here.Open();
        Assert.Equal(HttpStatusCode.BadRequest, (await TwoNodes.Read(nodes.Here, $"/api/answers?site={shop.Site.Key}&product=%00")).StatusCode);
    }

    [Theory]
    [InlineData("br;q=0.9, gzip;q=1.0, *;q=0", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("GZIP", "gzip")]
    [InlineData("*", "")]
    [InlineData("br;q=0, gzip;q=0.000", "")]
    [InlineData("brotli, gzipped", "")]
    [InlineData("identity;q=0", "")]
    [InlineData(";;;q=,,", "")]
    public async Task It_is_packed_as_it_is_taken(string accepted, string packed)
    {
        var shop = nodes.Strange ??= await nodes.Here.Open();
        var answer = await TwoNodes.Read(nodes.Here, $"/answers/{shop.Site.Slug}", ("Accept-Encoding", accepted));
        Assert.Equal((accepted, packed), (accepted, string.Join(", ", answer.Content.Headers.ContentEncoding)));
    }

    [Fact]
    public async Task A_shop_that_speaks_first_what_we_have_no_words_in_has_its_lists_and_feeds_in_what_it_speaks_next()
    {
        var shop = await nodes.Here.Open();
        await nodes.Here.Write(async tx => await nodes.Here.Get<SiteStore>().Save(tx, (await nodes.Here.Get<SiteStore>().Get(shop.Site.Id)) with { Languages = "de fr" }));
        var home = $"/answers/{shop.Site.Slug}";

        foreach (var path in new[] { home, $"{home}/search?q=lampe", $"{home}/ask", $"{home}/nothing/at/all" })
            Assert.Contains("<html lang=\"fr\"", await (await TwoNodes.Read(nodes.Here, path, ("Accept", "text/html"), ("Accept-Language", "de"))).Content.ReadAsStringAsync());
        var feed = await (await TwoNodes.Read(nodes.Here, $"{home}/feed.atom")).Content.ReadAsStringAsync();
        Assert.Contains("xml:lang=\"fr\"", feed);
        Assert.Contains("<title>Questions et réponses", feed);
    }

    [Theory]
    [InlineData("fr", "fr_FR")]
    [InlineData("sr", "sr_RS")]
    [InlineData("uz", "uz_UZ")]
    [InlineData("zh", "zh_CN")]
    public void A_language_is_named_with_its_country_and_nothing_else(string language, string locale) => Assert.Equal(locale, PageLanguage.Of(language).Locale);

    [Theory]
    [InlineData("fr", "2026-03-01", "1er mars 2026")]
    [InlineData("fr", "2026-03-21", "21 mars 2026")]
    [InlineData("en", "2026-03-01", "1 March 2026")]
    public void A_day_is_said_as_people_say_it(string language, string day, string said) =>
        Assert.Equal(said, PageLanguage.Of(language).Day(DateTimeOffset.Parse(day + "Z", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Who_asks_for_a_part_is_sent_the_whole()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Is there a part?", "Is there a part of it?", [Enough]);
        foreach (var path in new[] { page.Path(shop.Site.Slug), $"/answers/{shop.Site.Slug}/{page.PublicId}/picture.png", $"/answers/{shop.Site.Slug}/sitemap-1.xml" })
        {
            var (part, whole) = (await TwoNodes.Read(nodes.Here, path, ("Range", "bytes=0-9")), await TwoNodes.Read(nodes.Here, path));
            Assert.Equal((path, HttpStatusCode.OK), (path, part.StatusCode));
            Assert.Equal(await whole.Content.ReadAsByteArrayAsync(), await part.Content.ReadAsByteArrayAsync());
        }
    }
}
