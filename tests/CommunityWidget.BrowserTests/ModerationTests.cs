using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class ModerationTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the brass darken with time?";
    private const string Answer = "It does, and lemon juice brings it back.";

    [Fact]
    public async Task A_well_rated_conversation_is_published_by_a_moderator_and_its_page_shows()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Talked(Question, Answer);
        await visitor.Rate(5, mayPublish: true);

        var nour = new ModerationPage(await scene.SignIn("Nour", Roles.Moderator, "/moderation"), Names.English);
        await nour.Waits(Question);
        await nour.Name(Question, "   ");
        await nour.Publish(Question);
        await Expect(nour.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("title");
        await nour.Name(Question, $" {Question}\n");
        await nour.Publish(Question);
        await Expect(nour.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Published");
        // As often as the page is loaded anew: nothing is decided twice.
        await nour.Page.ReloadAsync();
        await nour.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(nour.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Question);

        var (stranger, watch) = await scene.NewPage();
        await stranger.GotoAsync($"{scene.Origin}/answers/{scene.Slug}");
        await stranger.GetByRole(AriaRole.Link, new() { Name = Question }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Question);
        await Expect(stranger.GetByText(Answer)).ToBeVisibleAsync();
        await Expect(stranger.GetByText("volunteer since")).ToBeVisibleAsync();
        await stranger.IsClean("answer page");
        await nour.Page.IsClean("answer page, signed in");
        Assert.Empty(watch.Complaints);
        // The browser itself remarks on the title that was refused.
        Assert.Single(nour.Watch.Complaints);
    }
}
