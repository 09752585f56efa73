using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.AnswerPages.Machines;

[Collection(nameof(TwoNodes))]
public sealed class ProductTests(TwoNodes nodes)
{
    [Fact]
    public async Task A_product_s_questions_come_newest_first_a_few_at_a_time_to_pages_of_the_shop()
    {
        var shop = await nodes.Here.Open();
        foreach (var number in new[] { 1, 2, 3 })
        {
            nodes.Clock.Advance(TimeSpan.FromSeconds(1));
            await nodes.Publish(shop, $"Question {number}", $"What about {number}?", [$"Answer {number} with <b>some</b> words https://a.example/x"], page => page with { ProductId = "lamp/é 1", ProductName = "Lamp" });
        }
        var address = $"/api/answers?site={shop.Site.Key}&product=lamp%2F%C3%A9+1&limit=2";

        var first = await TwoNodes.Read(nodes.Here, address, ("Origin", shop.Site.OriginList[0]));
        var found = JsonSerializer.Deserialize<ProductAnswers>(await first.Content.ReadAsStringAsync(), JsonSerializerOptions.Web)!;
        var rest = JsonSerializer.Deserialize<ProductAnswers>(await (await TwoNodes.Read(nodes.Here, $"{address}&after={found.After}")).Content.ReadAsStringAsync(), JsonSerializerOptions.Web)!;
        var elsewhere = await TwoNodes.Read(nodes.Here, address, ("Origin", "https://evil.example"));

        Assert.Equal(["Question 3", "Question 2"], found.Questions.Select(question => question.Title));
        Assert.Equal(["Question 1"], rest.Questions.Select(question => question.Title));
        Assert.Null(rest.After);
        Assert.Equal((1, "Answer 3 with <b>some</b> words https://a.example/x", true, "Lamp"), (found.Questions[0].Answers, found.Questions[0].Answer, found.Questions[0].Accepted, found.Name));
        Assert.StartsWith($"{TwoNodes.Name}/answers/{shop.Site.Slug}/{found.Questions[0].Id}/", found.Questions[0].Address);
        Assert.Equal($"{TwoNodes.Name}/answers/{shop.Site.Slug}/products/lamp%252F%C3%A9%201", found.More);
        Assert.Equal(shop.Site.OriginList[0], first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(elsewhere.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", elsewhere.Headers.Vary);
    }

    [Fact]
    public async Task An_answer_in_another_language_than_its_question_says_which()
    {
        const string english = "It is, and you can turn it down to a tenth of what it has with the wheel that is on the back of the foot.";
        var shop = await nodes.Here.Open();
        foreach (var (answer, at) in new[] { english, "Oui, avec la molette qui est au dos du pied, et c’est très pratique." }.Select((answer, at) => (answer, at)))
            await nodes.Publish(shop, $"La lampe {at} est-elle réglable ?", "Est-elle réglable ?", [answer], page => page with { Language = "fr", ProductId = "lamp", AskedAt = page.AskedAt + at });
        await nodes.Publish(shop, "Et la troisième ?", "Et elle ?", [], page => page with { Language = "fr", ProductId = "lamp" });

        var found = JsonDocument.Parse(await (await TwoNodes.Read(nodes.Here, $"/api/answers?site={shop.Site.Key}&product=lamp")).Content.ReadAsStringAsync()).RootElement.GetProperty("questions");

        Assert.Equal([("fr", null), ("fr", "fr"), ("fr", "en")], found.EnumerateArray().Select(one => (one.GetProperty("language").GetString(), one.GetProperty("answerLanguage").GetString())));
        // The same where it is offered to whoever types.
        var suggested = JsonSerializer.Serialize(SuggestionText.Of(new() { Language = "fr" }, new() { Body = english }, ""), JsonSerializerOptions.Web);
        Assert.Contains("\"language\":\"fr\"", suggested, StringComparison.Ordinal);
        Assert.Contains("\"answerLanguage\":\"en\"", suggested, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_called_what_most_of_its_pages_call_it_whichever_part_is_shown()
    {
        var shop = await nodes.Here.Open();
        var pages = new List<Edition>();
        foreach (var name in new[] { "Zamp, buy now", "Lamp", "Lamp", "Lampe" })
            pages.Add(await nodes.Publish(shop, $"Does it dim, number {pages.Count}?", "Does it dim?", ["It does."], page => page with { ProductId = "lamp", ProductName = name }));

        var (home, oldest) = ($"/answers/{shop.Site.Slug}/products/lamp", new PagePlace(pages[1].PublishedAt!.Value, pages[1].Id));
        foreach (var path in new[] { home, $"{home}?after={oldest}" })
            Assert.Equal("Questions about Lamp", new HtmlParser().ParseDocument(await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent.Split(": “")[0]);
        foreach (var part in new[] { "limit=1", $"limit=1&after={pages[1].PublishedAt}_{pages[1].Id:n}" })
            Assert.Equal("Lamp", JsonDocument.Parse(await (await TwoNodes.Read(nodes.Here, $"/api/answers?site={shop.Site.Key}&product=lamp&{part}")).Content.ReadAsStringAsync()).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_product_known_by_its_id_only_is_on_its_question_s_page_as_it_is_on_the_lists()
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does it dim?", ["It does."], page => page with { ProductId = "B00004U9JP" });
        var (home, list) = ($"/answers/{shop.Site.Slug}", $"/answers/{shop.Site.Slug}/products/B00004U9JP");

        foreach (var path in new[] { page.Path(shop.Site.Slug), home })
            Assert.Contains(new HtmlParser().ParseDocument(await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync()).QuerySelectorAll("main a"), link => link.GetAttribute("href") == list && link.TextContent.StartsWith("B00004U9JP", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Lamp Aurora", "Does it dim? – Lamp Aurora – ")]
    [InlineData("Lamp that is called by more words than anybody has ever read to the end of in a list", "Does it dim? – Lamp that is called by more words than anybody has ever… – ")]
    [InlineData(null, "Does it dim? – delivery – ")]
    [InlineData(null, "Does it dim? – delivery – ", "B00004U9JP")]
    [InlineData(null, "Does it dim? – B00004U9JP – ", "B00004U9JP", null)]
    public async Task Two_questions_that_read_alike_are_told_apart_by_what_they_are_about(string? product, string title, string? id = null, string? topic = "delivery")
    {
        var shop = await nodes.Here.Open();
        var page = await nodes.Publish(shop, "Does it dim?", "Does it dim?", ["It does."], page => page with { ProductName = product, ProductId = id, Topic = topic });

        async Task<IHtmlDocument> Read(string path) => new HtmlParser().ParseDocument(await (await TwoNodes.Read(nodes.Here, path)).Content.ReadAsStringAsync());
        var document = await Read(page.Path(shop.Site.Slug));
        Assert.Equal(title + shop.Site.Name, document.Title);
        // Where somebody shares it, it is called what it asks.
        Assert.Equal($"Does it dim? – {shop.Site.Name}", document.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        var beside = (await Read($"/answers/{shop.Site.Slug}")).QuerySelector("ul.questions li .by")!.TextContent;
        Assert.Equal((product ?? id) is not null, beside.Contains(product ?? id ?? "delivery", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_product_is_asked_for_by_as_long_an_id_as_is_stored()
    {
        // One sign of two letters each, as they are counted where they are stored.
        var (longest, address) = (string.Concat(Enumerable.Repeat("😀", Limits.ContextCodePoints)), $"/api/answers?site={nodes.Here.Neighbour.Site.Key}&product=");

        Assert.Equal(HttpStatusCode.OK, (await TwoNodes.Read(nodes.Here, address + Uri.EscapeDataString(longest))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TwoNodes.Read(nodes.Here, address + Uri.EscapeDataString(longest + "a"))).StatusCode);
    }

    [Theory]
    [InlineData("/api/answers?site={0}", HttpStatusCode.BadRequest, "not_understood")]
    [InlineData("/api/answers?site={0}&product=x&limit=0", HttpStatusCode.BadRequest, "not_understood")]
    [InlineData("/api/answers?site=nobody&product=x", HttpStatusCode.NotFound, "unknown_site")]
    public async Task What_cannot_be_answered_is_refused_with_a_number(string address, HttpStatusCode status, string code)
    {
        var answer = await TwoNodes.Read(nodes.Here, string.Format(System.Globalization.CultureInfo.InvariantCulture, address, nodes.Here.Neighbour.Site.Key));

        Assert.Equal((status, code), (answer.StatusCode, await answer.Code()));
    }
}
