using System.Net.Http.Json;
using System.Net.WebSockets;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.People;

public sealed class TicketTests(TwoShops shops) : IClassFixture<TwoShops>, IAsyncLifetime
{
    private readonly TestApp _app = shops.App;
    private readonly CommunityWidget.Sites.Site _lamps = shops.Lamps;
    private Browser _maya = null!;

    public async Task InitializeAsync() => _maya = await _app.SignedIn(_lamps, await _app.AddMember(_lamps, "maya", Roles.SuperUser));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_ticket_opens_one_socket()
    {
        var ticket = await VisitorTicket();

        Assert.True(await Opens("visitor", ticket));
        Assert.False(await Opens("visitor", ticket));
    }

    [Fact]
    public async Task A_ticket_shown_twenty_times_at_once_opens_one_socket()
    {
        var ticket = await VisitorTicket();

        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Opens("visitor", ticket)));

        Assert.Equal(1, opened.Count(o => o));
    }

    [Fact]
    public async Task A_used_ticket_costs_nobody_beside_it_theirs()
    {
        var used = await VisitorTicket();
        Assert.True(await Opens("visitor", used));
        var fresh = new List<string>();
        for (var i = 0; i < 10; i++) fresh.Add(await VisitorTicket());

        var opened = await Task.WhenAll(fresh.Prepend(used).Append(used).Select(ticket => Opens("visitor", ticket)));

        Assert.Equal([false, .. Enumerable.Repeat(true, 10), false], opened);
    }

    [Fact]
    public async Task A_ticket_is_too_old_after_sixty_seconds()
    {
        var ticket = await VisitorTicket();
        _app.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.False(await Opens("visitor", ticket));
    }

    [Fact]
    public async Task A_ticket_looked_at_in_time_is_not_used_up_too_late()
    {
        var (ticket, redeem) = (_app.Get<Tickets>().Read(await VisitorTicket())!, _app.Get<RedeemTickets>());
        Assert.NotNull((await redeem.Run(ticket)).Value?.Visitor);

        // That it was used is remembered for as long as it is good, not longer.
        _app.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(Refusals.NotSignedIn, (await redeem.Run(ticket)).Refusal);
    }

    [Fact]
    public async Task A_ticket_opens_the_hub_it_was_made_for()
    {
        var ticket = await MemberTicket("super-user");

        Assert.False(await Opens("visitor", ticket, _app.Origin));
        Assert.False(await Opens("agent", ticket, _app.Origin));
        Assert.True(await Opens("super-user", ticket, _app.Origin));
    }

    [Theory]
    [InlineData("agent", "not_allowed")]
    [InlineData("visitor", "not_allowed")]
    [InlineData("admin", "not_understood")]
    [InlineData(null, "not_understood")]
    public async Task A_super_user_gets_no_ticket_for(string? hub, string code) =>
        Assert.Equal(code, await (await _maya.Post("/api/tickets", new { hub }, ("Origin", _app.Origin))).Code());

    [Theory]
    [InlineData("https://lamps.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData(null, false)]
    public async Task A_member_s_socket_opens_from_our_own_pages_only(string? origin, bool opens) =>
        Assert.Equal(opens, await Opens("super-user", await MemberTicket("super-user"), origin));

    [Theory]
    [InlineData("https://lamps.example", true)]
    [InlineData("https://books.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData(null, true)]
    public async Task A_visitor_s_socket_opens_from_its_own_site_s_pages_only(string? origin, bool opens) =>
        Assert.Equal(opens, await Opens("visitor", await VisitorTicket(), origin));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_ticket_of_ours_no_socket_opens(string ticket) => Assert.False(await Opens("visitor", ticket));

    [Fact]
    public async Task A_cookie_alone_opens_no_socket() => Assert.Equal(401, (int)(await _maya.Get("/hubs/super-user")).StatusCode);

    private async Task<bool> Opens(string hub, string ticket, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new($"ws://{_app.Address.Authority}/hubs/{hub}?ticket={ticket}"), CancellationToken.None);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    private async Task<string> VisitorTicket()
    {
        var browser = _app.Browser();
        var welcome = await (await browser.Post("/api/visitors", null, ("X-Site", _lamps.Key))).Content.ReadFromJsonAsync<VisitorWelcome>();
        return await Read(await browser.Post("/api/tickets", new { hub = "visitor" }, ("X-Site", _lamps.Key), ("X-Visitor", welcome!.Token)));
    }

    private async Task<string> MemberTicket(string hub) => await Read(await _maya.Post("/api/tickets", new { hub }, ("Origin", _app.Origin)));

    private async Task<string> Read(HttpResponseMessage answer)
    {
        var ticket = (await answer.Content.ReadFromJsonAsync<SocketTicket>())!;
        Assert.InRange(ticket.ExpiresAt - _app.Clock.GetUtcNow().ToUnixTimeMilliseconds(), 1, 60_000);
        return ticket.Ticket;
    }
}
