using System.Security.Claims;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.People;

/// <summary>Whoever signs out is out of everything this browser opened, whoever kept a copy of its cookie; their other devices stay.</summary>
public sealed class SignOutTests(TwoShops shops) : IClassFixture<TwoShops>
{
    private readonly TestApp _app = shops.App;

    [Fact]
    public async Task Signing_out_in_one_tab_closes_the_others_lines_and_a_kept_cookie_and_an_earlier_ticket_open_nothing()
    {
        var sam = await Member("sam");
        var cookie = await Cookie(sam);
        var (tab, phone) = (_app.Browser().With(cookie), await _app.SignedIn(shops.Lamps, sam));
        await using var line = await Connect(tab);
        await using var elsewhere = await Connect(phone);
        var ticket = await Ticket(tab);

        Assert.Equal(302, (int)(await SignOut(cookie)).StatusCode);

        await line.Ended.WaitAsync(Wire.Patience);
        Assert.Equal(401, (int)(await tab.Get("/api/console")).StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => Open(ticket));
        Assert.Equal(200, (int)(await phone.Get("/api/console")).StatusCode);
        await elsewhere.Call<Reply<Contracts.SuperUsers.MemberStatus>>("SetAvailable", true);
        Assert.False(elsewhere.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_line_ends_within_five_seconds_though_nobody_heard_that_its_browser_signed_out()
    {
        var sam = await Member("sam");
        var cookie = await Cookie(sam);
        await using var line = await Connect(_app.Browser().With(cookie));
        // Another node's word that got lost.
        await EndQuietly(cookie);

        _app.Clock.Advance(TimeSpan.FromSeconds(5));

        await line.Ended.WaitAsync(Wire.Patience);
    }

    [Fact]
    public async Task A_line_of_a_browser_that_signed_out_is_answered_no_more_before_it_is_closed()
    {
        var (sam, browser) = (await Member("sam"), Guid.CreateVersion7(_app.Clock.GetUtcNow()));
        var (gone, stays) = (new MemberCaller(shops.Lamps, sam) { Browser = browser }, new MemberCaller(shops.Lamps, sam) { Browser = Guid.CreateVersion7(_app.Clock.GetUtcNow()) });
        await _app.Get<Db>().Write<Done>(async tx =>
        {
            await tx.Execute("insert into ended_sessions (id, ended_at) values (@browser, 1)", new { browser });
            return Done.It;
        });

        Assert.Null(await _app.Get<SocketCallers>().Still(gone));
        Assert.Equal(stays.Browser, ((MemberCaller?)await _app.Get<SocketCallers>().Still(stays))?.Browser);
    }

    [Fact]
    public async Task A_cookie_from_before_another_site_was_gone_over_to_ends_with_the_later_one()
    {
        var sam = await Member("sam");
        var twin = await _app.AddMember(shops.Books, "sam", Roles.Agent);
        var cookie = await Cookie(sam);
        var browser = _app.Browser().With(cookie);
        await browser.Submit($"/sign-in?add=true&site={shops.Books.Slug}", ("email", twin.Email), ("password", TestApp.Password));
        await browser.Send(HttpMethod.Post, "/switch-site", new FormUrlEncodedContent(new Dictionary<string, string> { ["member"] = $"{sam.Id}" }), ("Origin", _app.Origin));
        Assert.Equal(200, (int)(await browser.Get("/api/console")).StatusCode);

        Assert.Equal(302, (int)(await browser.Post("/sign-out", null, ("Origin", _app.Origin))).StatusCode);

        Assert.Equal(401, (int)(await _app.Browser().With(cookie).Get("/api/console")).StatusCode);
        Assert.Equal(200, (int)(await _app.Browser().With(await Cookie(sam)).Get("/api/console")).StatusCode);
    }

    [Fact]
    public async Task A_kept_cookie_is_made_no_younger_by_showing_it()
    {
        var cookie = await Cookie(await Member("sam"));
        await SignOut(cookie);
        _app.Clock.Skip(TimeSpan.FromDays(8));

        var answer = await _app.Browser().With(cookie).Get("/console");

        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], line => line.StartsWith("cw_member=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_of_a_version_that_named_no_session_is_ended_too()
    {
        var sam = await Member("sam");
        await using var scope = _app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await http.SignInAsync(MemberSession.Scheme, new(new ClaimsIdentity([new("sub", $"{sam.Id}"), new("stamp", sam.SignInStamp)], MemberSession.Scheme, "sub", null)));
        var cookie = http.Response.Headers.SetCookie[0]!.Split(';')[0];
        Assert.Equal(200, (int)(await _app.Browser().With(cookie).Get("/api/console")).StatusCode);

        await SignOut(cookie);

        Assert.Equal(401, (int)(await _app.Browser().With(cookie).Get("/api/console")).StatusCode);
        Assert.Equal(200, (int)(await _app.Browser().With(await Cookie(sam)).Get("/api/console")).StatusCode);
    }

    private Task<Member> Member(string name) => _app.AddMember(shops.Lamps, name, $"{Roles.SuperUser} {Roles.Agent}");

    private async Task<string> Cookie(Member member)
    {
        var answer = await _app.Browser().Submit($"/sign-in?site={shops.Lamps.Slug}", ("email", member.Email), ("password", TestApp.Password));
        return answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("cw_member=", StringComparison.Ordinal)).Split(';')[0];
    }

    private Task<HttpResponseMessage> SignOut(string cookie) => _app.Browser().With(cookie).Post("/sign-out", null, ("Origin", _app.Origin));

    private async Task EndQuietly(string cookie)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Cookie = cookie;
        await _app.Get<MemberSession>().End(http);
    }

    private async Task<HubClient> Connect(Browser browser)
    {
        var line = await Open(await Ticket(browser));
        await line.Call<Reply<Contracts.SuperUsers.MemberStatus>>("SetAvailable", true);
        return line;
    }

    private Task<HubClient> Open(string ticket) => HubClient.Connect(new($"ws://{_app.Address.Authority}/hubs/agent?ticket={ticket}"), _app.Origin, (_, _) => { });

    private async Task<string> Ticket(Browser browser)
    {
        var answer = await browser.Post("/api/tickets", new { hub = "agent" }, ("Origin", _app.Origin));
        return System.Text.Json.JsonSerializer.Deserialize<SocketTicket>(await answer.Content.ReadAsStringAsync(), Wire.Json)!.Ticket;
    }
}
