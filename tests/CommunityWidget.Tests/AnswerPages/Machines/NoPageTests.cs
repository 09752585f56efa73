using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Where a shop has no page, or none just now, it is still the shop that says so.</summary>
[Collection(nameof(TwoNodes))]
public sealed class NoPageTests(TwoNodes nodes)
{
    public static TheoryData<string, HttpStatusCode> Ways => new() { { "nowhere", HttpStatusCode.NotFound }, { "unreadable", HttpStatusCode.BadRequest }, { "foreign", HttpStatusCode.Forbidden }, { "broken", HttpStatusCode.InternalServerError } };

    [Theory, MemberData(nameof(Ways))]
    public async Task Its_name_its_colour_its_language_and_a_way_on_stand_there(string way, HttpStatusCode status)
    {
        var shop = await nodes.Here.Open();
        var home = $"/answers/{shop.Site.Slug}";

        var (page, answer) = await Missed(shop, way, home, "fr-CA,en;q=0.5");

        Assert.Equal((status, true, "fr"), (answer.StatusCode, answer.Headers.CacheControl!.NoStore, page.DocumentElement.GetAttribute("lang")));
        Assert.Equal((shop.Site.Name, home), (page.QuerySelector("header a.brand")!.TextContent, page.QuerySelector("header a.brand")!.GetAttribute("href")));
        Assert.EndsWith($"– {shop.Site.Name}", page.Title);
        Assert.Contains(AccentSheet.AddressFor(shop.Site), page.QuerySelectorAll("link[rel=stylesheet]").Select(sheet => sheet.GetAttribute("href")));
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == home);
        // What failed on our side is tried again; what is not there is looked for.
        Assert.Equal(way == "broken" ? null : $"{home}/search", page.QuerySelector("main form")?.GetAttribute("action"));
        Assert.Equal(way == "broken", page.QuerySelector("main a.button") is not null);
        Assert.Equal("en", (await Missed(shop, way, home, "de")).Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("noindex,follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Under_its_own_name_all_it_leads_to_and_loads_is_where_it_says(string way, HttpStatusCode status)
    {
        var shop = await nodes.Here.Open();
        await nodes.Here.Write(async tx => await nodes.Here.Get<SiteStore>().Save(tx, (await nodes.Here.Get<SiteStore>().Get(shop.Site.Id)) with { AnswersBase = $"https://{shop.Site.Slug}.example/questions" }));

        var (page, answer) = await Missed(shop, way, $"/shown/{shop.Site.Key}", "en");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("/questions", page.QuerySelector("header a.brand")!.GetAttribute("href"));
        foreach (var (element, attribute) in new[] { ("a", "href"), ("form", "action"), ("link[rel=stylesheet]", "href"), ("script[src]", "src") })
            Assert.All(page.QuerySelectorAll(element).Select(one => one.GetAttribute(attribute)!), to => Assert.True(to is ['#', ..] || to.StartsWith(element[0] is 'a' or 'f' ? "/questions" : $"{TwoNodes.Name}/", StringComparison.Ordinal), to));
        Assert.NotEmpty(page.QuerySelectorAll("link[rel=stylesheet]"));
        Assert.Contains($"style-src 'self' {TwoNodes.Name};", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Whose_address_it_is_must_be_known_and_who_reads_no_page_is_sent_none()
    {
        var unknown = await TwoNodes.Read(nodes.Here, "/answers/no-such-shop/abcdefghij", ("Accept", "text/html"));
        Assert.Contains("CommunityWidget", await unknown.Content.ReadAsStringAsync());
        var shop = await nodes.Here.Open();
        Assert.Empty(await (await TwoNodes.Read(nodes.Here, $"/answers/{shop.Site.Slug}/abcdefghij", ("Accept", "application/json"))).Content.ReadAsByteArrayAsync());
    }

    private async Task<(IHtmlDocument Page, HttpResponseMessage Answer)> Missed(Shop shop, string way, string home, string languages)
    {
        (string, string)[] headers = [("Host", "answers.example"), ("Accept", "text/html"), ("Accept-Language", languages), ("Origin", way == "foreign" ? "https://evil.example" : TwoNodes.Name)];
        var reader = new Browser(nodes.Here.Address);
        using var form = new StringContent(way == "foreign" ? "said=helped" : "said=a%00b", null, "application/x-www-form-urlencoded");
        var answer = way switch
        {
            "nowhere" => await reader.Get($"{home}/abcdefghij/nothing", headers),
            "broken" => await Broken(shop, page => reader.Get($"{home}/{page.PublicId}/{page.Slug}", headers)),
            _ => await reader.Send(HttpMethod.Post, $"{home}/vote/abcdefghij", form, headers),
        };
        return (new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), answer);
    }

    private async Task<HttpResponseMessage> Broken(Shop shop, Func<Edition, Task<HttpResponseMessage>> read)
    {
        var page = await nodes.Publish(shop, "Does it break?", "Does the page break?", ["Only for as long as a table of its own is called something else by a test."]);
        await Rename("related_pages", "related_pages_away");
        try
        {
            return await read(page);
        }
        finally
        {
            await Rename("related_pages_away", "related_pages");
        }
    }

    private Task Rename(string table, string to) => nodes.Here.Write(tx => tx.Execute($"alter table {table} rename to {to}"));
}
