using System.Net;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Questions.Suggesting;
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
        var (page, twin) = await Merged(pages);

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(shop, twin)).StatusCode);

        var waiting = Assert.Single(await app.Get<ProposedStore>().Open(shop.Site.Id, 9));
        Assert.Equal((page.PublicId, Words), (waiting.PageId, waiting.Body));
    }

    [Fact]
    public async Task The_page_it_was_found_to_repeat_is_thanked_for_what_helped_on_it()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var (page, twin) = await Merged(pages);
        async Task<Answer> Of(Edition edition, string body) => (await app.Get<EditionStore>().Answers(edition.Id)).Single(answer => answer.Body == body);
        var form = $"/answers/{shop.Site.Slug}/vote/{twin.PublicId}";

        var told = await Post(form, ("said", "helped"), ("answer", (await Of(twin, Tenth)).Id));

        Assert.EndsWith($"/told/helped/{twin.PublicId}", told.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(page.Path(shop.Site.Slug), await (await new Browser(app.Address).Get(told.Headers.Location.OriginalString)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), ((await Again(page)).Helped, (await Of(page, Tenth)).Votes, (await Again(twin)).Helped));
        // Whoever reads it in a shop's widget has it before them as well.
        Assert.Null((await app.Get<TakeAnswered>().Run(shop.Site, twin.PublicId, IPAddress.Parse("192.0.2.7"))).Refusal);
        Assert.Equal((2, 1), ((await Again(page)).Helped, (await Of(page, Any)).Votes));
        // Of an answer that is nowhere any more the page is thanked.
        await app.Write(async tx => await app.Get<EditionEdits>().Remove(tx, page.Id, (await Of(page, Tenth)).Id, page.UpdatedAt + 1));
        await app.Write(tx => tx.Execute("delete from reader_votes where page = @Id", new { page.Id }));
        await Post(form, ("said", "helped"), ("answer", (await Of(twin, Tenth)).Id));
        Assert.Equal((3, 1), ((await Again(page)).Helped, (await Of(page, Any)).Votes));
    }

    [Fact]
    public async Task The_page_it_was_found_to_repeat_is_reported_and_asked_about()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var (page, twin) = await Merged(pages);

        var reported = await Post($"/answers/{shop.Site.Slug}/{twin.PublicId}/report", ("reason", "wrong"), ("words", "It hums."));
        Assert.DoesNotContain("refused", reported.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, await app.Db.Find<long>("select count(*) from reports where thread = @Thread", new { page.Thread }));

        var asked = await Post($"/answers/{shop.Site.Slug}/ask", ("about", twin.PublicId), ("question", "And does it hum when it is dimmed?"));
        Assert.Contains($"about={page.PublicId}", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, await app.Db.Find<long>("select count(*) from threads where site = @Id and topic = 'coffee' and id not in (@Page, @Twin)", new { shop.Site.Id, Page = page.Thread, Twin = twin.Thread }));
    }

    private const string Any = "It does, with any dimmer for LED lamps.", Tenth = "Down to a tenth.";

    private async Task<(Edition Page, Edition Twin)> Merged(ShopPages pages)
    {
        var page = await pages.Publish("Does the brass lamp dim?", Any, "coffee");
        var twin = await pages.Publish("Can the lamp of brass be dimmed?", Tenth);
        await app.Write(async tx =>
        {
            await app.Get<EditionStore>().SetMerged(tx, twin.Id, page.Id);
            await app.Get<EditionEdits>().Merge(tx, twin.Id, page.Id, page.UpdatedAt + 1);
            await tx.Execute("update pages set state = 'rejected' where id = @Id", new { twin.Id });
        });
        return (page, twin);
    }

    private async Task<Edition> Again(Edition page) => (await app.Get<EditionStore>().Find(page.Id))!;

    private Task<HttpResponseMessage> Send(Shop shop, Edition page) => Post($"/answers/{shop.Site.Slug}/add/{page.PublicId}", ("name", "Robin"), ("text", Words));

    private Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return new Browser(app.Address).Send(HttpMethod.Post, path, form, ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
    }
}
