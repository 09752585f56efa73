using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Reminded, on probation, suspended, heard, and let back: as the member sees it, and as the moderators do.</summary>
public sealed class SanctionedMemberTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task From_the_charter_to_a_suspension_that_is_lifted()
    {
        await using var scene = await stage.Open();
        var ada = await scene.SignIn("Ada", Roles.Admin, "/admin");
        await ada.Page.GotoAsync($"{scene.Origin}/admin/charter");
        await ada.Page.GetByRole(AriaRole.Textbox, new() { Name = "English" }).FillAsync("# Be kind\n\n- to everybody");
        await Press(ada.Page, "Preview");
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Be kind" })).ToBeVisibleAsync();
        await ada.Page.IsClean("charter in the administration");
        await Press(ada.Page, "Publish");

        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        await Expect(maya.Offers).ToContainTextAsync("The charter comes first");
        await maya.Page.GetByRole(AriaRole.Link, new() { Name = "read the charter and agree" }).ClickAsync();
        await maya.Page.IsClean("charter");
        await Press(maya.Page, "I have read it and agree");
        await maya.Page.GetByRole(AriaRole.Link, new() { Name = "Go to your page" }).ClickAsync();
        await Expect(maya.Offers).Not.ToContainTextAsync("The charter comes first");

        var nour = await scene.SignIn("Nour", Roles.Moderator, "/moderation");
        await nour.Page.GetByRole(AriaRole.Link, new() { Name = "Members and sanctions" }).ClickAsync();
        await nour.Page.GetByLabel("Name").FillAsync("may");
        await Press(nour.Page, "Find");
        await nour.Page.IsClean("members and sanctions");
        await nour.Page.GetByRole(AriaRole.Link, new() { Name = "Maya" }).ClickAsync();
        await Decide(nour.Page, "Reminder of the charter");
        await nour.Page.IsClean("one member");
        await Expect(maya.Page.GetByRole(AriaRole.Link, new() { Name = "read it" })).ToBeVisibleAsync();
        await Decide(nour.Page, "Probation");
        await Decide(nour.Page, "Suspension");

        // Shut out of the console within seconds, and told why where they come to sign in.
        await maya.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await maya.Page.WaitForURLAsync($"{scene.Origin}/standing**");
        await Expect(maya.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(["Suspension", "Probation", "Reminder of the charter"]);
        await maya.Page.IsClean("standing");
        await maya.Page.GetByLabel("Do you see it differently?").First.FillAsync("I was quoting the visitor.");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Send to the moderators" }).First.ClickAsync();
        await Expect(maya.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sent");

        await ada.Page.GotoAsync($"{scene.Origin}/moderation/members");
        await ada.Page.GetByRole(AriaRole.Region, new() { Name = "Objections to answer" }).GetByRole(AriaRole.Link, new() { Name = "Maya" }).ClickAsync();
        await Expect(ada.Page.GetByText("I was quoting the visitor.")).ToBeVisibleAsync();
        await ada.Page.GetByLabel("Your answer").FillAsync("You are right.");
        await Press(ada.Page, "Answer, and lift it");

        await maya.Page.ReloadAsync();
        await Expect(maya.Page.GetByText("You are right.")).ToBeVisibleAsync();
        await maya.Page.GotoAsync($"{scene.Origin}/console");
        await Expect(maya.Offers).ToBeVisibleAsync();
    }

    private static async Task Decide(IPage page, string what)
    {
        await page.GetByLabel(what, new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Why").SelectOptionAsync("respect");
        await Press(page, "Decide and tell");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done, and told.");
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
