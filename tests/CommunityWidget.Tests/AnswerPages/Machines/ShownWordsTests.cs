using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.SearchEngine;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What a page says of its question, and what lists and sitemaps say of it, over HTTP.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ShownWordsTests(TwoNodes nodes)
{
    private const string Long = "It does, with any dimmer there is, and goes on doing so for as long as the lamp is lit.";

    [Fact]
    public async Task A_product_of_which_only_the_name_is_known_is_named_and_leads_nowhere()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does the lamp dim at night?", [Long], edition => edition with { ProductName = "Lamp Aurora" });

        var html = await Html(page.Path(shop.Site.Slug));

        Assert.Contains("Lamp Aurora", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/products/", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Does it dim ?", "Does it dim\u00A0?")]
    [InlineData("Does it dim?", " Does  it\ndim? ")]
    [InlineData("Does it dim?", "Does it dim?\u202E")]
    public async Task A_question_that_is_its_title_but_for_spaces_is_shown_and_told_once(string title, string question)
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, title, question, [Long]);

        var html = await Html(page.Path(shop.Site.Slug));

        Assert.Single(html.Split("class=\"words\"").Skip(1));
        Assert.DoesNotContain("\"text\":\"Does", html, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Does it dim", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_the_other_language_says_so_to_who_reads_it_aloud_and_a_few_words_of_it_do_not()
    {
        var shop = await nodes.Here.Open();
        string[] answers = ["It dims with any of the dimmers that are sold here, and you can hang it in the garden.", "Elle va avec tous les variateurs de la maison, et vous pouvez la pendre dans le jardin.", "Dimmer for LED lamps only."];
        var page = await nodes.Publish(shop, "Peut-on varier la lampe ?", "Peut-on varier la lumière de cette lampe ?", answers, edition => edition with { Language = "fr" });

        var html = await Html(page.Path(shop.Site.Slug));

        Assert.Equal(["fr", "en", "fr", "fr"], html.Split("<p class=\"words\" lang=\"").Skip(1).Select(part => part[..2]));
        Assert.Equal(["fr", "en", "fr", "fr"], html.Split("\"inLanguage\":\"").Skip(1).Select(part => part[..2]));
        Assert.Single((await Html($"/answers/{shop.Site.Slug}/{page.PublicId}/feed.atom")).Split("xml:lang=\"en\"").Skip(1));
    }

    [Fact]
    public async Task A_page_that_came_later_than_it_last_changed_is_no_fault_of_its_sitemap()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does the lamp dim at night?", [Long], edition => edition with { Topic = "coffee", ProductId = "lamp", ProductName = "Lamp" });
        await nodes.Here.Write(tx => tx.Execute("update pages set modified_at = modified_at - 86400000, published_at = published_at - 86400000 where id = @Id", new { page.Id }));
        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml" };

        await crawl.Run();

        Assert.Empty(crawl.Faults);
        Assert.True(crawl.Pages >= 4, crawl.Summary);
    }

    [Fact]
    public async Task A_site_without_a_page_to_find_has_no_sitemap_and_robots_txt_names_none()
    {
        var shop = await nodes.Here.Open();
        await nodes.Publish(shop, "Is this thin?", "Is this page thin?", ["Yes."], accepted: false);
        var sitemap = $"/answers/{shop.Site.Slug}/sitemap.xml";

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await TwoNodes.Read(nodes.Here, sitemap)).StatusCode);
        Assert.DoesNotContain(sitemap, await Html("/robots.txt"), StringComparison.Ordinal);

        await nodes.Publish(shop, "Does it dim?", "Does the lamp dim at night?", [Long]);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await TwoNodes.Read(nodes.Here, sitemap)).StatusCode);
        Assert.Contains(sitemap, await Html("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_adds_an_answer_may_type_as_long_a_name_as_is_taken()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does the lamp dim at night?", [Long]);

        Assert.Contains("name=\"name\" maxlength=\"40\"", await Html(page.Path(shop.Site.Slug)), StringComparison.Ordinal);
    }

    private async Task<string> Html(string path) => await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync();
}
