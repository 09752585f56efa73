using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class KeyboardTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "How heavy is the stone foot?";

    [Fact]
    public async Task Everything_can_be_done_by_keyboard_alone()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        var keys = visitor.Page.Keyboard;

        await TabTo(visitor.Page, visitor.Launcher);
        await keys.PressAsync("Enter");
        await Expect(visitor.Question).ToBeFocusedAsync();
        await keys.TypeAsync(Question);
        await keys.PressAsync("Enter");
        await maya.Accept(Question);
        await Expect(visitor.Says("Maya is here for you")).ToBeVisibleAsync();

        await Expect(visitor.Message).ToBeFocusedAsync();
        await keys.TypeAsync("The small one, I mean.");
        await keys.PressAsync("Enter");
        await maya.Hears("The small one, I mean.");

        await TabTo(visitor.Page, visitor.Button("End conversation"), "Shift+Tab");
        await keys.PressAsync("Enter");
        await Expect(visitor.Rating).ToBeVisibleAsync();
        await TabTo(visitor.Page, visitor.Rating.GetByRole(AriaRole.Radio).First);
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowRight");
        await Expect(visitor.Rating.GetByRole(AriaRole.Radio, new() { Name = "2" })).ToBeCheckedAsync();
        await TabTo(visitor.Page, visitor.Button("Send rating"));
        await keys.PressAsync("Enter");
        await maya.Hears("2 stars");
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task Escape_closes_the_panel_and_gives_the_focus_back()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Visitor();
        await visitor.Open();
        await visitor.Question.FillAsync("Half a quest");

        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Panel).ToBeHiddenAsync();
        await Expect(visitor.Launcher).ToBeFocusedAsync();

        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Question).ToHaveValueAsync("Half a quest");
    }

    [Fact]
    public async Task Where_the_panel_is_the_whole_screen_Tab_goes_round_past_what_is_folded_away()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("plain", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await visitor.Ask(Question);
        await visitor.End();
        var folded = visitor.Panel.Locator("summary");
        await Expect(folded).ToBeVisibleAsync();
        await TabTo(visitor.Page, folded);
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Button("Close")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(folded).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(folded).Not.ToBeFocusedAsync();
        Assert.True(await visitor.Panel.EvaluateAsync<bool>("panel => panel.contains(panel.getRootNode().activeElement)"));
    }

    private static async Task TabTo(IPage page, ILocator target, string key = "Tab")
    {
        for (var pressed = 0; pressed < 20; pressed++)
        {
            await page.Keyboard.PressAsync(key);
            if (await target.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element")) return;
        }
        Assert.Fail($"{target} cannot be reached by {key}.");
    }
}
