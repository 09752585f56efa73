using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Questions;

public sealed class AskingTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory, InlineData("socket", "http"), InlineData("http", "socket"), InlineData("socket", "socket"), InlineData("http", "http")]
    public async Task The_same_key_and_text_give_the_same_thread_over_either_door(string first, string again)
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        var question = Keys.Question("Asked twice by a nervous network");
        var one = (await visitor.Door(first).Ask(question)).Value!;
        var two = (await visitor.Door(again).Ask(question)).Value!;
        Assert.Equal((one.Thread.ThreadId, one.Thread.AskedAt, false), (two.Thread.ThreadId, two.Thread.AskedAt, two.Existing));
        Assert.Single(two.Thread.Events, e => e.Kind == EventKinds.Message);
        Assert.Equal(1, await Threads(visitor, question.Key!));
    }

    [Theory, InlineData("socket"), InlineData("http")]
    public async Task The_same_key_with_another_text_is_refused(string door)
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        var key = Keys.New();
        await visitor.Door(door).Ask(Keys.Question("First", key));
        Assert.Equal(Refusals.KeyReused, (await visitor.Door(door).Ask(Keys.Question("Second", key))).Refusal);
        Assert.Equal(422, (await visitor.Web.Ask(HttpMethod.Post, "/api/threads", """{"text":"Third"}""", key)).Status);
    }

    [Theory, InlineData("socket"), InlineData("http")]
    public async Task A_second_question_gets_the_open_thread_and_nothing_is_stored(string door)
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var first = (await visitor.Door(door).Ask(Keys.Question("First"))).Value!;
        var live = await member.AcceptNext(first.Thread.ThreadId);

        var second = (await visitor.Door(door).Ask(Keys.Question("Second"))).Value!;
        Assert.True(second.Existing);
        Assert.Equal((live.ThreadId, live.HeadSeq), (second.Thread.ThreadId, second.Thread.HeadSeq));
        Assert.DoesNotContain(second.Thread.Events, e => e.Text == "Second");

        await visitor.Door(door).End(live.ThreadId);
        Assert.False((await visitor.Door(door).Ask(Keys.Question("Third"))).Value!.Existing);
    }

    [Fact]
    public async Task Fifty_parallel_questions_of_one_visitor_are_one_thread_and_fifty_equal_answers()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? visitor.Socket : visitor.Http).Ask(Keys.Question($"Impatient {i}"))));
        Assert.Single(replies.Select(r => r.Value!.Thread.ThreadId).Distinct());
        Assert.Single(replies, r => !r.Value!.Existing);
        Assert.Single(replies.Select(r => r.Value!.Thread.Events[0].Text).Distinct());
        Assert.Equal(1, await app.Db.Find<long>("select count(*) from threads where site = @Id", new { shop.Site.Id }));
        await app.Check();
    }

    [Fact]
    public async Task One_question_resent_fifty_times_at_once_is_one_thread_even_when_nobody_can_take_it()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var question = Keys.Question("Is anybody there?");
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? visitor.Socket : visitor.Http).Ask(question)));
        Assert.Single(replies.Select(r => r.Value!.Thread.ThreadId).Distinct());
        Assert.Equal(1, await app.Db.Find<long>("select count(*) from threads where site = @Id", new { shop.Site.Id }));
        await app.Check();
    }

    [Fact]
    public async Task Page_and_product_travel_with_the_question_without_what_the_address_may_not_tell()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        var visitor = await shop.Visitor();
        await visitor.Http.Ask(new AskRequest(
            Keys.New(),
            "Which filter?",
            Name: "Zoé",
            Language: "fr-CA",
            Topic: "coffee",
            Page: new("https://shop.example/p/1?token=secret#part", "Machines"),
            Product: new("p1", "Machine", "javascript:alert(1)", "https://shop.example/p1.png")));
        var offer = await member.NextOffer();
        Assert.Equal(("fr", "coffee", "Zoé"), (offer.Language, offer.Topic, offer.Visitor.Name));
        Assert.Equal(new PageContext("https://shop.example/p/1", "Machines"), offer.Page);
        Assert.Equal(new ProductContext("p1", "Machine", null, "https://shop.example/p1.png"), offer.Product);
    }

    [Fact]
    public async Task A_socket_opened_before_its_site_was_changed_asks_under_the_site_of_today()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        await app.Write(tx => tx.Execute("update sites set languages = 'en fr de' where id = @Id", new { shop.Site.Id }));
        app.Get<SiteStore>().Forget();

        Assert.Equal("de", (await visitor.Socket.Ask(Keys.Question("Passt das?") with { Language = "de" })).Value!.Thread.Language);
    }

    private Task<long> Threads(VisitorDriver visitor, string key) => app.Db.Find<long>(
        "select count(*) from threads where visitor in (select author from events where client_key = @key)", new { key, visitor.Token });
}
