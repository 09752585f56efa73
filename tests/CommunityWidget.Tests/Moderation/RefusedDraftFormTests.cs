using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A draft's form that comes back refused holds what was typed on the wording that stands there now, and no words that somebody changed or took away since.</summary>
public sealed class RefusedDraftFormTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Said = "Only with the new bulb.", Theirs = "With any bulb, says the maker.", Second = "Mine hums.", Typed = "Only with a new bulb of ten watts.";

    private static readonly ReviewTexts R = ReviewTexts.In("en");

    [Theory]
    [InlineData("Merge", "Merge")]
    [InlineData("Reject", "Publish")]
    [InlineData("Assign", "Assign")]
    [InlineData("SendBack", "SendBack")]
    public async Task Words_nobody_typed_are_not_saved_over_a_colleague_s_by_pressing_again(string first, string then)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, draft) = (await pages.Publish("Does the brass lamp dim?", "It does."), await pages.Draft("Does the lamp of brass dim?", Said));
        var beside = await Beside(pages, stays, draft);
        var form = (await moderator.Form("/moderation", "Save")).Fields;
        await Reword(pages, draft, "Their title", Theirs);

        var refused = await Press(moderator, first, form, beside);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Contains(R.ChangedSince, html);
        var again = Browser.FormIn(html, "Save").Fields;
        Assert.Equal(("Their title", Theirs, "Because."), (Of(again, "Title"), Of(again, "Answers[0]"), Of(again, "Why")));
        if (first == "SendBack") Assert.Equal("Which bulb?", Of(again, "Note"));
        Assert.Equal(HttpStatusCode.Redirect, (await Press(moderator, then, again, beside)).StatusCode);

        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal(("Their title", 1), (now.Title, now.Revision));
        Assert.Equal([Theirs], await Answers(draft));
        await app.Check();
    }

    [Fact]
    public async Task A_title_no_wording_knows_is_typed_by_nobody_either()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);
        // As it was published.
        await Write(tx => tx.Execute("update pages set title = 'Given with the publication' where id = @Id", new { draft.Id }));
        var form = (await moderator.Form("/moderation", "Save")).Fields;
        await Reword(pages, draft, "Their title", Theirs);

        var refused = await Press(moderator, "Publish", form);

        Assert.Equal("Their title", Of(Browser.FormIn(await refused.Content.ReadAsStringAsync(), "Save").Fields, "Title"));
    }

    [Fact]
    public async Task What_was_typed_stands_there_beside_what_somebody_else_worded_and_emptied_boxes_are_empty()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await Two(pages);
        var form = (await moderator.Form("/moderation", "Save")).Fields;
        await Reword(pages, draft, "Their title", Said, Second);

        var refused = await Press(moderator, "Publish", form, ("Answers[0]", Typed), ("Answers[1]", ""));

        var again = Browser.FormIn(await refused.Content.ReadAsStringAsync(), "Save").Fields;
        Assert.Equal(("Their title", Typed, ""), (Of(again, "Title"), Of(again, "Answers[0]"), Of(again, "Answers[1]")));
    }

    [Theory]
    [InlineData("Publish", "")]
    [InlineData("Save", "")]
    [InlineData("Merge", "")]
    [InlineData("Assign", "")]
    [InlineData("Publish", "Ids")]
    public async Task Words_of_an_answer_taken_away_since_come_back_under_nobody_s_name(string button, string without)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, draft) = (await pages.Publish("Does the brass lamp dim?", "It does."), await Two(pages));
        // A form of the version before says not which answers it has.
        var form = (await moderator.Form("/moderation", "Save")).Fields.Where(field => without == "" || !field.Name.StartsWith(without, StringComparison.Ordinal)).ToList();
        var author = await Author(draft);
        await Write(tx => app.Get<EditionEdits>().RemoveAllOf(tx, draft.Thread, author, app.Get<TimeProvider>().NowMs()));
        var beside = new[] { ("into", stays.PublicId), ("assignee", pages.Moderator.Id.ToString()), ("Answers[1]", "Mine hums, and hers.") };

        var refused = await Press(moderator, button, form, beside);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var again = Browser.FormIn(await refused.Content.ReadAsStringAsync(), "Save").Fields;
        Assert.Equal(without == "" ? "Mine hums, and hers." : Second, Of(again, "Answers[0]"));
        Assert.DoesNotContain(again, field => field.Value == Said || field.Name == "Answers[1]");
        Assert.Equal([Second], await Answers(draft));
    }

    [Fact]
    public async Task Nobody_is_sent_a_draft_whose_own_answer_is_taken_out_with_it()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await Two(pages);
        var beside = await Beside(pages, draft, draft);

        var refused = await Press(moderator, "SendBack", (await moderator.Form("/moderation", "Save")).Fields, [.. beside, ("Answers[0]", "")]);

        Assert.Contains(WebUtility.HtmlEncode(R.SendBackNeedsAnswer), await refused.Content.ReadAsStringAsync());
        Assert.Equal([Said, Second], await Answers(draft));
    }

    [Theory]
    [InlineData("Merge")]
    [InlineData("Assign")]
    [InlineData("SendBack")]
    public async Task What_was_saved_is_said_where_what_came_next_is_refused(string button)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);

        var refused = await Press(moderator, button, (await moderator.Form("/moderation", "Save")).Fields,
            ("into", "nowhere"), ("assignee", Guid.CreateVersion7().ToString()), ("To", Guid.CreateVersion7().ToString()), ("Note", "Which bulb?"), ("Answers[0]", $"{Typed} Mail jane@mail.example."));

        var html = await refused.Content.ReadAsStringAsync();
        Assert.Contains($"{R.WordingSaved} {R.ChosenGone}", html);
        var stored = Assert.Single(await Answers(draft));
        Assert.Equal($"{Typed} Mail [e-mail].", stored);
        Assert.Equal((stored, "1"), (Of(Browser.FormIn(html, "Save").Fields, "Answers[0]"), Of(Browser.FormIn(html, "Save").Fields, "Seen")));
    }

    [Theory]
    [InlineData("Assign", true)]
    [InlineData("SendBack", true)]
    [InlineData("SendBack", false)]
    public async Task Whoever_leaves_words_that_nobody_may_say_is_not_refused_for_them(string button, bool leaves)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);
        const string rude = "Fuck you, asshole. Ask jane@mail.example.";
        if (leaves) await Write(tx => tx.Execute("update answers set body = @rude where page = @Id", new { rude, draft.Id }));

        var told = await Press(moderator, button, (await moderator.Form("/moderation", "Save")).Fields, [.. await Beside(pages, draft, draft), ("Title", "Does it dim?"), ("Answers[0]", rude)]);

        Assert.Equal(leaves, told.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal([leaves ? "Fuck you, asshole. Ask [e-mail]." : Said], await Answers(draft));
    }

    private async Task<Edition> Two(ShopPages pages)
    {
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);
        await Write(async tx =>
        {
            var first = (await app.Get<EditionStore>().Answers(tx, draft.Id))[0];
            await app.Get<EditionEdits>().Add(tx, draft.Id, first with { Id = "", State = Answer.Suggested, Member = pages.Moderator.Id, Body = Second }, first.AnsweredAt);
            await tx.Execute("update revisions set answers = @said where page = @Id", new { draft.Id, said = $"[\"{Said}\",\"{Second}\"]" });
        });
        return draft;
    }

    private async Task Reword(ShopPages pages, Edition draft, string title, params string[] answers) => Assert.NotNull((await app.Get<EditEdition>().Run(
        pages.Moderator, draft.PublicId, new(title, draft.Question, answers.Select((text, i) => KeyValuePair.Create(i + 1L, (string?)text)).ToDictionary(), 1, draft.Revision))).Value);

    private async Task<(string Name, string Value)[]> Beside(ShopPages pages, Edition into, Edition draft) =>
        [("into", into.PublicId), ("assignee", pages.Moderator.Id.ToString()), ("To", (await Author(draft)).ToString()), ("Note", "Which bulb?"), ("Why", "Because.")];

    private Task Write(Func<Tx, Task> change) => app.Get<Db>().Write<Done>(async tx =>
    {
        await change(tx);
        return Done.It;
    });

    private async Task<Guid> Author(Edition draft) => (Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!;

    private async Task<IEnumerable<string>> Answers(Edition page) => (await app.Get<EditionStore>().Answers(page.Id)).Select(answer => answer.Body);

    private async Task<(ShopPages Pages, Browser Moderator)> Open()
    {
        var shop = await app.Open();
        return (new ShopPages(app, shop), new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator))));
    }

    private static string Of(IEnumerable<(string Name, string Value)> form, string name) => form.Single(field => field.Name == name).Value;

    private static async Task<HttpResponseMessage> Press(Browser moderator, string button, IReadOnlyList<(string Name, string Value)> form, params (string Name, string Value)[] with)
    {
        using var sent = new FormUrlEncodedContent(form.Where(field => with.All(one => one.Name != field.Name)).Concat(with).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await moderator.Send(HttpMethod.Post, $"/moderation?handler={button}", sent);
    }
}
