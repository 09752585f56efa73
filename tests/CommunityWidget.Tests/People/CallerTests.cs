using System.Net.Http.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.People;

/// <summary>Whose request it is, and from which page.</summary>
public sealed class CallerTests(TwoShops shops) : IClassFixture<TwoShops>
{
    private readonly TestApp _app = shops.App;
    private readonly CommunityWidget.Sites.Site _lamps = shops.Lamps, _books = shops.Books;

    [Fact]
    public async Task A_visitor_s_token_opens_its_own_site_only()
    {
        var token = await Welcome(_lamps);

        Assert.Equal(200, (int)(await Ticket(_lamps, token)).StatusCode);
        Assert.Equal("not_signed_in", await (await Ticket(_books, token)).Code());
        Assert.Equal("not_signed_in", await (await Ticket(_lamps, "made-up")).Code());
    }

    [Fact]
    public async Task A_page_may_call_for_the_site_that_lists_it_and_no_other()
    {
        var token = await Welcome(_lamps);

        Assert.Equal(200, (int)(await Ticket(_lamps, token, "https://lamps.example")).StatusCode);
        Assert.Equal("origin_not_allowed", await (await Ticket(_lamps, token, "https://books.example")).Code());
        Assert.Equal("origin_not_allowed", await (await Ticket(_lamps, token, "https://lamps.example.evil.example")).Code());
        Assert.Equal("origin_not_allowed", await (await Ticket(_lamps, token, "null")).Code());
        Assert.Equal("origin_not_allowed", await (await _app.Browser().Post("/api/visitors", null, ("X-Site", _lamps.Key), ("Origin", "https://evil.example"))).Code());
    }

    [Fact]
    public async Task A_key_of_no_site_is_told_so()
    {
        Assert.Equal("unknown_site", await (await _app.Browser().Post("/api/visitors", null, ("X-Site", "nobody's"))).Code());
        Assert.Equal("unknown_site", await (await _app.Browser().Get("/api/sites/nobodys/widget")).Code());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "https://lamps.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Accept", "*/*", false)]
    public async Task A_member_s_cookie_acts_from_our_own_pages_only(string header, string value, bool allowed)
    {
        var browser = await _app.SignedIn(_lamps, await _app.AddMember(_lamps, "maya", Roles.SuperUser));

        var answer = await browser.Post("/api/tickets", new { hub = "super-user" }, (header, value));

        if (allowed) Assert.Equal(200, (int)answer.StatusCode);
        else Assert.Equal("not_allowed", await answer.Code());
    }

    [Fact]
    public async Task Scripts_of_listed_pages_may_read_the_answers_and_nobody_gets_credentials()
    {
        var listed = await Preflight("https://lamps.example");
        var stranger = await Preflight("https://evil.example");

        Assert.Equal("https://lamps.example", Assert.Single(listed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Idempotency-Key", Assert.Single(listed.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(listed.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Contains("Origin", listed.Headers.Vary);
    }

    private Task<HttpResponseMessage> Preflight(string origin) => _app.Browser().Send(
        HttpMethod.Options, "/api/threads", null, ("Origin", origin), ("Access-Control-Request-Method", "POST"));

    private async Task<string> Welcome(CommunityWidget.Sites.Site site)
    {
        var answer = await _app.Browser().Post("/api/visitors", null, ("X-Site", site.Key));
        return (await answer.Content.ReadFromJsonAsync<VisitorWelcome>())!.Token;
    }

    private Task<HttpResponseMessage> Ticket(CommunityWidget.Sites.Site site, string token, string? origin = null) => _app.Browser().Post(
        "/api/tickets", new { hub = "visitor" }, [("X-Site", site.Key), ("X-Visitor", token), .. origin is null ? [] : new[] { ("Origin", origin) }]);
}
