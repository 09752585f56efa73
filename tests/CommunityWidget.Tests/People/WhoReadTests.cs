using System.Net;
using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.People;

/// <summary>Who read a conversation is found in the audit by its number, whichever way they came to it.</summary>
public sealed class WhoReadTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Whoever_opens_a_conversation_as_it_was_written_is_found_by_its_number_each_time()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var draft = await pages.Draft("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var (nour, thread) = (await shop.Add(Roles.Moderator), (await app.Get<ThreadStore>().Find(draft.Thread))!);
        var moderator = new Browser(app.Address).With(await shop.SignIn(nour));

        for (var look = 0; look < 2; look++)
            Assert.Contains("Does the brass lamp dim?", await (await moderator.Get($"/moderation/{draft.PublicId}/original")).Content.ReadAsStringAsync());

        Assert.Equal(Enumerable.Repeat(((Guid?)nour.Id, "thread.original"), 2), (await Reads(shop, thread.PublicId)).Select(read => (read.Actor, read.Action)));
        // What moderators look at masked is no look at the conversation.
        Assert.Equal(HttpStatusCode.OK, (await moderator.Get($"/moderation/{draft.PublicId}/history")).StatusCode);
        Assert.Equal(2, (await Reads(shop, thread.PublicId)).Count);
        await app.Check();
    }

    [Theory]
    [InlineData("en", "read a conversation as it was written, personal data included")]
    [InlineData("fr", "a lu une conversation telle qu’elle a été écrite, données personnelles comprises")]
    public void That_is_told_in_words_of_its_own(string language, string words) =>
        Assert.Equal(words, AdminTexts.In(language).What(new Change { Action = "thread.original" }, "x"));

    [Theory]
    [InlineData("socket")]
    [InlineData("post")]
    [InlineData("asked in")]
    public async Task Whoever_comes_to_help_has_read_all_that_was_said_before_and_who_holds_it_has_not(string way)
    {
        var shop = await app.Open();
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(new(Keys.New(), "Which size?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(id);
        await using var sam = await shop.Agent();
        var helper = await shop.Row(sam);
        Assert.Empty(await Reads(shop, id));

        // Twice is one look.
        for (var again = 0; again < 2; again++) Assert.Single((await Come()).Value!.Helpers);
        // Whoever holds it is there already.
        Assert.NotNull((await maya.Join(id)).Value);

        var read = Assert.Single(await Reads(shop, id));
        Assert.Equal((helper.Id, "thread.read"), (read.Actor, read.Action));
        await app.Check();

        async Task<Reply<ThreadSnapshot>> Come()
        {
            if (way == "socket") return await sam.Join(id);
            if (way == "post") return await sam.Web.Post<ThreadSnapshot>($"/api/threads/{id}/join", new { });
            await maya.AskIn(new(id, $"{helper.Id}"));
            return await sam.AcceptHelp((await sam.NextHelpCall()).CallId);
        }
    }

    private Task<IReadOnlyList<Change>> Reads(Shop shop, string thread) => app.Get<AuditSearch>().Find(shop.Site.Id, new(Subject: thread, Outcome: "read"), null, 10);
}
