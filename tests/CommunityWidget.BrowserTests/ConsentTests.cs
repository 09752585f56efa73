using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>A visitor decides what becomes public, and what should not stand.</summary>
public sealed class ConsentTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the brass darken with time?";
    private const string Answer = "It does, and lemon juice brings it back.";

    [Fact]
    public async Task A_visitor_agrees_sees_their_page_reports_an_answer_and_takes_the_page_down()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Talked(Question, Answer);
        var box = visitor.Panel.GetByRole(AriaRole.Checkbox, new() { Name = visitor.Names.MayPublish });
        await Expect(box).Not.ToBeCheckedAsync();
        await Expect(visitor.Says("You can change your mind at any time")).ToBeVisibleAsync();
        await visitor.Rate(5, mayPublish: true);
        await Expect(visitor.Says("You agreed that this conversation may be published")).ToBeVisibleAsync();

        await visitor.Button("Report what Maya wrote").ClickAsync();
        await visitor.Panel.GetByLabel("What is wrong with it?").SelectOptionAsync("wrong");
        await visitor.Page.IsClean("a report being written");
        await visitor.Button("Send report").ClickAsync();
        await Expect(visitor.Says("A moderator looks at it")).ToBeVisibleAsync();

        var nour = new ModerationPage(await scene.SignIn("Nour", Roles.Moderator, "/moderation"), Names.English);
        await nour.Waits(Question);
        await nour.Publish(Question);
        await Expect(nour.Said).ToContainTextAsync("Published");
        await nour.Page.GotoAsync($"{scene.Origin}/moderation/reports");
        await Expect(nour.Page.GetByRole(AriaRole.List, new() { Name = "Reports" })).ToContainTextAsync(Answer);
        await nour.Page.IsClean("reports");
        await nour.Page.GetByRole(AriaRole.Button, new() { Name = "Leave it" }).ClickAsync();
        await Expect(nour.Said).ToContainTextAsync("Left as it is");

        // At the next visit: the outcome, the page, and the way to take it down.
        await visitor.Page.ReloadAsync();
        await visitor.Launcher.ClickAsync();
        await Expect(visitor.Says("we looked at it and left it as it is")).ToBeVisibleAsync();
        var address = (await visitor.Panel.GetByRole(AriaRole.Link, new() { Name = "See the page" }).GetAttributeAsync("href"))!;
        var (stranger, watch) = await scene.NewPage();
        await stranger.GotoAsync(address);
        await stranger.GetByText("Report this page").ClickAsync();
        await stranger.IsClean("answer page, being reported");
        await stranger.GetByLabel("What is wrong?").SelectOptionAsync("spam");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Status)).ToContainTextAsync("A moderator looks at it");

        await visitor.Button("Take it down").ClickAsync();
        await Expect(visitor.Says("gone for good")).ToBeVisibleAsync();
        await visitor.Button("Take it down").ClickAsync();
        await Expect(visitor.Says("The page was taken down")).ToBeVisibleAsync();
        await visitor.Page.IsClean("a conversation whose page was taken down");
        // Somebody else's browser: who has read the page may keep it for half a minute.
        var (next, lateWatch) = await scene.NewPage();
        await next.GotoAsync(address);
        await Expect(next.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This answer was withdrawn");
        Assert.Empty(visitor.Watch.Complaints.Concat(watch.Complaints));
        // The browser itself remarks on the page that is gone.
        Assert.Single(lateWatch.Complaints);
    }
}
