using System.Net;
using CommunityWidget.Admin;
using CommunityWidget.Admin.Forms;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>A public name with letters that name servers do not know: browsers send, headers hold and links say the one form that all of them read.</summary>
public sealed class OtherLettersTests
{
    private const string Host = "aide.xn--caf-dma.example", Ours = $"https://{Host}";

    [Theory]
    [InlineData("https://aide.café.example")]
    [InlineData("https://AIDE.CAFÉ.example/")]
    [InlineData(Ours)]
    public async Task Its_pages_are_found_under_the_name_browsers_send_and_say_that_one(string written)
    {
        await using var app = TestApp.Start(settings: new() { ["PublicUrl"] = written });
        await app.AddSite("lamps");
        Task<HttpResponseMessage> Read(string path, string host = Host) => app.Browser().Get(path, ("Host", host), ("Accept", "text/html"));

        // The second one comes from what is kept, before anything else is looked at.
        foreach (var page in new[] { await Read("/answers/lamps"), await Read("/answers/lamps") })
        {
            Assert.Equal((HttpStatusCode.OK, false), (page.StatusCode, page.Headers.Contains("X-Robots-Tag")));
            var html = await page.Content.ReadAsStringAsync();
            Assert.Contains($"<link rel=\"canonical\" href=\"{Ours}/answers/lamps\">", html);
            Assert.DoesNotContain("caf\u00e9", html, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(["noindex"], (await Read("/answers/lamps", "aide.cafe.example")).Headers.GetValues("X-Robots-Tag"));
        Assert.True((await Read("/sign-in")).Headers.Contains("Strict-Transport-Security"));
        // Nobody between says so: who comes to that name came by https.
        Assert.Contains("; secure", string.Join(' ', (await Read("/sign-in")).Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{Ours}/answers/lamps", await (await Read("/answers/lamps/feed.atom")).Content.ReadAsStringAsync());
        Assert.Equal($"{Ours}/x", app.Get<PublicAddress>().Link("/x"));
    }

    [Fact]
    public async Task Under_a_shop_s_own_name_its_pages_load_from_there_and_old_addresses_lead_there()
    {
        await using var app = TestApp.Start(settings: new() { ["PublicUrl"] = "https://aide.café.example" });
        var site = await app.AddSite("lamps");
        var there = AnswersBaseForm.Read("Boutique.Café.example/questions/").Value!;
        Assert.Equal("https://boutique.xn--caf-dma.example/questions", there);
        await app.Get<Db>().Write<Done>(async tx =>
        {
            await app.Get<SiteStore>().Save(tx, site with { AnswersBase = there });
            return Done.It;
        });

        var shown = await app.Browser().Get($"/shown/{site.Key}", ("Host", Host));
        var own = await app.Browser().Get("/answers/lamps", ("Host", Host));

        Assert.Equal((HttpStatusCode.OK, false), (shown.StatusCode, shown.Headers.Contains("X-Robots-Tag")));
        Assert.Contains($"script-src 'self' {Ours};", shown.Headers.GetValues("Content-Security-Policy").Single());
        var html = await shown.Content.ReadAsStringAsync();
        Assert.Contains($"<link rel=\"canonical\" href=\"{there}\">", html);
        Assert.Contains($"src=\"{Ours}/widget.js\"", html);
        Assert.Equal((HttpStatusCode.MovedPermanently, there), (own.StatusCode, own.Headers.Location!.OriginalString));
        // What leads to ourselves is known as ours, also as it is said in an address line.
        Assert.Equal("base_ours", (await app.Get<ProveAnswersBase>().Run(site, AnswersBaseForm.Read("https://aide.café.example/questions").Value!, CancellationToken.None))!.Code);
    }

    [Fact]
    public void What_somebody_wrote_of_our_own_name_is_a_link_of_ours_in_either_form()
    {
        var ours = new PublicAddress(Options.Create(new PublicOptions { PublicUrl = "https://aide.café.example" }));

        foreach (var link in new[] { "https://aide.café.example/answers", $"{Ours}/answers" })
            Assert.DoesNotContain(WrittenHtml.Strangers, WrittenHtml.Text($"See {link} there.", new Site { Key = "k", Slug = "s", Name = "n" }, ours));
        Assert.True(ours.IsHost(HostString.FromUriComponent(Host)));
        Assert.False(ours.IsHost(HostString.FromUriComponent($"{Host}:8443")));
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:0")]
    [InlineData("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443")]
    [InlineData("https://Chat.Shop.example:443", "https://chat.shop.example")]
    public void Any_other_address_is_what_it_was(string written, string origin)
    {
        var address = new PublicAddress(Options.Create(new PublicOptions { PublicUrl = written }));

        Assert.Equal(origin, address.Origin);
        Assert.True(address.IsHost(HostString.FromUriComponent(origin[(origin.IndexOf("//", StringComparison.Ordinal) + 2)..])));
    }

    public static TheoryData<string> None => new() { new string('é', 63), new string('e', 64), $"aide.{new string('e', 64)}", "aide.xn--caf-dm", "xn--", "aide.xn--\u00e9" };

    [Theory]
    [MemberData(nameof(None))]
    public void A_name_that_there_cannot_be_is_none(string name) => Assert.False(new PublicOptions { PublicUrl = $"https://{name}.example" }.IsUsable);

    [Fact]
    public void A_part_of_a_name_may_be_as_long_as_name_servers_take() => Assert.True(new PublicOptions { PublicUrl = $"https://{new string('e', 63)}.example" }.IsUsable);

    [Fact]
    public async Task A_request_for_a_name_that_there_cannot_be_is_no_error_of_ours()
    {
        await using var app = TestApp.Start(settings: new() { ["PublicUrl"] = Ours });
        await app.AddSite("lamps");

        Assert.Equal(HttpStatusCode.BadRequest, (await app.Browser().Get("/answers/lamps", ("Host", "aide.xn--caf-dm.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().Get("/answers/lamps", ("Host", Host))).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task Nor_is_it_where_a_proxy_hands_the_name_on_and_a_stranger_s_word_for_it_is_not_looked_at(string trusted, HttpStatusCode told)
    {
        await using var app = TestApp.Start(settings: new() { ["PublicUrl"] = Ours, ["Hosting:TrustedProxies"] = trusted });
        await app.AddSite("lamps");

        Assert.Equal(told, (await app.Browser().Get("/answers/lamps", ("Host", Host), ("X-Forwarded-Host", $"{Host}, aide.xn--caf-dm.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().Get("/answers/lamps", ("Host", Host), ("X-Forwarded-Host", Host))).StatusCode);
    }
}
