using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>A moderator's whole day, by keyboard.</summary>
public sealed class ModeratorsDayTests(Stage stage) : IClassFixture<Stage>
{
    private const string Brass = "Does the brass of the reading lamp darken?";
    private const string Bulb = "Which bulb fits the kitchen lamp?";
    private const string Rude = "Is your lamp as ugly as you are?";

    [Fact]
    public async Task Drafts_are_worded_published_rejected_sent_back_and_taken_back_without_a_mouse()
    {
        await using var scene = await stage.Open();
        var sam = await scene.SignIn("Sam", Roles.Agent, "/inbox");
        await scene.Over("Sam", $"Hello! {Brass} Write to robin@visitors.example. Thanks!", "Hi!", "It darkens within a year.", "You are welcome!");
        await scene.Over("Sam", Bulb, "An E14 bulb of at most forty watts.");
        await scene.Over("Sam", Rude, "We would rather talk about the lamp, what is it?");
        var nour = await scene.SignIn("Nour", Roles.Moderator, "/moderation");
        var (page, desk) = (nour.Page, new ModerationPage(nour, Names.English));

        await Expect(desk.Drafts).ToHaveCountAsync(3);
        await Expect(desk.Draft(Brass)).ToContainTextAsync("Personal data was masked");
        await Expect(desk.Draft(Brass)).Not.ToContainTextAsync("robin");
        await page.IsClean("moderation");

        // Look at the keys, then word the first anew and publish it as it stands in the form.
        await page.Press("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.Press("Escape");
        await page.Press("j");
        await Expect(desk.Draft(Brass)).ToBeFocusedAsync();
        await page.Press("e");
        await page.Press("Control+a");
        await page.Keyboard.TypeAsync("I clean it often. Does the brass darken all the same?");
        await desk.Draft(Brass).FocusAsync();
        await page.Press("p");
        await Expect(desk.Said).ToContainTextAsync("Published");
        await page.Press("u");
        await Expect(desk.Said).ToContainTextAsync("Taken back");
        await Expect(desk.Draft(Brass)).ToContainTextAsync("I clean it often.");
        await page.Press("j");
        await page.Press("p");
        await Expect(desk.Said).ToContainTextAsync("Published");

        // The next one has the focus: it goes back to who answered; the rude one is turned away.
        await Expect(desk.Draft(Bulb)).ToBeFocusedAsync();
        await desk.SendBack(Bulb, "Halogen or LED?");
        await Expect(desk.Said).ToContainTextAsync("Sent back");
        await page.Press("j");
        await page.Press("r");
        await Expect(desk.Said).ToContainTextAsync("Rejected");
        await Expect(page.GetByText("Nothing to review right now")).ToBeVisibleAsync();

        await sam.Page.ReloadAsync();
        await sam.Page.GetByRole(AriaRole.Link, new() { Name = "1 answer was sent back to you" }).ClickAsync();
        await Expect(sam.Page.GetByText("Halogen or LED?")).ToBeVisibleAsync();
        await sam.Page.IsClean("contributions");
        await sam.Page.GetByRole(AriaRole.Textbox, new() { Name = "Your answer" }).FillAsync("An E14 LED bulb of at most six watts.");
        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Send it to review" }).ClickAsync();
        await Expect(sam.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("A moderator reads it again");

        await page.GotoAsync($"{scene.Origin}/moderation");
        await Expect(desk.Draft(Bulb)).ToContainTextAsync("LED bulb");
        await desk.Draft(Bulb).GetByRole(AriaRole.Link, new() { Name = "Wordings" }).ClickAsync();
        await Expect(page.Locator("ins").Filter(new() { HasText = "LED" })).ToBeVisibleAsync();
        await page.IsClean("wordings");
        // Everything selected is decided in one go.
        await page.GotoAsync($"{scene.Origin}/moderation");
        await page.Press("j");
        await page.Press("x");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish selected" }).ClickAsync();
        await Expect(desk.Said).ToContainTextAsync("Published");

        await page.GotoAsync($"{scene.Origin}/moderation/decided");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Decided" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await page.IsClean("decided");
        Assert.Empty(nour.Watch.Complaints);
        Assert.Empty(sam.Watch.Complaints);
    }
}
