using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class TalkAccessibilityTests(Stage stage) : IClassFixture<Stage>
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
}
