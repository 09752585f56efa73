using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Whoever answered a double mends what came of it to the page that stays, and nothing else; the double keeps its own words.</summary>
public sealed class SentBackDoubleTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Lemon = "Lemon juice brings it back.", Mended = "Lemon juice and salt bring it back.", Polish = "Chalk on a soft cloth.";

    [Fact]
    public async Task Whoever_answered_a_double_mends_their_answer_on_the_page_that_stays_and_nobody_else_s()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, twin) = await Merged(world);

        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        var mended = (await Mend(world, leo, page, Mended)).Value;

        Assert.Equal((null, page.Revision + 1), (mended?.SentTo, mended?.Revision));
        Assert.Equal(["It does, within a year.", Mended], await There(world, page));
        Assert.Equal([Lemon], await There(world, await world.Edition(twin)));
    }

    [Fact]
    public async Task A_merger_that_is_taken_back_leaves_each_page_its_own_words()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, twin) = await Merged(world);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        Assert.NotNull((await Mend(world, leo, page, Mended)).Value);

        var merger = (await world.Get<Decisions>().Latest((await world.Edition(twin)).Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, merger.Together)).Value);

        Assert.Equal(["It does, within a year."], await There(world, page));
        Assert.Equal([Lemon], await There(world, await world.Edition(twin)));
    }

    [Fact]
    public async Task What_is_mended_of_an_answer_that_is_gone_meanwhile_is_refused_and_not_thrown_away()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, twin) = await Merged(world);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        var merger = (await world.Get<Decisions>().Latest((await world.Edition(twin)).Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, merger.Together)).Value);

        Assert.Equal(Refusals.NotFound, (await Mend(world, leo, page, Mended)).Refusal);
        Assert.Equal(["It does, within a year."], await There(world, page));
    }

    [Fact]
    public async Task Their_own_answer_on_the_page_comes_before_what_they_said_in_a_double()
    {
        await using var world = await TestWorld.Start();
        var (nour, _, page, _) = await Merged(world);
        var maya = (Guid)(await world.Get<EditionStore>().Answers(page.Id))[0].Member!;
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update answers set member = @maya, position = case when merged_from is null then 9 else position end where page = @Id", new { maya, page.Id });
            return Done.It;
        });

        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, maya, "Sooner?")).Value);
        Assert.NotNull((await Mend(world, new(world.Here, (await world.Get<MemberStore>().Find(maya))!), page, "It does, within a month.")).Value);

        Assert.Equal([Lemon, "It does, within a month."], await There(world, page));
    }

    [Fact]
    public async Task Their_box_holds_what_they_said_in_the_double_and_what_they_made_of_it_stands_there_once_it_is_gone()
    {
        var shop = await app.Open();
        Edition page;
        await using (var first = new ShopPages(app, shop)) page = await first.Publish("Does the brass of the reading lamp darken?", "It does, within a year.");
        await using var second = new ShopPages(app, shop);
        var draft = await second.Draft("Will the brass on my reading lamp darken with time?", Lemon);
        var leo = (await app.Get<MemberStore>().Find((Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!))!;
        Assert.NotNull((await app.Get<ReviewThread>().Merge(second.Moderator, draft.PublicId, page.PublicId)).Value);
        Assert.NotNull((await app.Get<ReviewThread>().Return(second.Moderator, page.PublicId)).Value);
        Assert.NotNull((await app.Get<SendBack>().Run(second.Moderator, page.PublicId, leo.Id, "With salt?")).Value);
        var browser = new Browser(app.Address).With(await shop.SignIn(leo));

        var box = await browser.Form("/contributions");
        Assert.Contains(("answer", Lemon), box.Fields);

        var merger = (await app.Get<Decisions>().Latest(draft.Id))!;
        Assert.NotNull((await app.Get<UndoDecision>().Run(second.Moderator, merger.Together)).Value);
        var told = await browser.Send(HttpMethod.Post, box.Action, new FormUrlEncodedContent(box.Fields.Select(field => KeyValuePair.Create(field.Name, field.Name == "answer" ? Mended : field.Value))));

        Assert.Equal(HttpStatusCode.NotFound, told.StatusCode);
        Assert.Contains($"readonly>{Mended}</textarea>", await told.Content.ReadAsStringAsync());
        Assert.DoesNotContain("<textarea", await (await browser.Get("/contributions")).Content.ReadAsStringAsync());
        await app.Check();
    }

    [Fact]
    public async Task What_was_typed_about_one_answer_stands_in_place_of_no_other()
    {
        var (shop, page, pages) = await Page();
        await using var closed = pages;
        var (one, other) = (await pages.Draft("Will the brass on my reading lamp darken with time?", Lemon), await pages.Draft("What do I polish the brass lamp with?", Polish));
        var (leo, browser) = await SentBack(shop, pages, page, one, other);
        var form = Box(await Read(browser))!;
        Assert.Equal(Lemon, form.Text);
        await Undo(pages, one);

        var told = await Send(browser, form, Mended);

        var html = await told.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal(["It does, within a year.", Polish], await There(page));
        Assert.Equal(leo, (await app.Get<EditionStore>().Find(page.Id))!.SentTo);
        // Nor does it stand in the other's box, for whoever presses the button again.
        Assert.Equal((Polish, Mended), (Box(html)!.Text, Kept(html)));
        Assert.Equal(HttpStatusCode.Redirect, (await Send(browser, Box(html)!, "Chalk and water.")).StatusCode);
        Assert.Equal(["It does, within a year.", "Chalk and water."], await There(page));
        await app.Check();
    }

    [Fact]
    public async Task Nor_in_place_of_somebody_else_s()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, _) = await Merged(world);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        var maya = (await world.Get<EditionStore>().Answers(page.Id))[0].Id;

        Assert.Equal(Refusals.ChangedMeanwhile, (await world.Get<EditEdition>().Mend(leo, page.PublicId, maya, Mended, page.Revision)).Refusal);

        Assert.Equal(["It does, within a year.", Lemon], await There(world, page));
    }

    [Fact]
    public async Task A_form_that_does_not_say_which_answer_it_is_about_changes_none()
    {
        var (shop, page, pages) = await Page();
        await using var closed = pages;
        var (_, browser) = await SentBack(shop, pages, page, await pages.Draft("Will the brass on my reading lamp darken with time?", Lemon));
        var form = Box(await Read(browser))!;
        form.Fields.Remove("which");

        var html = await (await Send(browser, form, Mended)).Content.ReadAsStringAsync();

        Assert.Equal((Lemon, Mended), (Box(html)!.Text, Kept(html)));
        Assert.Equal(["It does, within a year.", Lemon], await There(page));
        await app.Check();
    }

    [Fact]
    public async Task A_wording_that_changed_meanwhile_leaves_what_was_typed_in_its_box()
    {
        var (shop, page, pages) = await Page();
        await using var closed = pages;
        var (_, browser) = await SentBack(shop, pages, page, await pages.Draft("Will the brass on my reading lamp darken with time?", Lemon));
        var form = Box(await Read(browser))!;
        form.Fields["seen"] = "77";

        var html = await (await Send(browser, form, Mended)).Content.ReadAsStringAsync();

        Assert.Equal((Mended, null), (Box(html)!.Text, Kept(html)));
        await app.Check();
    }

    [Theory]
    [InlineData("en", "This does not wait for you any more")]
    [InlineData("fr", "Ceci ne vous attend plus")]
    public async Task What_was_typed_about_an_answer_that_is_gone_stands_there_to_be_read_and_why(string language, string why)
    {
        var (shop, page, pages) = await Page();
        await using var closed = pages;
        var twin = await pages.Draft("Will the brass on my reading lamp darken with time?", Lemon);
        var (_, browser) = await SentBack(shop, pages, page, twin);
        var form = Box(await Read(browser))!;
        await Undo(pages, twin);

        var told = await Send(browser, form, $"{Mended}\n<b>Twice</b>.", language);

        var html = await told.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, told.StatusCode);
        Assert.Equal((null, $"{Mended}\n<b>Twice</b>."), (Box(html), Kept(html)));
        Assert.Contains(why, html);
        await app.Check();
    }

    [Fact]
    public async Task So_do_new_words_for_a_page_that_is_public_no_more()
    {
        var (shop, page, pages) = await Page();
        await using var closed = pages;
        var (_, browser) = await SentBack(shop, pages, page, await pages.Draft("Will the brass on my reading lamp darken with time?", Lemon));

        // The same fields but for those that a form for a published answer has not.
        var form = Box(await Read(browser))!;
        var told = await browser.Send(HttpMethod.Post, "/contributions?handler=Reword", new FormUrlEncodedContent(form.Fields.Where(field => field.Key is not ("which" or "seen")).Append(new("answer", Mended))));

        var html = await told.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.NotFound, Lemon, Mended), (told.StatusCode, Box(html)!.Text, Kept(html)));
        await app.Check();
    }

    [Fact]
    public async Task A_page_waits_for_nobody_whose_answer_there_is_gone()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, twin) = await Merged(world);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);

        var merger = (await world.Get<Decisions>().Latest((await world.Edition(twin)).Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, merger.Together)).Value);

        var stored = (await world.Get<EditionStore>().Find(page.Id))!;
        Assert.Equal((Publications.Review, null, null, null), (stored.State, stored.SentTo, stored.SentBy, stored.SentNote));
        var queue = world.Get<ReviewQueue>();
        Assert.Empty(await queue.SentTo(leo.Id));
        Assert.Contains(await queue.Read(world.Here.Id, QueuePart.All, nour.Id, (0, Guid.Empty)), draft => draft.Id == page.Id);
        Assert.Equal(0, (await queue.Count(world.Here.Id)).SentBack);
    }

    [Fact]
    public async Task It_goes_on_waiting_for_who_answered_it_whichever_double_goes()
    {
        await using var world = await TestWorld.Start();
        var (nour, _, page, twin) = await Merged(world);
        var maya = (Guid)(await world.Get<EditionStore>().Answers(page.Id))[0].Member!;
        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, maya, "Sooner?")).Value);

        var merger = (await world.Get<Decisions>().Latest((await world.Edition(twin)).Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, merger.Together)).Value);

        Assert.Equal(maya, (await world.Get<EditionStore>().Find(page.Id))!.SentTo);
    }

    // The answer that the form holds.
    private static async Task<Reply<Edition>> Mend(TestWorld world, MemberCaller by, Edition page, string text) =>
        await world.Get<EditEdition>().Mend(by, page.PublicId, EditEdition.Mends(await world.Get<EditionStore>().Answers(page.Id), by.Id)?.Id, text, page.Revision);

    /// <summary>A public page, and another volunteer for its doubles.</summary>
    private async Task<(Shop Shop, Edition Page, ShopPages Pages)> Page()
    {
        var shop = await app.Open();
        await using var first = new ShopPages(app, shop);
        return (shop, await first.Publish("Does the brass of the reading lamp darken?", "It does, within a year."), new(app, shop));
    }

    /// <summary>Doubles are merged into a page, and it is sent back to who answered them.</summary>
    private async Task<(Guid Leo, Browser Browser)> SentBack(Shop shop, ShopPages pages, Edition page, params Edition[] twins)
    {
        var leo = (await app.Get<MemberStore>().Find((Guid)(await app.Get<EditionStore>().Answers(twins[0].Id))[0].Member!))!;
        foreach (var twin in twins) Assert.NotNull((await app.Get<ReviewThread>().Merge(pages.Moderator, twin.PublicId, page.PublicId)).Value);
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, page.PublicId)).Value);
        Assert.NotNull((await app.Get<SendBack>().Run(pages.Moderator, page.PublicId, leo.Id, "With salt?")).Value);
        return (leo.Id, new Browser(app.Address).With(await shop.SignIn(leo)));
    }

    private async Task Undo(ShopPages pages, Edition twin) =>
        Assert.NotNull((await app.Get<UndoDecision>().Run(pages.Moderator, (await app.Get<Decisions>().Latest(twin.Id))!.Together)).Value);

    private static async Task<string> Read(Browser browser) => await (await browser.Get("/contributions")).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> Send(Browser browser, SentBox box, string text, string language = "en") =>
        browser.Send(HttpMethod.Post, $"/contributions?lang={language}", new FormUrlEncodedContent(box.Fields.Append(new("answer", text))));

    /// <summary>The form of the one answer that was sent back; null where none is there.</summary>
    private static SentBox? Box(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return document.QuerySelector<IHtmlFormElement>("section[aria-labelledby=sent-back] form") is not { } form
            ? null
            : new(form.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value, form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(field => field.Name!, field => field.Value));
    }

    /// <summary>What was typed and is in no box any more, as it is shown.</summary>
    private static string? Kept(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return document.QuerySelector<IHtmlTextAreaElement>("section[aria-labelledby=typed] textarea[readonly]")?.Value;
    }

    private async Task<IEnumerable<string>> There(Edition page) => (await app.Get<EditionStore>().Answers(page.Id)).Select(answer => answer.Body);

    private sealed record SentBox(string Text, Dictionary<string, string> Fields);

    /// <summary>Maya answered a page, Leo its double; the page is in review again.</summary>
    private static async Task<(MemberCaller Nour, MemberCaller Leo, Edition Page, ThreadRecord Twin)> Merged(TestWorld world)
    {
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (_, first) = await world.Rated(maya, "Does the brass of the reading lamp darken?", "It does, within a year.");
        var page = await world.Published(nour, first);
        await world.Leave(maya);
        var leo = await world.Join();
        var (_, twin) = await world.Rated(leo, "Will the brass on my reading lamp darken with time?", Lemon);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        return (nour, leo, await world.Edition(first), await world.Again(twin));
    }

    private static async Task<IEnumerable<string>> There(TestWorld world, Edition page) => (await world.Get<EditionStore>().Answers(page.Id)).Select(answer => answer.Body);
}
