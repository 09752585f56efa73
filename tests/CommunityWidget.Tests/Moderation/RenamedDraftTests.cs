using System.Net;
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

/// <summary>A draft's title is part of its wording: nobody takes a colleague's back unseen, and the one that becomes public is among the wordings.</summary>
public sealed class RenamedDraftTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Said = "Only with the new bulb.";

    [Theory]
    [InlineData("Publish")]
    [InlineData("Merge")]
    [InlineData("Assign")]
    [InlineData("SendBack")]
    public async Task Nothing_is_decided_under_a_title_that_a_colleague_has_changed_since(string button)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, draft) = (await pages.Publish("Does the brass lamp dim?", "It does."), await pages.Draft("Does the lamp of brass dim?", Said));
        var form = (await moderator.Form("/moderation", "Save")).Fields;
        await Save(pages, draft, "Their title");

        var told = await Press(moderator, button, form, await Beside(pages, stays, draft));

        await IsAsItWas(told, draft, "Their title");
        Assert.Contains("look at it, then decide again", await told.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Publish")]
    [InlineData("Merge")]
    [InlineData("Assign")]
    [InlineData("SendBack")]
    public async Task Nor_what_a_colleague_left_out_or_saved_as_it_was_since(string button)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var stays = await pages.Publish("Does the brass lamp dim?", "It does.");
        var draft = await pages.Draft("Does the lamp of brass dim?", Said, product: new("lamp-1", "Brass lamp"));
        Assert.True(draft.HasProduct);
        var form = (await moderator.Form("/moderation", "Save")).Fields;
        await Save(pages, draft, draft.Title);

        await IsAsItWas(await Press(moderator, button, form, await Beside(pages, stays, draft)), draft, draft.Title);
    }

    [Theory]
    [InlineData("Publish")]
    [InlineData("Reject")]
    [InlineData("Merge")]
    [InlineData("Assign")]
    [InlineData("SendBack")]
    public async Task Of_what_a_colleague_has_published_under_another_title_it_is_said_that_it_is_decided(string button)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var (stays, draft) = (await pages.Publish("Does the brass lamp dim?", "It does."), await pages.Draft("Does the lamp of brass dim?", Said));
        var form = (await moderator.Form("/moderation", "Save")).Fields;
        Assert.NotNull((await app.Get<ReviewThread>().Publish(pages.Moderator, draft.PublicId, "Their title")).Value);

        var told = await Press(moderator, button, form, await Beside(pages, stays, draft));

        Assert.Contains("Somebody else decided about it", await told.Content.ReadAsStringAsync());
        Assert.Equal((Publications.Published, "Their title"), ((await app.Get<EditionStore>().Find(draft.Id))!.State, (await app.Get<EditionStore>().Find(draft.Id))!.Title));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_long_because_it_was_several_messages_is_measured_only_where_it_was_worded_anew(bool anew)
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);
        var (question, answer) = (Long(2, "Does the lamp dim?"), Long(9, "Only with a bulb."));
        await app.Get<Db>().Write<Done>(async tx =>
        {
            await tx.Execute("update pages set question = @question where id = @Id", new { draft.Id, question });
            await tx.Execute("update answers set body = @answer where page = @Id", new { draft.Id, answer });
            return Done.It;
        });
        var form = (await moderator.Form("/moderation", "Publish")).Fields.Select(field => (field.Name, field.Value.ReplaceLineEndings("\r\n"))).ToList();

        var told = await Press(moderator, "Publish", form, [("Title", "Does it dim?"), .. anew ? new[] { ("Question", $"{question} Or does it not?") } : []]);

        Assert.Equal(anew ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.Redirect, told.StatusCode);
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((anew ? Publications.Review : Publications.Published, question), (now.State, now.Question));
        Assert.Equal(answer, Assert.Single(await app.Get<EditionStore>().Answers(draft.Id)).Body);
    }

    // Messages of 2,500 letters.
    private static string Long(int messages, string says) => string.Join("\n\n", Enumerable.Range(0, messages).Select(_ => string.Join(' ', Enumerable.Repeat(says, 2_500 / (says.Length + 1)))));

    [Fact]
    public async Task The_title_a_page_is_published_under_is_a_wording_with_whoever_gave_it()
    {
        var (pages, moderator) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);

        var told = await Press(moderator, "Publish", (await moderator.Form("/moderation", "Save")).Fields, ("Title", "Does it dim? Ask jane@mail.example"));

        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((Publications.Published, "Does it dim? Ask [e-mail]", 1L), (now.State, now.Title, now.Revision));
        var wording = (await app.Get<Revisions>().Of(draft.Id))[0];
        Assert.Equal((1L, now.Title), (wording.Number, wording.Title));
        Assert.NotNull(wording.MemberName);
        // Nothing else has touched it since.
        Assert.Equal(HttpStatusCode.Redirect, (await moderator.Press(told.Headers.Location!.OriginalString, "Undo")).StatusCode);
        Assert.Equal(Publications.Review, (await app.Get<EditionStore>().Find(draft.Id))!.State);
        await app.Check();
    }

    [Fact]
    public async Task So_is_one_that_comes_with_the_decision_itself()
    {
        var (pages, _) = await Open();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", Said);

        Assert.NotNull((await app.Get<ReviewThread>().Publish(pages.Moderator, draft.PublicId, "Does it dim?")).Value);

        var wordings = await app.Get<Revisions>().Of(draft.Id);
        Assert.Equal([("Does it dim?", pages.Moderator.Id), (draft.Title, Guid.Empty)], wordings.Select(wording => (wording.Title, wording.Member)));
        Assert.Equal(1, (await app.Get<EditionStore>().Find(draft.Id))!.Revision);
        await app.Check();
    }

    private async Task IsAsItWas(HttpResponseMessage told, Edition draft, string title)
    {
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var now = (await app.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((Publications.Review, title, 1L), (now.State, now.Title, now.Revision));
        Assert.Equal((null, null, false), (now.AssignedTo, now.SentTo, now.HasProduct));
        await app.Check();
    }

    // As another moderator saves it: the product is left out.
    private async Task Save(ShopPages pages, Edition draft, string title) => Assert.NotNull((await app.Get<EditEdition>().Run(
        pages.Moderator, draft.PublicId, new(title, draft.Question, new Dictionary<long, string?> { [1] = Said }, 1, draft.Revision, WithProduct: false))).Value);

    private async Task<(string Name, string Value)[]> Beside(ShopPages pages, Edition into, Edition draft) =>
        [("into", into.PublicId), ("assignee", pages.Moderator.Id.ToString()), ("To", $"{(await app.Get<EditionStore>().Answers(draft.Id))[0].Member}"), ("Note", "Which bulb?")];

    private async Task<(ShopPages Pages, Browser Moderator)> Open()
    {
        var shop = await app.Open();
        return (new ShopPages(app, shop), new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator))));
    }

    private static async Task<HttpResponseMessage> Press(Browser moderator, string button, IReadOnlyList<(string Name, string Value)> form, params (string Name, string Value)[] with)
    {
        using var sent = new FormUrlEncodedContent(form.Where(field => with.All(one => one.Name != field.Name)).Concat(with).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await moderator.Send(HttpMethod.Post, $"/moderation?handler={button}", sent);
    }
}
