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

    [Fact]
    public async Task Somebody_asked_in_suggests_and_the_responder_sends_it_with_one_key()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        var sam = await scene.Agent("Sam");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await sam.BecomeAvailable();

        await maya.Talk(Question).GetByRole(AriaRole.Button, new() { Name = "Ask someone in" }).ClickAsync();
        var sheet = maya.Page.GetByRole(AriaRole.Dialog);
        await Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Sam", Exact = true })).ToBeVisibleAsync();
        await maya.Page.IsClean("who could help");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Sam", Exact = true }).ClickAsync();
        var called = sam.Page.GetByRole(AriaRole.Region, new() { Name = "You are asked to help" });
        await Expect(called).ToContainTextAsync(Question);
        await sam.Page.IsClean("asked in");
        await called.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Expect(maya.Page.GetByText("Sam comes to help")).ToBeVisibleAsync();

        await sam.Message.FillAsync("Tighten the ring under the shade.");
        await sam.Talk(Question).GetByRole(AriaRole.Button, new() { Name = "Suggest", Exact = true }).ClickAsync();
        await maya.Hears("Sam suggests, not shown to the visitor");
        await maya.Page.IsClean("a suggestion");
        await maya.Talks.GetByRole(AriaRole.Log).FocusAsync();
        await maya.Page.Keyboard.PressAsync("s");
        await visitor.Hears("Tighten the ring under the shade.");
        await maya.Hears("suggested by Sam");
        await Expect(maya.Talk(Question).GetByRole(AriaRole.Button, new() { Name = "Send as it is" })).ToHaveCountAsync(0);
        await Expect(visitor.Conversation.GetByText("Tighten the ring under the shade.", new() { Exact = true })).ToHaveCountAsync(1);
        foreach (var watch in new[] { maya.Watch, sam.Watch, visitor.Watch }) Assert.Empty(watch.Complaints);
    }
}
