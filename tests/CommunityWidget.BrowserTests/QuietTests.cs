using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>What the widget asks for and keeps, before and after its visitor acts.</summary>
public sealed class QuietTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Can I send it back lit?";

    private const string Kept = "async () => ({ local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length })";

    [Fact]
    public async Task Before_the_visitor_acts_two_requests_are_made_and_nothing_is_stored()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Visitor();
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(["/widget.js", $"/api/sites/{scene.Key}/widget"], visitor.Watch.RequestsTo(scene.Origin));

        await visitor.Launcher.HoverAsync();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.All(visitor.Watch.RequestsTo(scene.Origin).Skip(2), path => Assert.StartsWith("/assets/", path, StringComparison.Ordinal));

        Assert.Equal(new Storage(0, 0, 0), await visitor.Page.EvaluateAsync<Storage>(Kept));
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        Assert.Equal(0, await scene.Visitors());
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task After_acting_the_conversation_goes_on_from_page_to_page()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await Expect(visitor.Says("Maya is here for you")).ToBeVisibleAsync();

        await visitor.Button("Close").ClickAsync();
        await visitor.GoTo("A lamp");
        await maya.Say("You can, within 30 days.");
        await Expect(visitor.Widget.GetByText("1 new message")).ToBeAttachedAsync();

        await visitor.Launcher.ClickAsync();
        await visitor.Hears(Question);
        await visitor.Hears("You can, within 30 days.");
        await visitor.Say("That is kind.");
        await maya.Hears("That is kind.");

        // Left open, it comes along by itself, and leaves the page its focus.
        await visitor.GoTo("Home");
        await visitor.Hears("That is kind.");
        Assert.Equal("BODY", await visitor.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task Where_sockets_are_blocked_both_sides_still_hear_each_other()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var (page, watch) = await scene.NewPage();
        var blocked = 0;
        await page.RouteWebSocketAsync(_ => true, socket =>
        {
            Interlocked.Increment(ref blocked);
            _ = socket.CloseAsync();
        });
        var visitor = await scene.Visitor(page, watch);

        await visitor.Ask(Question);
        await maya.Accept(Question);
        await Expect(visitor.Says("Maya is here for you")).ToBeVisibleAsync();
        await maya.Say("You can.");
        await visitor.Hears("You can.");
        await visitor.Say("Good to know.");
        await maya.Hears("Good to know.");
        await visitor.End();
        await visitor.Rate(4);

        Assert.NotEqual(0, blocked);
        Assert.Empty(visitor.Watch.Complaints);
    }

    private sealed record Storage(int Local, int Session, int Databases)
    {
        public Storage() : this(-1, -1, -1)
        {
        }
    }
}
