using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

[Collection(nameof(Stage))]
public sealed class AccessibilityTests(Stage stage)
{
    private const string Question = "Does the shade come off for washing?";

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Axe_finds_nothing_in_the_widget_or_the_console(string language)
    {
        var names = Names.In(language);
        await using var scene = await stage.Open($"data-locale=\"{language}\"");
        var maya = await scene.SuperUser("Maya", names: names);
        await maya.Page.IsClean("console, away");
        await maya.BecomeAvailable();
        await maya.Page.IsClean("console, available");

        var visitor = await scene.Visitor(names: names);
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await visitor.Page.IsClean("widget, closed");
        await visitor.Open();
        await visitor.Page.IsClean("widget, open");
        await visitor.Question.FillAsync(Question);
        await visitor.Button(names.Ask).ClickAsync();
        await maya.SeesOffer(Question);
        await maya.Page.IsClean("console, offer");
        await maya.Accept(Question);
        await maya.Say("It does: https://example.org/shade");
        await visitor.Hears("It does");
        await maya.Page.IsClean("console, chat");
        await visitor.Page.IsClean("widget, chat");
        await visitor.End();
        await Expect(visitor.Rating).ToBeVisibleAsync();
        await visitor.Page.IsClean("widget, rating");
        await visitor.Rate(5);
        await visitor.Page.IsClean("widget, thanks");
        await maya.Page.IsClean("console, rated");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Axe_finds_nothing_while_a_question_waits(string language)
    {
        var names = Names.In(language);
        await using var scene = await stage.Open($"data-locale=\"{language}\"");
        var sam = await scene.Agent("Sam", names);
        await sam.BecomeAvailable();
        await sam.Page.IsClean("inbox, empty");
        var visitor = await scene.Visitor(names: names);
        await visitor.Ask(Question);
        await Expect(sam.Waiting).ToContainTextAsync(Question);
        await visitor.Page.IsClean("widget, waiting");
        await sam.Page.IsClean("inbox, list");
        await sam.Take(Question);
        await sam.Page.IsClean("inbox, chat");
        await sam.BecomeAway();

        var late = await scene.Visitor(names: names);
        await late.Ask(Question);
        await Expect(late.Email).ToBeVisibleAsync();
        await late.Page.IsClean("widget, parked");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/demo")]
    [InlineData("/demo/products/aube")]
    [InlineData("/demo/sign-in/maya")]
    [InlineData("/answers/demo")]
    public async Task Axe_finds_nothing_on_the_open_pages(string path)
    {
        await using var scene = await stage.Open();
        var (page, _) = await scene.NewPage();
        foreach (var language in new[] { "en", "fr" })
        {
            await page.GotoAsync($"{scene.Origin}{path}?lang={language}");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.IsClean($"{path} in {language}");
        }
    }
}
