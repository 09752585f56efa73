using System.Net;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What a moderator decides of several drafts at once is what stood before them, and they are told of what stayed otherwise.</summary>
public sealed class SelectedDraftsTests(RunningApp app) : IClassFixture<RunningApp>
{
    public enum Meanwhile
    {
        Reworded,
        SentBack,
        ProposedAnew,
    }

    [Theory]
    [InlineData(Meanwhile.Reworded, "PublishAll")]
    [InlineData(Meanwhile.SentBack, "PublishAll")]
    [InlineData(Meanwhile.ProposedAnew, "PublishAll")]
    [InlineData(Meanwhile.Reworded, "RejectAll")]
    public async Task What_another_moderator_changed_since_it_was_selected_is_left(Meanwhile what, string decision)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, changed) = (await pages.Draft("Does the brass lamp dim?", "It does, with any dimmer."), await pages.Draft("Which bulb fits the lamp?", "Any with an E27 base."));
        var (action, form) = await Selected(moderator, decision);
        await Happens(what, pages, changed);

        var told = await Send(moderator, action, form);

        Assert.Contains($"left=1&why={Refusals.ChangedMeanwhile.Code}", told.Headers.Location!.OriginalString);
        var page = await Read(moderator, told);
        Assert.Contains("1 draft stayed as it was. Somebody reworded it or sent it back meanwhile", page);
        Assert.NotEqual(Publications.Review, (await app.Get<EditionStore>().Find(stays.Id))!.State);
        Assert.Equal(Publications.Review, (await app.Get<EditionStore>().Of(changed.Thread))!.State);
    }

    [Fact]
    public async Task Where_all_of_it_changed_nothing_is_published_and_the_reason_is_told()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the brass lamp dim?", "It does, with any dimmer.");
        var (action, form) = await Selected(moderator, "PublishAll");
        await Happens(Meanwhile.Reworded, pages, draft);

        Assert.Contains("Somebody reworded it or sent it back meanwhile", await Read(await Send(moderator, action, form)));
        // Whoever says nothing of what they saw has seen nothing.
        Assert.Contains("Somebody reworded it or sent it back meanwhile", await Read(await moderator.Press("/moderation", "PublishAll", ("selected", draft.PublicId))));
        Assert.Equal(Publications.Review, (await app.Get<EditionStore>().Find(draft.Id))!.State);
    }

    [Theory]
    [InlineData(Meanwhile.SentBack)]
    [InlineData(Meanwhile.ProposedAnew)]
    public async Task Nor_is_one_draft_published_that_was_sent_back_or_proposed_anew_since_its_form_was_opened(Meanwhile what)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the brass lamp dim?", "It does, with any dimmer.");
        var (_, form) = await moderator.Form("/moderation", "Save");
        await Happens(what, pages, draft);

        var told = await Send(moderator, "/moderation?handler=Publish", form);

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var now = (await app.Get<EditionStore>().Of(draft.Thread))!;
        Assert.Equal(Publications.Review, now.State);
        Assert.Equal(what == Meanwhile.ProposedAnew ? "Only by day." : "It does, with any dimmer.", Assert.Single(await app.Get<EditionStore>().Answers(now.Id)).Body);
    }

    [Fact]
    public async Task What_could_not_be_taken_back_with_the_others_is_told_with_the_reason()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (back, touched) = (await pages.Draft("Does the brass lamp dim?", "It does, with any dimmer."), await pages.Draft("Which bulb fits the lamp?", "Any with an E27 base."));
        var (action, form) = await Selected(moderator, "PublishAll");
        var decided = (await Send(moderator, action, form)).Headers.Location!.OriginalString;
        Assert.NotNull((await app.Get<ReviewThread>().Withdraw(pages.Moderator, touched.PublicId)).Value);

        var told = await moderator.Press(decided, "Undo");

        var page = await Read(moderator, told);
        Assert.Contains("Taken back:", page);
        Assert.Contains("1 decision stands. That was more than a few seconds ago, or something else has happened since", page);
        Assert.Equal((Publications.Review, Publications.Withdrawn), ((await app.Get<EditionStore>().Find(back.Id))!.State, (await app.Get<EditionStore>().Find(touched.Id))!.State));
    }

    private async Task Happens(Meanwhile what, ShopPages pages, Edition draft)
    {
        var author = (Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!;
        if (what == Meanwhile.SentBack) Assert.NotNull((await app.Get<SendBack>().Run(pages.Moderator, draft.PublicId, author, "Which year's model?")).Value);
        else if (what == Meanwhile.Reworded) Assert.NotNull((await app.Get<EditEdition>().Run(pages.Moderator, draft.PublicId, new(draft.Title, draft.Question, new Dictionary<long, string?> { [1] = "Only by day." }, 1, draft.Revision))).Value);
        // As the room that proposes does it where nothing was public yet: another draft under the same public id.
        else await app.Get<Db>().Write<Done>(async tx =>
        {
            var answers = await app.Get<EditionStore>().Answers(tx, draft.Id);
            await app.Get<EditionStore>().Add(tx, draft with { Id = Guid.CreateVersion7() }, [answers[0] with { Id = "", Body = "Only by day." }]);
            return Done.It;
        });
    }

    private async Task<(ShopPages Pages, Browser Moderator)> Open()
    {
        var shop = await app.Open();
        return (new ShopPages(app, shop), new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator))));
    }

    // Everything there is, as the page has it now.
    private static async Task<(string Action, IReadOnlyList<(string, string)> Fields)> Selected(Browser moderator, string decision)
    {
        using var document = new HtmlParser().ParseDocument(await (await moderator.Get("/moderation")).Content.ReadAsStringAsync());
        var (action, fields) = await moderator.Form("/moderation", decision);
        return (action, [.. fields.Where(field => field.Name != "selected"), .. document.QuerySelectorAll("input[name=selected]").Select(box => ("selected", box.GetAttribute("value")!))]);
    }

    private static Task<HttpResponseMessage> Send(Browser moderator, string action, IReadOnlyList<(string Name, string Value)> fields) =>
        moderator.Send(HttpMethod.Post, action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static async Task<string> Read(Browser moderator, HttpResponseMessage told) => await Read(await moderator.Get(told.Headers.Location!.OriginalString));

    private static async Task<string> Read(HttpResponseMessage told) => WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync());
}
