using System.Net;
using System.Text.Json;
using AngleSharp;
using CommunityWidget.AnswerPages;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Who answered, as machines are told of them: with the page readers are led to, and what that page says.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ProfileDataTests(TwoNodes nodes)
{
    [Fact]
    public async Task An_author_is_named_with_their_page_which_says_whose_it_is()
    {
        var (shop, page) = await Published();
        await nodes.Here.Write(tx => nodes.Here.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb of last year.", State = Answer.Suggested }, nodes.Clock.NowMs));

        var question = (await Data(page.Path(shop.Site.Slug), "QAPage")).GetProperty("mainEntity");

        var author = question.GetProperty("acceptedAnswer").GetProperty("author");
        Assert.False(question.GetProperty("suggestedAnswer")[0].GetProperty("author").TryGetProperty("url", out _));
        Assert.StartsWith($"{TwoNodes.Name}/answers/{shop.Site.Slug}/people/", author.GetProperty("url").GetString());
        var profile = (await Data(author.GetProperty("url").GetString()![TwoNodes.Name.Length..], "ProfilePage")).GetProperty("mainEntity");
        Assert.Equal(("Person", author.GetProperty("name").GetString(), author.GetProperty("url").GetString()), (profile.GetProperty("@type").GetString(), profile.GetProperty("name").GetString(), profile.GetProperty("url").GetString()));
        Assert.Equal(1, profile.GetProperty("agentInteractionStatistic").GetProperty("userInteractionCount").GetInt32());
    }

    private async Task<(Shop Shop, Edition Page)> Published()
    {
        var shop = await nodes.Here.Open();
        return (shop, await nodes.Publish(shop, $"Who of {shop.Site.Slug} knows?", "Who knows?", ["Somebody who has a page does."]));
    }

    private async Task<JsonElement> Data(string path, string type)
    {
        var answer = await TwoNodes.Read(nodes.Here, path);
        Assert.Equal((HttpStatusCode.OK, path), (answer.StatusCode, path));
        var text = await answer.Content.ReadAsStringAsync();
        using var page = await BrowsingContext.New().OpenAsync(request => request.Content(text));
        return Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement), data => data.GetProperty("@type").GetString() == type);
    }
}
