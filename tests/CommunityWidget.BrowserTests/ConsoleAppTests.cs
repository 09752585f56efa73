using System.Buffers.Binary;
using System.Text.Json;
using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>The console as an app of its own: installed, counted on its badge, honest without a network.</summary>
public sealed class ConsoleAppTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Can the arm be turned?";

    private const string Badges = "window.badges = []; navigator.setAppBadge = async n => void badges.push(n); navigator.clearAppBadge = async () => void badges.push(0);";

    [Fact]
    public async Task A_browser_would_install_it_under_the_brand_s_name_with_real_pictures()
    {
        await using var scene = await stage.OpenWhole();
        var maya = await scene.SuperUser("Maya");
        var browser = await maya.Page.Context.NewCDPSessionAsync(maya.Page);

        var missing = (await browser.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors").EnumerateArray().Select(error => error.GetProperty("errorId").GetString());
        // Every browser of a test is a private window.
        Assert.Equal(["in-incognito"], missing);
        var read = (await browser.SendAsync("Page.getAppManifest"))!.Value;
        Assert.Empty(read.GetProperty("errors").EnumerateArray());
        var manifest = JsonDocument.Parse(read.GetProperty("data").GetString()!).RootElement;
        Assert.Equal(("Console – Maison Essai", "/console"), (manifest.GetProperty("name").GetString(), manifest.GetProperty("start_url").GetString()));
        Assert.Contains(manifest.GetProperty("icons").EnumerateArray(), icon => icon.GetProperty("purpose").GetString() == "maskable");
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray().Where(icon => icon.GetProperty("type").GetString() == "image/png"))
        {
            var bytes = await (await maya.Page.APIRequest.GetAsync(scene.Origin + icon.GetProperty("src").GetString())).BodyAsync();
            Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], bytes[..8]);
            var side = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16));
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{side}x{side}");
        }
        Assert.Empty(maya.Watch.Complaints);
    }

    [Fact]
    public async Task Without_a_network_it_says_so_keeps_nothing_of_the_server_and_comes_back_by_itself()
    {
        await using var scene = await stage.OpenWhole();
        var maya = await scene.SuperUser("Maya");
        await maya.Page.EvaluateAsync("navigator.serviceWorker.ready");

        await maya.Page.Context.SetOfflineAsync(true);
        await maya.Page.ReloadAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Heading, new() { Name = "No connection" })).ToBeVisibleAsync();
        await maya.Page.IsClean("no connection");
        Assert.Empty(await maya.Page.EvaluateAsync<string[]>("caches.keys()"));

        await maya.Page.Context.SetOfflineAsync(false);
        await Expect(maya.Available).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Badge_and_title_count_what_waits_and_forget_what_was_read()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya", Phone.Options);
        await maya.Page.AddInitScriptAsync(Badges);
        await maya.Page.ReloadAsync();
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.SeesOffer(Question);
        await Counts(maya, 1);
        await maya.Accept(Question);
        await Counts(maya, 0);

        await maya.Page.GoBackAsync();
        await visitor.Say("The left one.");
        await Counts(maya, 1);
        await maya.LineOfChat("The left one.").ClickAsync();
        await Counts(maya, 0);
    }

    private static async Task Counts(ConsolePage console, int count)
    {
        await Expect(console.Page).ToHaveTitleAsync(count == 0 ? "Console · Maison Essai" : $"({count}) Console · Maison Essai");
        Assert.Equal(count, await console.Page.EvaluateAsync<int>("badges.at(-1)"));
    }
}
