using System.Net;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>An answer that was typed while its page left is not thrown away.</summary>
public sealed class LeftPageFormTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Words = "Mine hums with an old dimmer.";

    [Theory]
    [InlineData("hidden", HttpStatusCode.Conflict, "This page is not public at the moment.")]
    [InlineData("sent back", HttpStatusCode.Conflict, "This page is not public at the moment.")]
    [InlineData("withdrawn", HttpStatusCode.Gone, "This page is not public any more.")]
    public async Task It_stands_in_the_form_again_with_why_and_nothing_of_the_page(string way, HttpStatusCode status, string why)
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        if (way == "hidden") await app.Write(tx => app.Get<EditionStore>().Hide(tx, page.Thread, page.UpdatedAt + 1));
        else if (way == "sent back") Assert.Null((await app.Get<ReviewThread>().Return(pages.Moderator, page.PublicId)).Refusal);
        else Assert.Null((await app.Get<ReviewThread>().Withdraw(pages.Moderator, page.PublicId)).Refusal);

        var sent = await Send(shop, page);

        var html = await sent.Content.ReadAsStringAsync();
        var form = await new HtmlParser().ParseDocumentAsync(html);
        Assert.Equal(status, sent.StatusCode);
        Assert.Equal(Words, form.QuerySelector("textarea[name=text]")!.TextContent);
        Assert.Contains(why, form.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("brass", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await app.Get<ProposedStore>().Open(shop.Site.Id, 9));
    }

    [Fact]
    public async Task The_page_it_was_found_to_repeat_takes_it()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var twin = await pages.Publish("Can the lamp of brass be dimmed?", "Down to a tenth.");
        await app.Write(async tx =>
        {
            await app.Get<EditionStore>().SetMerged(tx, twin.Id, page.Id);
            await tx.Execute("update pages set state = 'rejected' where id = @Id", new { twin.Id });
        });

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(shop, twin)).StatusCode);

        var waiting = Assert.Single(await app.Get<ProposedStore>().Open(shop.Site.Id, 9));
        Assert.Equal((page.PublicId, Words), (waiting.PageId, waiting.Body));
    }

    private Task<HttpResponseMessage> Send(Shop shop, Edition page)
    {
        var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Robin", ["text"] = Words });
        return new Browser(app.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/add/{page.PublicId}", fields, ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
    }
}
