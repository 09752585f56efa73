using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.People.Identity;

/// <summary>Once a site serves only customers it has named, nobody else comes in by any door; and the named find what is theirs on every device.</summary>
public sealed class SignedDoorsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Shared = "a-secret-of-the-shop-that-is-long-enough";

    [Fact]
    public async Task A_customer_finds_their_conversation_on_another_device_and_nobody_elses()
    {
        var (shop, kid) = await ShopWithKey();
        var phone = await Signed(shop, kid, "zoe");
        var asked = await phone.Http.Ask(new(Keys.New(), "Which lamp?"));

        var welcome = (await Identify(shop, Token(shop, kid, "zoe"))).Value!;
        var laptop = VisitorDriver.With(app.Address, shop.Site.Key, welcome.Token);
        Assert.Equal((asked.Value!.Thread.ThreadId, true), (welcome.ThreadId, welcome.IsOpen));
        Assert.NotNull((await laptop.Http.Resume(welcome.ThreadId!, 0)).Value);
        Assert.Null((await Identify(shop, Token(shop, kid, "Zoe"))).Value!.ThreadId);

        var stranger = await shop.Visitor();
        Assert.Equal("not_found", (await stranger.Http.Resume(welcome.ThreadId!, 0)).Refusal!.Code);
        Assert.NotNull((await stranger.Http.Ask(new(Keys.New(), "And mine?"))).Value);
        Assert.NotEqual((await Row(stranger.Token, shop)).Id, (await Row(welcome.Token, shop)).Id);
    }

    [Fact]
    public async Task A_token_is_good_once_also_when_fifty_try_at_the_same_time()
    {
        var (shop, kid) = await ShopWithKey();
        var token = Token(shop, kid, "zoe");
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Identify(shop, token)));
        Assert.Single(replies, reply => reply.Value is not null);
        Assert.All(replies.Where(reply => reply.Value is null), reply => Assert.Equal("identity_not_valid", reply.Refusal!.Code));
        Assert.Equal("identity_not_valid", (await Identify(await app.Open(), Token(shop, kid, "zoe"))).Refusal!.Code);
    }

    [Fact]
    public async Task Whoever_signs_out_leaves_nothing_behind_them()
    {
        var (shop, kid) = await ShopWithKey();
        foreach (var visitor in new[] { await Signed(shop, kid, "zoe"), await shop.Visitor() })
        {
            var thread = (await visitor.Http.Ask(new(Keys.New(), "Mine."))).Value!.Thread.ThreadId;
            await visitor.Web.Post<Done>("/api/visitors/leave", new { token = visitor.Token });
            Assert.Equal("not_signed_in", (await visitor.Http.Resume(thread, 0)).Refusal!.Code);
        }
    }

    [Fact]
    public async Task Whoever_signs_out_in_one_tab_is_out_in_the_others_too_and_a_ticket_from_before_opens_nothing()
    {
        var (shop, kid) = await ShopWithKey();
        await using var tab = await (await Signed(shop, kid, "zoe")).Connect();
        await using var phone = await (await Signed(shop, kid, "zoe")).Connect();
        var ticket = (await tab.Web.Post<SocketTicket>("/api/tickets", new { hub = "visitor" })).Value!.Ticket;

        await tab.AnotherTab().Web.Post<Done>("/api/visitors/leave", new { token = tab.Token });

        await tab.Line.Ended.WaitAsync(Wire.Patience);
        await Opens_nothing(ticket);
        Assert.NotNull((await phone.Socket.Ask(Keys.Question("Am I still here?"))).Value);
    }

    [Fact]
    public async Task Whoever_nobody_has_named_and_signs_out_in_one_tab_is_out_in_the_others_too_and_a_ticket_from_before_opens_nothing()
    {
        var shop = await app.Open();
        await using var tab = await shop.ConnectedVisitor();
        await using var other = await shop.ConnectedVisitor();
        var thread = (await tab.Socket.Ask(Keys.Question("Mine."))).Value!.Thread.ThreadId;
        await using var reader = await VisitorDriver.With(app.Address, shop.Site.Key, await PassSocketTests.Pass(app, thread)).Connect();
        var ticket = (await tab.Web.Post<SocketTicket>("/api/tickets", new { hub = "visitor" })).Value!.Ticket;

        await tab.AnotherTab().Web.Post<Done>("/api/visitors/leave", new { token = tab.Token });

        await tab.Line.Ended.WaitAsync(Wire.Patience);
        await Opens_nothing(ticket);
        // Who follows a mail's link elsewhere did not sign out, nor did anybody else.
        Assert.NotNull((await reader.Socket.Resume(thread, 0)).Value);
        Assert.NotNull((await other.Socket.Ask(Keys.Question("Am I still here?"))).Value);
    }

    [Fact]
    public async Task A_revoked_key_ends_what_it_opened_and_what_another_key_opened_stays()
    {
        var (shop, kid) = await ShopWithKey();
        var next = app.Get<IdentityKeys>().New(shop.Site.Id, IdentityKey.Hmac, Shared);
        await app.Write(tx => app.Get<IdentityKeys>().Add(tx, next));
        await using var zoe = await (await Signed(shop, kid, "zoe")).Connect();
        await using var leo = await (await Signed(shop, next.Kid, "leo")).Connect();
        var ticket = (await zoe.Web.Post<SocketTicket>("/api/tickets", new { hub = "visitor" })).Value!.Ticket;
        var ada = new MemberCaller(shop.Site, await shop.Add(Roles.Admin));
        var key = (await app.Get<IdentityKeys>().Find(shop.Site.Id, kid))!;

        var revoked = (await app.Get<ChangeIdentity>().Revoke(ada, key.Id)).Value!;

        await zoe.Line.Ended.WaitAsync(Wire.Patience);
        await Opens_nothing(ticket);
        Assert.Equal("not_signed_in", (await zoe.Http.Ask(Keys.Question("By another door?"))).Refusal!.Code);
        // Named while the key was just being revoked.
        await app.Write(tx => tx.Execute(
            "insert into visitor_sessions (token_hash, visitor, key, created_at, expires_at) select @hash, id, @Id, 1, @ends from visitors where subject = @subject",
            new { key.Id, hash = Secret.Hash("late"), ends = app.Get<TimeProvider>().NowMs() + 60_000, subject = Secret.Hash($"{shop.Site.Id:N} zoe") }));
        var late = VisitorDriver.With(app.Address, shop.Site.Key, "late");
        Assert.Equal("not_signed_in", (await late.Http.Ask(Keys.Question("A moment later?"))).Refusal!.Code);
        await app.Write(tx => tx.Execute("delete from visitor_sessions where token_hash = @hash", new { hash = Secret.Hash("late") }));

        Assert.NotNull((await app.Get<UndoChange>().Run(ada, revoked.Change!.Value)).Value);
        Assert.Equal("not_signed_in", (await zoe.Http.Ask(Keys.Question("Now?"))).Refusal!.Code);
        Assert.NotNull((await (await Signed(shop, kid, "zoe")).Http.Ask(Keys.Question("Named anew?"))).Value);
        Assert.NotNull((await leo.Socket.Ask(Keys.Question("Am I still here?"))).Value);
    }

    [Fact]
    public async Task An_open_line_ends_when_its_device_is_known_no_longer()
    {
        var clock = new TestClock();
        var timed = new Timed(clock);
        await timed.InitializeAsync();
        try
        {
            var doors = new SignedDoorsTests(timed);
            var (shop, kid) = await doors.ShopWithKey();
            await using var zoe = await (await doors.Signed(shop, kid, "zoe")).Connect();
            await using var stranger = await shop.ConnectedVisitor();
            clock.Skip(VisitorSessions.Life - TimeSpan.FromSeconds(10));
            Assert.NotNull((await zoe.Socket.Ask(Keys.Question("Am I still here?"))).Value);

            clock.Skip(TimeSpan.FromSeconds(10));

            await zoe.Line.Ended.WaitAsync(Wire.Patience);
            Assert.NotNull((await stranger.Socket.Ask(Keys.Question("And I?"))).Value);
        }
        finally
        {
            await timed.DisposeAsync();
        }
    }

    [Fact]
    public async Task Nobody_unsigned_comes_in_by_any_door_once_it_is_required()
    {
        var (shop, kid) = await ShopWithKey();
        var (before, open) = (await shop.ConnectedVisitor(), await shop.ConnectedVisitor());
        var thread = (await before.Http.Ask(new(Keys.New(), "Before."))).Value!.Thread.ThreadId;
        var ticket = (await before.Web.Post<SocketTicket>("/api/tickets", new { hub = "visitor" })).Value!.Ticket;
        Task<HttpResponseMessage> AskByForm() => new Browser(app.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/ask", new FormUrlEncodedContent([KeyValuePair.Create("question", "Hello?")]), ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Contains("/asked", (await AskByForm()).Headers.Location?.OriginalString);
        await Require(shop);

        Assert.Equal("identity_required", (await before.Http.Ask(new(Keys.New(), "Again."))).Refusal!.Code);
        Assert.Equal("identity_required", (await before.Http.Resume(thread, 0)).Refusal!.Code);
        Assert.Equal("identity_required", (await before.Http.Send(new(thread, Keys.New(), "Hello?"))).Refusal!.Code);
        Assert.Equal("identity_required", (await before.Web.Post<SocketTicket>("/api/tickets", new { hub = "visitor" })).Refusal!.Code);
        Assert.Equal("identity_required", (await new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key }).Post<VisitorWelcome>("/api/visitors", new { })).Refusal!.Code);
        // What is theirs stays theirs: they see it, take their consent back, and give none.
        Assert.Equal(200, (await before.Web.Ask(HttpMethod.Get, $"/api/threads/{thread}/consent")).Status);
        Assert.Equal("identity_required", (await before.Web.Ask(HttpMethod.Post, $"/api/threads/{thread}/consent", """{"given":true}""")).Refusal!.Code);
        Assert.NotEqual(401, (await before.Web.Ask(HttpMethod.Post, $"/api/threads/{thread}/consent", """{"given":false}""")).Status);
        Assert.Equal(200, (await before.Web.Ask(HttpMethod.Post, "/api/visitors/me/archive", "{}")).Status);
        // The same form again is the same question, and no way in either.
        Assert.Contains("Only signed-in customers", await (await AskByForm()).Content.ReadAsStringAsync());
        // A ticket from before opens nothing; an open line neither acts nor stays.
        await Opens_nothing(ticket);
        await Assert.ThrowsAnyAsync<Exception>(async () => { if ((await before.Socket.Resume(thread, 0)).Refusal is { } refusal) throw new InvalidOperationException(refusal.Code); });
        await open.Line.Ended.WaitAsync(Wire.Patience);

        var signed = await (await Signed(shop, kid, "zoe")).Connect();
        Assert.NotNull((await signed.Socket.Ask(new(Keys.New(), "As a customer."))).Value);
    }

    private Task Opens_nothing(string ticket) =>
        Assert.ThrowsAnyAsync<Exception>(() => HubClient.Connect(new($"ws://{app.Address.Authority}/hubs/visitor?ticket={ticket}"), origin: null, (_, _) => { }));

    private async Task<(Shop Shop, string Kid)> ShopWithKey()
    {
        var shop = await app.Open();
        var key = app.Get<IdentityKeys>().New(shop.Site.Id, IdentityKey.Hmac, Shared);
        await app.Write(tx => app.Get<IdentityKeys>().Add(tx, key));
        return (shop, key.Kid);
    }

    private string Token(Shop shop, string kid, string sub) => SignedToken.For(shop.Site.Key, kid, app.Get<TimeProvider>().NowMs(), sub: sub).By(Shared);

    private async Task<Reply<IdentityWelcome>> Identify(Shop shop, string token) =>
        await new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key }).Post<IdentityWelcome>("/api/identity", new { token });

    private async Task<VisitorDriver> Signed(Shop shop, string kid, string sub) =>
        VisitorDriver.With(app.Address, shop.Site.Key, (await Identify(shop, Token(shop, kid, sub))).Value!.Token);

    private async Task<Visitor> Row(string token, Shop shop) => (await app.Get<VisitorStore>().ByToken(shop.Site.Id, token))!;

    private sealed class Timed(TestClock clock) : RunningApp([], services => services.AddSingleton<TimeProvider>(clock));

    private Task Require(Shop shop) => app.Write(tx => app.Get<SiteStore>().Save(tx, shop.Site with { IdentityRequired = true }));
}
