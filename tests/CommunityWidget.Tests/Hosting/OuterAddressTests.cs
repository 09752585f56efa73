using System.Net;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.Hosting;

namespace CommunityWidget.Tests.Hosting;

/// <summary>What a proxy says of the address a browser used, and whose word counts.</summary>
public sealed class OuterAddressTests
{
    private static readonly (string, string)[] Passed = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "chat.shop.example"), ("X-Forwarded-For", "203.0.113.7")];

    [Theory]
    [InlineData("127.0.0.1, ::1", true)]
    [InlineData("127.0.0.0/8, ::1/128", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("", false)]
    public async Task A_trusted_proxy_s_scheme_and_host_are_the_outer_ones_and_nobody_else_s(string trusted, bool believed)
    {
        await using var app = TestApp.Start(settings: new() { ["Hosting:TrustedProxies"] = trusted });
        var site = await app.AddSite("lamps");
        var member = await app.AddMember(site, "maya", "super_user");
        using var browser = app.Browser().Through(Passed);

        var answer = await browser.Submit($"/sign-in?site={site.Slug}", ("email", member.Email), ("password", TestApp.Password));

        Assert.Equal(believed, answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("cw_member", StringComparison.Ordinal)).Contains("secure", StringComparison.OrdinalIgnoreCase));
        var call = await browser.Post("/api/tickets", new { hub = "super-user" }, ("Origin", "https://chat.shop.example"));
        Assert.Equal(believed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, call.StatusCode);
    }

    /// <summary>The balancer of a fleet listens without TLS behind whoever speaks it.</summary>
    [Theory]
    [InlineData("https://chat.shop.example", "chat.shop.example", true)]
    [InlineData("https://chat.shop.example", "localhost", false)]
    [InlineData("http://chat.shop.example", "chat.shop.example", false)]
    public async Task Who_comes_to_the_host_of_an_https_address_came_by_https_though_nobody_says_so(string outer, string host, bool secure)
    {
        await using var app = TestApp.Start(settings: new() { ["PublicUrl"] = outer });
        var site = await app.AddSite("lamps");
        var member = await app.AddMember(site, "maya", "super_user");
        using var browser = app.Browser().Through(("Host", host));

        var answer = await browser.Submit($"/sign-in?site={site.Slug}", ("email", member.Email), ("password", TestApp.Password));

        Assert.Equal(secure, answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("cw_member", StringComparison.Ordinal)).Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("10.0.0.0/99")]
    public async Task What_is_no_address_stops_the_start(string trusted)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = TestApp.Start(settings: new() { ["Hosting:TrustedProxies"] = trusted });
        });
        Assert.Contains("Hosting:TrustedProxies is not a list of addresses", error.ToString(), StringComparison.Ordinal);
    }
}
