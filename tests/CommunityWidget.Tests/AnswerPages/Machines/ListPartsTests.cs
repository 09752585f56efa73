using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.SearchEngine;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>A list that is read in parts: each is a page of its own, and says which.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ListPartsTests(TwoNodes nodes)
{
    private const string Long = "It is in the manual, on the page that everybody skips, and it says so in bold letters.";

    [Fact]
    public async Task Each_part_of_a_list_has_a_title_of_its_own_and_a_search_engine_finds_no_fault()
    {
        var shop = await Opened();

        var crawl = await Crawled(shop, read => read);

        Assert.Empty(crawl.Faults);
    }

    [Fact]
    public async Task A_part_with_the_title_of_another_one_is_seen()
    {
        var shop = await Opened();

        // Two parts behind the first: the second of them is found on the first of them only.
        var crawl = await Crawled(shop, read => read.Uri.Contains("/topics/coffee?after=", StringComparison.Ordinal)
            ? read with { Body = Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(read.Text, "<title>[^<]*", "<title>Coffee", default, TimeSpan.FromSeconds(2))) } : read);

        Assert.Equal(1, crawl.Faults.Count(fault => fault.What.StartsWith("has the title of", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "Questions and answers: “Does lamp ", "” and older ones – ")]
    [InlineData("lang=fr", "Questions et réponses\u00a0: «\u202fDoes lamp ", "\u202f» et plus anciennes – ")]
    public async Task A_part_says_in_the_language_of_its_page_with_which_question_it_begins(string language, string begins, string ends)
    {
        var shop = await Opened();
        foreach (var home in new[] { ListAddress.Home(shop.Site), ListAddress.Topic(shop.Site, "coffee"), ListAddress.Product(shop.Site, "lamp/1") })
        {
            var first = await Read($"{home}?{language}");
            var second = await Read(first.QuerySelectorAll("nav.row a").Last().GetAttribute("href")!);
            var third = await Read(second.QuerySelectorAll("nav.row a").Last().GetAttribute("href")!);

            Assert.Equal(3, new[] { first, second, third }.Select(part => part.QuerySelector("h1")!.TextContent).Distinct().Count());
            foreach (var part in new[] { second, third })
            {
                var title = part.QuerySelector("title")!.TextContent;
                Assert.Contains(part.QuerySelector("ul.questions a")!.TextContent, title, StringComparison.Ordinal);
                Assert.Contains(ends, title, StringComparison.Ordinal);
                Assert.Equal([title, title], new[] { "og:title", "description" }.Select(name => part.QuerySelector($"meta[property='{name}'], meta[name='{name}']")!.GetAttribute("content")));
                // The way back to the whole of it.
                Assert.Equal(home, part.QuerySelectorAll("nav.trail a").Last().GetAttribute("href")!.Split('?')[0]);
                if (home == ListAddress.Home(shop.Site)) Assert.StartsWith(begins, title, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("", "Answers by ")]
    [InlineData("?lang=fr", "Réponses d")]
    public async Task A_further_part_of_a_person_s_page_has_a_heading_of_its_own(string language, string begins)
    {
        var shop = await Opened();
        var author = (await nodes.Here.Db.Query<Guid>("select a.member from answers a join pages p on p.id = a.page where p.site = @Id", new { shop.Site.Id }))[0];
        await nodes.Here.Write(tx => tx.Execute("update answers set member = @author where page in (select id from pages where site = @Id)", new { author, shop.Site.Id }));

        var first = await Read(ListAddress.Member(shop.Site, author) + language);
        var second = await Read(first.QuerySelectorAll("nav.row a").Last().GetAttribute("href")!);

        var (name, heading) = (first.QuerySelector("h1")!.TextContent, second.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(begins, first.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(begins, heading, StringComparison.Ordinal);
        Assert.Contains(name, heading, StringComparison.Ordinal);
        Assert.Contains(second.QuerySelector("ul.questions a")!.TextContent, heading, StringComparison.Ordinal);
    }

    private async Task<Shop> Opened()
    {
        var shop = await nodes.Here.Open();
        for (var i = 0; i <= 2 * ListPages.AtOnce; i++)
            await nodes.Publish(shop, $"Does lamp {i} of {shop.Site.Slug} dim?", "Does it dim, or not?", [$"{Long} {i}"], page => page with { ProductId = "lamp/1", ProductName = "Lamp", Topic = "coffee" });
        return shop;
    }

    private async Task<Crawl> Crawled(Shop shop, Func<Fetched, Fetched> through)
    {
        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name)) { Through = through };
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml" };
        await crawl.Run();
        return crawl;
    }

    private async Task<IDocument> Read(string path) => new HtmlParser().ParseDocument(await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync());
}
