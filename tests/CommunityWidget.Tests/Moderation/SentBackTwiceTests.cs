using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A draft that was sent to somebody waits for them: no other moderator sends it elsewhere unseen, nor takes another's sending back.</summary>
public sealed class SentBackTwiceTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Theirs = "Which year's model?";

    [Theory]
    [InlineData("SendBack")]
    [InlineData("Assign")]
    public async Task Nobody_gives_to_somebody_else_what_a_colleague_has_sent_back_since(string button)
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var moderator = new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator)));
        var draft = await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        var author = (Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!;
        var form = (await moderator.Form("/moderation", "Save")).Fields;
        var sent = (await app.Get<SendBack>().Run(pages.Moderator, draft.PublicId, author, Theirs)).Value!;

        using var beside = new FormUrlEncodedContent(form.Where(field => field.Name is not ("assignee" or "To" or "Note")).Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Concat([new("assignee", pages.Moderator.Id.ToString()), new("To", author.ToString()), new("Note", "Which bulb?")]));
        var told = await moderator.Send(HttpMethod.Post, $"/moderation?handler={button}", beside);

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((sent.SentTo, sent.SentBy, Theirs, null), (now.SentTo, now.SentBy, now.SentNote, now.AssignedTo));
        await app.Check();
    }

    [Theory]
    [InlineData("Save")]
    [InlineData("Publish")]
    public async Task What_waits_for_its_author_is_worded_by_nobody_else_and_what_was_typed_stands_there(string button)
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var moderator = new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator)));
        var draft = await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        var author = (Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!;
        var form = (await moderator.Form("/moderation", button)).Fields;
        Assert.NotNull((await app.Get<SendBack>().Run(pages.Moderator, draft.PublicId, author, Theirs)).Value);

        var told = await Send(moderator, button, form, "Only with a new bulb of ten watts.");

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var html = await told.Content.ReadAsStringAsync();
        Assert.Contains("Somebody sent it back meanwhile, and it waits for", html);
        Assert.Contains(">Only with a new bulb of ten watts.</textarea>", html);
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((author, 0), (now.SentTo, now.Revision));
        // Where nothing was typed there is nothing to keep.
        Assert.DoesNotContain("<textarea", await (await Send(moderator, "Publish", form, "Only with the new bulb.")).Content.ReadAsStringAsync());

        Assert.NotNull((await app.Get<SendBack>().TakeBack(pages.Moderator, draft.PublicId)).Value);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(moderator, button, Browser.FormIn(html, button).Fields, "Only with a new bulb of ten watts.")).StatusCode);
        await app.Check();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_sent_a_draft_back_takes_that_back_and_not_what_came_after_it(bool bySomebodyElse)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour, ines) = (await world.Join(), await world.Join(roles: Roles.Moderator), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya);
        var (id, send) = ((await world.Edition(thread)).PublicId, world.Get<SendBack>());
        Assert.NotNull((await send.Run(nour, id, maya.Id, "Which bulb?")).Value);
        var first = (await world.Get<Decisions>().Latest((await world.Edition(thread)).Id))!;
        Assert.NotNull((await send.TakeBack(ines, id)).Value);
        world.Clock.Skip(TimeSpan.FromSeconds(1));
        Assert.NotNull((await send.Run(bySomebodyElse ? ines : nour, id, maya.Id, bySomebodyElse ? "Which bulb?" : Theirs)).Value);

        Assert.Equal(Refusals.TooLateToUndo, (await world.Get<UndoDecision>().Run(nour, first.Together)).Refusal);

        Assert.Equal(maya.Id, (await world.Edition(thread)).SentTo);
        var last = (await world.Get<Decisions>().Latest((await world.Edition(thread)).Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(bySomebodyElse ? ines : nour, last.Together)).Value);
        Assert.Equal((null, null), ((await world.Edition(thread)).SentTo, (await world.Edition(thread)).SentNote));
    }

    [Fact]
    public async Task The_same_words_sent_again_to_the_same_helper_are_another_sending()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya);
        var (id, send) = ((await world.Edition(thread)).PublicId, world.Get<SendBack>());
        Assert.NotNull((await send.Run(nour, id, maya.Id, Theirs)).Value);
        var first = (await world.Get<Decisions>().Latest((await world.Edition(thread)).Id))!;
        Assert.NotNull((await send.TakeBack(nour, id)).Value);
        world.Clock.Skip(TimeSpan.FromSeconds(1));
        Assert.NotNull((await send.Run(nour, id, maya.Id, Theirs)).Value);

        Assert.Equal(Refusals.TooLateToUndo, (await world.Get<UndoDecision>().Run(nour, first.Together)).Refusal);
        Assert.Equal(maya.Id, (await world.Edition(thread)).SentTo);
    }

    private static async Task<HttpResponseMessage> Send(Browser moderator, string button, IEnumerable<(string Name, string Value)> form, string answer)
    {
        using var sent = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Name == "Answers[0]" ? answer : field.Value)));
        return await moderator.Send(HttpMethod.Post, $"/moderation?handler={button}", sent);
    }
}
