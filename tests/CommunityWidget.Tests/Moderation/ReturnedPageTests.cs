using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A page that was public is reviewed once more: whoever has its address is led on for good, over HTTP. And what is decided of several at once.</summary>
public sealed class ReturnedPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_published_page_gets_another_title_and_its_old_address_leads_to_the_new_one()
    {
        var (shop, pages, moderator) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var (reader, old) = (new Browser(app.Address), page.Path(shop.Site.Slug));

        var returned = await Return(moderator, page);
        Assert.Contains("Back in review", await (await moderator.Get(returned)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(old)).StatusCode);
        Assert.DoesNotContain(page.Title, await (await reader.Get($"/answers/{shop.Site.Slug}")).Content.ReadAsStringAsync());
        Assert.Contains(page.Title, await (await moderator.Get("/moderation")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await Decide(moderator, "Publish", ("Title", "Which dimmer goes with the brass lamp?"))).StatusCode);

        var again = (await app.Get<EditionStore>().Find(page.Id))!;
        Assert.Equal((page.PublicId, "which-dimmer-goes-with-the-brass-lamp", page.PublishedAt), (again.PublicId, again.Slug, again.PublishedAt));
        var moved = await reader.Get(old);
        Assert.Equal((HttpStatusCode.MovedPermanently, again.Path(shop.Site.Slug)), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(again.Path(shop.Site.Slug))).StatusCode);
        await app.Check();
    }

    [Fact]
    public async Task Why_a_draft_was_turned_away_for_another_reason_stands_with_the_decision()
    {
        var (_, pages, moderator) = await Open();
        await using var closed = pages;
        await Return(moderator, await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps."));

        Assert.Equal(HttpStatusCode.Redirect, (await Decide(moderator, "Reject", ("Reason", "other"), ("Why", "We sell no dimmers any more."))).StatusCode);

        Assert.Contains("We sell no dimmers any more.", await (await moderator.Get("/moderation/decided")).Content.ReadAsStringAsync());
        await app.Check();
    }

    [Fact]
    public async Task Of_two_published_doubles_one_leads_to_the_other_with_what_was_answered_there()
    {
        var (shop, pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, goes) = (await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer."), await pages.Publish("Does the lamp of brass dim?", "Only with the new bulb."));
        var reader = new Browser(app.Address);

        await Return(moderator, goes);
        Assert.Equal(HttpStatusCode.Redirect, (await Decide(moderator, "Merge", ("into", stays.PublicId))).StatusCode);

        var moved = await reader.Get(goes.Path(shop.Site.Slug));
        Assert.Equal((HttpStatusCode.MovedPermanently, stays.Path(shop.Site.Slug)), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        Assert.Contains("Only with the new bulb.", await (await reader.Get(stays.Path(shop.Site.Slug))).Content.ReadAsStringAsync());
        Assert.DoesNotContain(goes.PublicId, await (await reader.Get($"/answers/{shop.Site.Slug}/sitemap-1.xml")).Content.ReadAsStringAsync());
        await app.Check();
    }

    [Fact]
    public async Task It_is_public_again_when_that_is_taken_back_and_what_was_reworded_meanwhile_says_so()
    {
        var (shop, pages, moderator) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var decided = await Return(moderator, page);
        var together = decided.Split("changed=")[1];

        Assert.NotNull((await app.Get<UndoDecision>().Run(pages.Moderator, Guid.Parse(together))).Value);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(app.Address).Get(page.Path(shop.Site.Slug))).StatusCode);

        await Return(moderator, page);
        var edited = await app.Get<EditEdition>().Run(pages.Moderator, page.PublicId, new(page.Title, page.Question, new Dictionary<long, string?> { [1] = "It does, with one of ours." }, 1, page.Revision));
        Assert.NotNull(edited.Value);
        Assert.NotNull(Assert.Single(await app.Get<EditionStore>().Answers(page.Id)).RewordedAt);
        await app.Check();
    }

    [Fact]
    public async Task What_was_reworded_since_it_went_back_to_review_is_not_made_public_by_taking_that_back()
    {
        var (shop, pages, moderator) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var decided = await Return(moderator, page);
        Assert.NotNull((await app.Get<EditEdition>().Run(pages.Moderator, page.PublicId, new(page.Title, page.Question, new Dictionary<long, string?> { [1] = "Half a thought, to be" }, 1, page.Revision))).Value);

        var told = await moderator.Press(decided, "Undo");

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Contains("something else has happened since", await told.Content.ReadAsStringAsync());
        Assert.Equal(Publications.Review, (await app.Get<EditionStore>().Find(page.Id))!.State);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(app.Address).Get(page.Path(shop.Site.Slug))).StatusCode);
        await app.Check();
    }

    [Fact]
    public async Task Whoever_publishes_anew_what_reports_had_hidden_is_told_that_they_decide_first()
    {
        var (shop, pages, moderator) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer.");
        for (var reported = 0; reported < shop.Site.ReportHideAfter; reported++)
            Assert.NotNull((await app.Get<FileReport>().OfPage(new(shop.Site, await shop.Add(Roles.SuperUser)), page.PublicId, new(0, ReportReasons.Wrong))).Value);
        // Out of sight, it has no button; an open tab has one still.
        Assert.NotNull((await app.Get<CommunityWidget.Moderation.ReviewThread>().Return(pages.Moderator, page.PublicId)).Value);

        var told = await Decide(moderator, "Publish");

        var said = await (await moderator.Get(told.Headers.Location!.OriginalString)).Content.ReadAsStringAsync();
        Assert.Contains("Published, but out of sight until the reports are decided:", said);
        Assert.Contains("<a href=\"/moderation/reports\">Reports</a>", said);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(app.Address).Get(page.Path(shop.Site.Slug))).StatusCode);
    }

    [Fact]
    public async Task What_is_not_public_is_not_returned()
    {
        var (_, pages, moderator) = await Open();
        await using var closed = pages;
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer.");
        await Return(moderator, page);

        Assert.Equal(Refusals.NotPossibleNow, (await app.Get<CommunityWidget.Moderation.ReviewThread>().Return(pages.Moderator, page.PublicId)).Refusal);
    }

    [Fact]
    public async Task What_could_not_be_decided_with_the_others_is_told_with_the_reason()
    {
        var (_, pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, gone) = (await pages.Draft("Does the brass lamp dim?", "It does, with any dimmer."), await pages.Draft("Which bulb fits the lamp?", "Any with an E27 base."));
        Assert.NotNull((await app.Get<CommunityWidget.Moderation.ReviewThread>().Reject(pages.Moderator, gone.PublicId)).Value);

        var told = await moderator.Press("/moderation", "PublishAll", ("selected", SeenDraft.Named(stays)), ("selected", SeenDraft.Named(gone)));

        var page = System.Net.WebUtility.HtmlDecode(await (await moderator.Get(told.Headers.Location!.OriginalString)).Content.ReadAsStringAsync());
        Assert.Contains("Published:", page);
        Assert.Contains("1 draft stayed as it was. Somebody else decided about it", page);
        Assert.DoesNotContain("<b>", System.Net.WebUtility.HtmlDecode(await (await moderator.Get("/moderation?left=3&why=%3Cb%3E,not_found")).Content.ReadAsStringAsync()).Split("3 drafts stayed")[1][..40]);
    }

    [Fact]
    public async Task Enter_in_a_note_beside_a_draft_is_a_line_of_it_and_decides_nothing()
    {
        var (_, pages, moderator) = await Open();
        await using var closed = pages;
        await pages.Draft("Does the brass lamp dim?", "It does, with any dimmer.");

        var page = await (await moderator.Get("/moderation")).Content.ReadAsStringAsync();

        // A field of one line presses the form's first button, which is Save.
        var draft = page[page.IndexOf("class=\"card draft\"", StringComparison.Ordinal)..];
        Assert.Contains("<textarea name=\"Why\"", draft, StringComparison.Ordinal);
        Assert.DoesNotMatch("<input (?![^>]*type=\"(hidden|checkbox|radio)\")", draft[..draft.IndexOf("</form>", StringComparison.Ordinal)]);
    }

    private async Task<(Shop Shop, ShopPages Pages, Browser Moderator)> Open()
    {
        var shop = await app.Open();
        var pages = new ShopPages(app, shop);
        return (shop, pages, new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator))));
    }

    // The one draft there is, by its own form.
    private static async Task<HttpResponseMessage> Decide(Browser moderator, string handler, params (string Name, string Value)[] with)
    {
        var (_, fields) = await moderator.Form("/moderation", "Save");
        using var form = new FormUrlEncodedContent(fields.Where(field => with.All(one => one.Name != field.Name)).Concat(with).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await moderator.Send(HttpMethod.Post, $"/moderation?handler={handler}", form);
    }

    private static async Task<string> Return(Browser moderator, Edition page)
    {
        var told = await moderator.Press("/moderation/decided", "Return", ("id", page.PublicId));
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        return told.Headers.Location!.OriginalString;
    }
}
