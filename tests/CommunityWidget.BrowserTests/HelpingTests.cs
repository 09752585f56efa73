using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Three browsers in one conversation: a visitor, who answers, and who helps.</summary>
public sealed class HelpingTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the porcelain ring when it is warm?";

    [Fact]
    public async Task A_helper_joins_writes_takes_over_and_everybody_hears_everything_once()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        var leo = await scene.SuperUser("Leo");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await maya.Say("Mine is silent.");

        await leo.Join(Question);
        await Expect(leo.Talk(Question)).ToContainTextAsync("Maya answers");
        await Expect(maya.Talk(Question)).ToContainTextAsync("Leo helps along");
        await leo.Page.IsClean("helping");
        await leo.Say("Mine did, until I tightened it.");
        foreach (var log in new[] { visitor.Conversation, maya.Talks, leo.Talks }) await Expect(log.GetByText("Mine did, until I tightened it.", new() { Exact = true })).ToHaveCountAsync(1);
        await visitor.Say("Tightened what?");
        await leo.Hears("Tightened what?");
        await maya.Hears("Tightened what?");

        await leo.TakeOver(Question);
        await Expect(leo.Talk(Question).GetByRole(AriaRole.Button, new() { Name = "End conversation", Exact = true })).ToBeVisibleAsync();
        await Expect(maya.Talk(Question)).ToContainTextAsync("with someone else now");
        await Expect(visitor.Panel).ToContainTextAsync("Leo");
        await leo.Say("The ring under the shade.");
        foreach (var log in new[] { visitor.Conversation, leo.Talks }) await Expect(log.GetByText("The ring under the shade.", new() { Exact = true })).ToHaveCountAsync(1);
        // Maya comes back to help, and goes again.
        await maya.PutAway(1);
        await maya.Join(Question);
        await maya.Hears("The ring under the shade.");
        await maya.Leave(Question);
        await Expect(maya.Talks).ToHaveCountAsync(0);
        await leo.Hears("Maya left");

        await visitor.End();
        await visitor.Rate(5);
        await leo.Hears("5 stars");
        foreach (var watch in new[] { maya.Watch, leo.Watch, visitor.Watch }) Assert.Empty(watch.Complaints);
    }
}
