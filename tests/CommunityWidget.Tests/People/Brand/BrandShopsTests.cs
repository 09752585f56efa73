using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.Contracts;
using CommunityWidget.People.Brand;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.People.Brand;

/// <summary>Where there are several shops: the one that was typed, where somebody was going and their language go along to the provider and come back, whatever becomes of it.</summary>
public sealed class BrandShopsTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private BrandProvider _provider = null!;
    private TestApp _app = null!;
    private Site _lumen = null!;

    public async Task InitializeAsync()
    {
        _provider = await BrandProvider.Start();
        _app = TestApp.Start(settings: _provider.Settings());
        await _app.AddSite("books");
        _lumen = await _app.AddSite("lumen");
        _provider.Email = (await _app.AddMember(_lumen, "zoe", Roles.SuperUser)).Email;
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task The_page_that_asks_for_the_shop_leads_to_the_provider_by_one_press_and_back_to_where_somebody_was_going()
    {
        var browser = _app.Browser();

        var pressed = await browser.Press("/sign-in?returnTo=/account&lang=fr", "Brand", ("site", "lumen"));

        var way = pressed.Headers.GetValues("Refresh").Single()["0; url=".Length..];
        Assert.Equal("/sign-in/brand?site=lumen&returnTo=%2Faccount&lang=fr", way);
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(way)}\"", await pressed.Content.ReadAsStringAsync());
        Assert.Equal("/account?lang=fr", await Through(browser, way));
    }

    [Theory]
    [InlineData("", "Type the shop’s short name first", "Indiquez d’abord le nom court")]
    [InlineData("lumne", "No shop here has this short name", "Aucune boutique ici n’a ce nom court")]
    public async Task A_shop_that_is_not_there_is_said_to_be_none(string typed, string english, string french)
    {
        foreach (var (language, said) in new[] { ("en", english), ("fr", french) })
        {
            var pressed = await _app.Browser().Press($"/sign-in?lang={language}", "Brand", ("site", typed));
            Assert.Equal((400, false), ((int)pressed.StatusCode, pressed.Headers.Contains("Refresh")));
            Assert.Contains(said, WebUtility.HtmlDecode(await pressed.Content.ReadAsStringAsync()));

            // By an address of somebody's own as well.
            var back = (await _app.Browser().Get($"/sign-in/brand?site={typed}&returnTo=/account&lang={language}")).Headers.Location!.OriginalString;
            Assert.Equal($"/sign-in?brand=shop&site={typed}&returnTo=%2Faccount&lang={language}", back);
            Assert.Contains(said, WebUtility.HtmlDecode(await (await _app.Browser().Get(back)).Content.ReadAsStringAsync()));
        }
    }

    [Theory]
    [InlineData("failed", "Signing in with Lumen did not work")]
    [InlineData("unknown", "Lumen knows you")]
    public async Task Whatever_goes_wrong_the_way_to_try_again_is_the_same(string trouble, string said)
    {
        if (trouble == "failed") _provider.SaidNonce = "replayed";
        else _provider.Email = "nobody@people.example";
        var browser = _app.Browser();

        var back = await Through(browser, "/sign-in/brand?site=lumen&returnTo=%2Faccount&lang=en");

        Assert.Equal($"/sign-in?brand={trouble}&site=lumen&returnTo=%2Faccount&lang=en", back);
        var page = WebUtility.HtmlDecode(await (await browser.Get(back)).Content.ReadAsStringAsync());
        Assert.Contains(said, page);
        Assert.Contains("href=\"/sign-in/brand?site=lumen&returnTo=%2Faccount&lang=en\"", page);
    }

    [Fact]
    public async Task The_password_is_taken_where_the_brand_was_asked_for_with_no_shop_too()
    {
        var browser = _app.Browser();
        var pressed = await browser.Press("/sign-in?returnTo=/account&add=true&lang=fr", "Brand", ("site", ""));
        using var document = new HtmlParser().ParseDocument(await pressed.Content.ReadAsStringAsync());
        var form = (IHtmlFormElement)document.QuerySelector("main form")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(input => input.Name!, input => input.Value);
        (fields["site"], fields["email"], fields["password"]) = ("lumen", _provider.Email!, TestApp.Password);

        var told = await browser.Send(HttpMethod.Post, form.GetAttribute("action") ?? pressed.RequestMessage!.RequestUri!.PathAndQuery, new FormUrlEncodedContent(fields));

        Assert.Equal("/account?lang=fr", told.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(true, "/account")]
    [InlineData(false, "/sign-in?brand=failed")]
    public async Task Whoever_a_node_of_another_version_sent_to_the_provider_comes_back_to_this_one(bool isShopKnown, string there)
    {
        var browser = _app.Browser();
        var asked = (await browser.Get("/sign-in/brand?site=lumen&returnTo=%2Faccount&lang=fr")).Headers.Location!;
        var states = _app.Get<IOptionsMonitor<OAuthOptions>>().Get(BrandHandler.Name).StateDataFormat;
        var state = QueryHelpers.ParseQuery(asked.Query)["state"].ToString();
        var kept = states.Unprotect(state)!;
        // What the version before reads, and all that it writes.
        Assert.Equal((_lumen.Id.ToString(), "/account"), (kept.Items["site"], kept.Items["return"]));
        foreach (var name in new[] { "shop", "lang" }) kept.Items.Remove(name);
        if (!isShopKnown) foreach (var name in new[] { "site", "return" }) kept.Items.Remove(name);

        var way = asked.OriginalString.Replace(Uri.EscapeDataString(state), Uri.EscapeDataString(states.Protect(kept)), StringComparison.Ordinal);
        var back = (await Http.GetAsync(way)).Headers.Location!.PathAndQuery;

        Assert.Equal(there, (await browser.Get(back)).Headers.Location!.OriginalString);
    }

    private static async Task<string> Through(Browser browser, string way)
    {
        var asked = (await browser.Get(way)).Headers.Location!;
        var back = (await Http.GetAsync(asked)).Headers.Location!.PathAndQuery;
        return (await browser.Get(back)).Headers.Location!.OriginalString;
    }
}
