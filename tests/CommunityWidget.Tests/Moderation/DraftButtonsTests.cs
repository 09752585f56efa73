using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A draft's form has one set of fields and many buttons: whichever is pressed, what is typed counts, and nothing is decided that was never seen.</summary>
public sealed class DraftButtonsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Said = "Only with the new bulb: my brother-in-law at the workshop has one.", Typed = "Only with the new bulb.";

    [Fact]
    public async Task What_a_moderator_has_just_taken_out_does_not_come_to_the_page_it_is_merged_into()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, draft) = (await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer."), await pages.Draft("Does the lamp of brass dim?", Said));

        var told = await Press(moderator, "Merge", ("Answers[0]", Typed), ("into", stays.PublicId));

        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        Assert.Equal(["It does, with any dimmer.", Typed], await Answers(stays));
        Assert.Equal(stays.Id, (await app.Get<EditionStore>().Find(draft.Id))!.MergedInto);
        await app.Check();
    }

    [Theory]
    [InlineData("Merge", false)]
    [InlineData("Merge", true)]
    [InlineData("Reject", false)]
    [InlineData("Reject", true)]
    public async Task Nothing_is_decided_that_was_reworded_or_sent_back_since_the_form_was_opened(string button, bool sentBack)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, draft) = (await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer."), await pages.Draft("Does the lamp of brass dim?", Said));
        var (_, form) = await moderator.Form("/moderation", "Save");
        if (sentBack) Assert.NotNull((await app.Get<SendBack>().Run(pages.Moderator, draft.PublicId, (await Author(draft)), "Which bulb?")).Value);
        else Assert.NotNull((await app.Get<EditEdition>().Run(pages.Moderator, draft.PublicId, new(draft.Title, draft.Question, new Dictionary<long, string?> { [1] = "Never seen." }, 1, draft.Revision))).Value);

        var told = await Press(moderator, button, form, ("into", stays.PublicId));

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal(["It does, with any dimmer."], await Answers(stays));
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((Publications.Review, null, sentBack), (now.State, now.MergedInto, now.SentTo is not null));
        await app.Check();
    }

    [Theory]
    [InlineData("Assign", Typed)]
    [InlineData("Assign", Said)]
    [InlineData("SendBack", Typed)]
    [InlineData("SendBack", Said)]
    public async Task Whom_a_draft_goes_to_gets_it_in_the_words_that_were_typed_beside(string button, string answer)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);

        var told = await Press(moderator, button, ("Title", "Does it dim?"), ("Answers[0]", answer), ("assignee", pages.Moderator.Id.ToString()), ("To", (await Author(draft)).ToString()), ("Note", "Which bulb?"));

        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal(("Does it dim?", 1), (now.Title, now.Revision));
        Assert.Equal([answer], await Answers(draft));
        Assert.True(button == "Assign" ? now.AssignedTo == pages.Moderator.Id : now.SentTo == await Author(draft));
        await app.Check();
    }

    [Theory]
    [InlineData("Assign")]
    [InlineData("SendBack")]
    public async Task Nor_does_it_go_where_somebody_else_worded_it_meanwhile_and_what_was_typed_stands_in_the_form(string button)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);
        var (_, form) = await moderator.Form("/moderation", "Save");
        Assert.NotNull((await app.Get<EditEdition>().Run(pages.Moderator, draft.PublicId, new(draft.Title, draft.Question, new Dictionary<long, string?> { [1] = "Theirs." }, 1, draft.Revision))).Value);

        var told = await Press(moderator, button, form, ("Answers[0]", Typed), ("assignee", pages.Moderator.Id.ToString()), ("To", (await Author(draft)).ToString()), ("Note", "Which bulb?"));

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Contains(Typed, await told.Content.ReadAsStringAsync());
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((null, null), (now.AssignedTo, now.SentTo));
        Assert.Equal(["Theirs."], await Answers(draft));
    }

    [Fact]
    public async Task Where_nothing_was_typed_whom_it_is_given_to_is_no_other_wording()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);

        Assert.Equal(HttpStatusCode.Redirect, (await Press(moderator, "Assign", ("assignee", pages.Moderator.Id.ToString()))).StatusCode);

        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((draft.Revision, pages.Moderator.Id), (now.Revision, now.AssignedTo));
    }

    [Theory]
    [InlineData("Assign")]
    [InlineData("SendBack")]
    public async Task Nobody_is_said_to_have_decided_where_whom_it_was_to_go_to_is_shut_out_meanwhile(string button)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);
        var (_, form) = await moderator.Form("/moderation", "Save");
        var who = button == "Assign" ? pages.Moderator.Id : await Author(draft);
        await app.Db.Write<Done>(async tx => { await tx.Execute("update members set suspended_until = @until where id = @who", new { who, until = MemberConduct.Open }); return Done.It; });

        var told = await (await Press(moderator, button, form, ("assignee", who.ToString()), ("To", who.ToString()), ("Note", "Which bulb?"))).Content.ReadAsStringAsync();

        Assert.Contains("What you chose to do with it is not possible any more", told);
        Assert.DoesNotContain("Somebody else decided", told);
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((null, null), (now.AssignedTo, now.SentTo));
    }

    private async Task<Guid> Author(Edition draft) => (Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!;

    private async Task<IEnumerable<string>> Answers(Edition page) => (await app.Get<EditionStore>().Answers(page.Id)).Select(answer => answer.Body);

    private async Task<(ShopPages Pages, Browser Moderator)> Open()
    {
        var shop = await app.Open();
        return (new ShopPages(app, shop), new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator))));
    }

    // The one draft there is, by its own form as it stands now.
    private static async Task<HttpResponseMessage> Press(Browser moderator, string button, params (string Name, string Value)[] with) =>
        await Press(moderator, button, (await moderator.Form("/moderation", "Save")).Fields, with);

    private static async Task<HttpResponseMessage> Press(Browser moderator, string button, IReadOnlyList<(string Name, string Value)> form, params (string Name, string Value)[] with)
    {
        using var sent = new FormUrlEncodedContent(form.Where(field => with.All(one => one.Name != field.Name)).Concat(with).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await moderator.Send(HttpMethod.Post, $"/moderation?handler={button}", sent);
    }
}
