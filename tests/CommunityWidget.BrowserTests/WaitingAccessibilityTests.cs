using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class WaitingAccessibilityTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the shade come off for washing?";

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
}
