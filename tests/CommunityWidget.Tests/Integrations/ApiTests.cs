using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Integrations;

/// <summary>A shop's own programs hear, read and answer, each within its key.</summary>
public sealed class ApiTests(HookApp app) : IClassFixture<HookApp>
{
    [Fact]
    public async Task A_program_hears_of_a_parked_question_answers_it_and_the_visitor_reads_it()
    {
        var shop = await app.Open();
        await using var receiver = await WebhookReceiver.Start();
        await Listen(shop, receiver.Address, "thread.parked");
        var (program, _) = await app.Program(shop);
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(new(Keys.New(), "When does it ship?"))).Value!.Thread.ThreadId;

        await receiver.Until(1);
        Assert.Equal(asked, receiver.Came[0].Body.Thread!.Id);
        var said = (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Tomorrow." }, "answer-key-1")).Value!;
        Assert.Equal(("agent", "Help desk", "Tomorrow."), (said.From, said.Name, said.Text));
        // Sent again it is the same; with other words it is refused.
        Assert.Equal(said, (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Tomorrow." }, "answer-key-1")).Value);
        Assert.Equal("key_reused", (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Later." }, "answer-key-1")).Refusal!.Code);
        Assert.Equal("key_missing", (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Later." })).Refusal!.Code);

        Assert.Contains((await visitor.Socket.Resume(asked, 0)).Value!.Events, e => e.Text == "Tomorrow." && e.Author!.Name == "Help desk");
        await app.Check();
    }

    [Fact]
    public async Task A_waiting_question_is_taken_talked_about_and_ended()
    {
        var shop = await app.Open();
        var (program, _) = await app.Program(shop);
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(new(Keys.New(), "Which size?"))).Value!.Thread.ThreadId;
        await maya.NextOffer(asked);

        Assert.Null((await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "42." }, "answer-key-2")).Refusal);
        Assert.Null((await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Or 43." }, "answer-key-3")).Refusal);
        var read = (await program.Get<ThreadWithEvents>($"/api/v1/threads/{asked}")).Value!;
        Assert.Equal(("live", "Help desk"), (read.Thread.State, read.Thread.Responder));
        Assert.Equal(Enumerable.Range(1, (int)read.Thread.HeadSeq).Select(seq => (long)seq), read.Events.Select(e => e.Seq));
        Assert.Null((await program.Post<Done>($"/api/v1/threads/{asked}/end", null)).Refusal);
        Assert.Equal("closed", (await program.Get<ThreadWithEvents>($"/api/v1/threads/{asked}?after={read.Thread.HeadSeq}")).Value!.Thread.State);
        Assert.Equal("thread_closed", (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "44." }, "answer-key-4")).Refusal!.Code);
        await app.Check();
    }

    [Fact]
    public async Task An_answer_sent_again_after_the_visitor_wrote_back_takes_nothing()
    {
        var shop = await app.Open();
        var (program, _) = await app.Program(shop);
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(new(Keys.New(), "When does it ship?"))).Value!.Thread.ThreadId;
        await visitor.Screen.Until(asked, e => e.Status?.State == ThreadStates.Parked, "parked");
        var said = (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Tomorrow." }, "answer-key-8")).Value!;
        await using var maya = await shop.SuperUser();
        Assert.Null((await visitor.Socket.Send(new(asked, Keys.New(), "Morning or evening?"))).Refusal);
        var before = await app.Get<ThreadStore>().Find(shop.Site.Id, asked);

        Assert.Equal(said, (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Tomorrow." }, "answer-key-8")).Value);
        Assert.Equal("key_reused", (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "Later." }, "answer-key-8")).Refusal!.Code);

        var after = await app.Get<ThreadStore>().Find(shop.Site.Id, asked);
        Assert.Equal((ThreadStates.Waiting, ThreadStates.Waiting, before!.Fence), (before.State, after!.State, after.Fence));
        await app.Check();
    }

    [Fact]
    public async Task What_somebody_else_holds_is_not_answered_over_their_head()
    {
        var shop = await app.Open();
        var (program, _) = await app.Program(shop);
        await using var maya = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(new(Keys.New(), "Which size?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(asked);

        Assert.Equal("not_participant", (await program.Post<ThreadEntry>($"/api/v1/threads/{asked}/answers", new { text = "42." }, "answer-key-5")).Refusal!.Code);
        Assert.Equal("not_participant", (await program.Post<Done>($"/api/v1/threads/{asked}/end", null)).Refusal!.Code);
    }

    [Fact]
    public async Task Lists_go_page_by_page_and_by_state_and_never_next_door()
    {
        var (shop, other) = (await app.Open(), await app.Open());
        var (program, _) = await app.Program(shop);
        var (neighbour, _) = await app.Program(other);
        var asked = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await using var visitor = await shop.ConnectedVisitor();
            asked.Insert(0, (await visitor.Socket.Ask(new(Keys.New(), $"Question {i}?"))).Value!.Thread.ThreadId);
        }
        await app.Db.Write<Done>(async tx => { await tx.Execute("update threads set asked_at = 5 where site = @Id", new { shop.Site.Id }); return Done.It; });

        var found = new List<ThreadHead>();
        string? next = null;
        do
        {
            var page = (await program.Get<ThreadPage>($"/api/v1/threads?limit=2{(next is null ? "" : $"&after={next}")}")).Value!;
            Assert.InRange(page.Threads.Count, 1, 2);
            found.AddRange(page.Threads);
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal(asked.Order(StringComparer.Ordinal), found.Select(t => t.Id).Order(StringComparer.Ordinal));
        Assert.Empty((await program.Get<ThreadPage>("/api/v1/threads?state=closed")).Value!.Threads);

        Assert.Empty((await neighbour.Get<ThreadPage>("/api/v1/threads")).Value!.Threads);
        Assert.Equal("not_found", (await neighbour.Get<ThreadWithEvents>($"/api/v1/threads/{asked[0]}")).Refusal!.Code);
        Assert.Equal("not_found", (await neighbour.Post<ThreadEntry>($"/api/v1/threads/{asked[0]}/answers", new { text = "No." }, "answer-key-6")).Refusal!.Code);
    }

    [Theory]
    [InlineData("/api/v1/threads?state=open")]
    [InlineData("/api/v1/threads?limit=0")]
    [InlineData("/api/v1/threads?limit=101")]
    [InlineData("/api/v1/threads?after=x")]
    [InlineData("/api/v1/threads?after=1.' or '1'='1--")]
    public async Task What_cannot_be_read_is_refused_by_number(string path)
    {
        var (program, _) = await app.Program(app.Neighbour, "read");
        Assert.Equal("not_understood", (await program.Get<ThreadPage>(path)).Refusal!.Code);
    }

    [Fact]
    public async Task A_key_opens_what_it_may_and_nothing_else_until_it_is_revoked()
    {
        var shop = await app.Open();
        var (reader, key) = await app.Program(shop, "read");
        var (writer, _) = await app.Program(shop, "answer");
        var thread = (await (await shop.ConnectedVisitor()).Socket.Ask(new(Keys.New(), "Which size?"))).Value!.Thread.ThreadId;

        Assert.Equal("not_allowed", (await reader.Post<ThreadEntry>($"/api/v1/threads/{thread}/answers", new { text = "42." }, "answer-key-7")).Refusal!.Code);
        Assert.Equal("not_allowed", (await writer.Get<ThreadPage>("/api/v1/threads")).Refusal!.Code);
        Assert.Equal("not_signed_in", (await reader.Get<ThreadPage>("/api/console")).Refusal!.Code);
        var stranger = new WebDoor(app.Address, new Dictionary<string, string> { ["Authorization"] = $"Bearer {ApiKey.Start}{Secret.New()}" });
        Assert.Equal("not_signed_in", (await stranger.Get<ThreadPage>("/api/v1/threads")).Refusal!.Code);
        // A browser's cookie is nothing here: no page can borrow it.
        var cookie = new WebDoor(app.Address, new Dictionary<string, string> { ["Cookie"] = await shop.SignIn(await shop.Add(Roles.Admin)) });
        Assert.Equal("not_signed_in", (await cookie.Get<ThreadPage>("/api/v1/threads")).Refusal!.Code);

        Assert.NotNull(Assert.Single(await app.Get<ApiKeyStore>().OfSite(shop.Site.Id), k => k.Id == key.Id).LastUsedAt);
        await app.Write(tx => app.Get<ApiKeyStore>().SetRevoked(tx, shop.Site.Id, key.Id, revoked: true));
        Assert.Equal("not_signed_in", (await reader.Get<ThreadPage>("/api/v1/threads")).Refusal!.Code);
    }

    [Fact]
    public async Task Neither_key_nor_secret_stands_in_the_database()
    {
        var shop = await app.Open();
        var (program, key) = await app.Program(shop);
        var secret = await Listen(shop, "http://127.0.0.1:9/", "thread.closed");
        Assert.Null((await program.Get<ThreadPage>("/api/v1/threads")).Refusal);

        Assert.DoesNotContain(secret, await app.Db.Query<string>("select secret from webhooks"));
        Assert.Equal(64, key.KeyHash.Length);
        Assert.StartsWith(ApiKey.Start, key.Prefix);
        Assert.Equal(12, key.Prefix.Length);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_to_wait_and_others_are_not()
    {
        var shop = await app.Open();
        var (eager, _) = await app.Program(shop, "read");
        var (other, _) = await app.Program(shop, "read");
        var answers = new List<WebAnswer>();
        for (var i = 0; i < 90; i++) answers.Add(await eager.Ask(HttpMethod.Get, "/api/v1/threads?limit=1"));

        Assert.Equal("too_many_requests", answers[^1].Refusal?.Code ?? answers.First(a => !a.IsGood).Refusal!.Code);
        Assert.Null((await other.Get<ThreadPage>("/api/v1/threads")).Refusal);
    }

    private async Task<string> Listen(Shop shop, string address, string events)
    {
        var secret = WebhookSecrets.New();
        await app.Write(tx => app.Get<WebhookStore>().Add(tx, new Webhook
        {
            Id = Guid.CreateVersion7(),
            Site = shop.Site.Id,
            Address = address,
            Events = events,
            Secret = app.Get<WebhookSecrets>().Keep(secret),
            CreatedAt = 1,
        }));
        return secret;
    }
}
