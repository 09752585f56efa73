using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What becomes of an address that was public, over HTTP: it is gone for whoever has it, or leads to where its answers are.</summary>
public sealed class TakenAwayTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_page_that_was_public_and_is_turned_away_in_review_is_gone_until_that_is_taken_back()
    {
        var (shop, pages) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, page.PublicId)).Value);
        Assert.Equal(HttpStatusCode.NotFound, await Status(page.Path(shop.Site.Slug)));

        Assert.NotNull((await app.Get<ReviewThread>().Reject(pages.Moderator, page.PublicId)).Value);

        foreach (var address in new[] { page.Path(shop.Site.Slug), $"/answers/{shop.Site.Slug}/{page.PublicId}/feed.atom", $"/answers/{shop.Site.Slug}/{page.PublicId}/picture.png" })
            Assert.Equal((address, HttpStatusCode.Gone), (address, await Status(address)));
        var decided = (await app.Get<Decisions>().Latest(page.Id))!;
        Assert.NotNull((await app.Get<UndoDecision>().Run(pages.Moderator, decided.Together)).Value);
        Assert.Equal((Publications.Review, HttpStatusCode.NotFound), ((await app.Get<EditionStore>().Find(page.Id))!.State, await Status(page.Path(shop.Site.Slug))));
        await app.Check();
    }

    [Fact]
    public async Task A_page_that_was_public_is_gone_when_its_visitor_takes_the_consent_back_while_it_is_reviewed()
    {
        var (shop, pages) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, page.PublicId)).Value);
        var thread = (await app.Get<ThreadStore>().Find(page.Thread))!;

        Assert.Null((await pages.Visitor.Http.Rate(new RatingRequest(thread.PublicId, 5, MayPublish: false))).Refusal);

        Assert.Equal(HttpStatusCode.Gone, await Status(page.Path(shop.Site.Slug)));
        Assert.Equal((Publications.Withdrawn, Publications.Withdrawn), ((await app.Get<EditionStore>().Find(page.Id))!.State, (await app.Get<ThreadStore>().Find(page.Thread))!.Publication));
        await app.Check();
    }

    [Fact]
    public async Task A_page_that_was_public_and_is_rated_badly_while_it_is_reviewed_stays_before_the_moderators_until_they_decide()
    {
        var (shop, pages) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, page.PublicId)).Value);
        var thread = (await app.Get<ThreadStore>().Find(page.Thread))!;

        Assert.Null((await pages.Visitor.Http.Rate(new RatingRequest(thread.PublicId, 2, MayPublish: true, Consent: "2"))).Refusal);

        var waiting = Assert.Single(await app.Get<ReviewQueue>().Read(shop.Site.Id, QueuePart.Doubtful, pages.Moderator.Id, (0, Guid.Empty)));
        Assert.Equal((page.Id, "rated_badly"), (waiting.Id, waiting.Risks));
        Assert.NotNull((await app.Get<ReviewThread>().Reject(pages.Moderator, page.PublicId)).Value);
        Assert.Equal(HttpStatusCode.Gone, await Status(page.Path(shop.Site.Slug)));
        await app.Check();
    }

    [Fact]
    public async Task A_page_whose_publishing_was_taken_back_at_once_never_was_one()
    {
        var (shop, pages) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        Assert.NotNull((await app.Get<UndoDecision>().Run(pages.Moderator, (await app.Get<Decisions>().Latest(page.Id))!.Together)).Value);

        Assert.NotNull((await app.Get<ReviewThread>().Reject(pages.Moderator, page.PublicId)).Value);

        Assert.Equal(HttpStatusCode.NotFound, await Status(page.Path(shop.Site.Slug)));
    }

    [Fact]
    public async Task A_double_of_a_double_leads_in_one_hop_to_the_page_that_stays_and_is_gone_with_it()
    {
        var (shop, pages) = await Open();
        await using var closed = pages;
        var (first, second, last) = (await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer."), await pages.Publish("Does the lamp of brass dim?", "Only with the new bulb."), await pages.Publish("Can the brass lamp be dimmed?", "It can, down to a tenth."));
        await Merge(pages, first, second);
        await Merge(pages, second, last);

        foreach (var twin in new[] { first, second })
        {
            var moved = await new Browser(app.Address).Get(twin.Path(shop.Site.Slug));
            Assert.Equal((HttpStatusCode.MovedPermanently, last.Path(shop.Site.Slug)), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        }
        // Back in review it may come back: nobody is told more than that it is not here.
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, last.PublicId)).Value);
        Assert.Equal(HttpStatusCode.NotFound, await Status(first.Path(shop.Site.Slug)));
        Assert.NotNull((await app.Get<ReviewThread>().Reject(pages.Moderator, last.PublicId)).Value);

        foreach (var page in new[] { first, second, last }) Assert.Equal((page.Title, HttpStatusCode.Gone), (page.Title, await Status(page.Path(shop.Site.Slug))));
        await app.Check();
    }

    private async Task Merge(ShopPages pages, Edition goes, Edition stays)
    {
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, goes.PublicId)).Value);
        Assert.NotNull((await app.Get<ReviewThread>().Merge(pages.Moderator, goes.PublicId, stays.PublicId)).Value);
    }

    private async Task<HttpStatusCode> Status(string address) => (await new Browser(app.Address).Get(address)).StatusCode;

    private async Task<(Shop Shop, ShopPages Pages)> Open()
    {
        var shop = await app.Open();
        return (shop, new ShopPages(app, shop));
    }
}
