using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>What a judge held back is let through or kept back without a mouse, and its author told.</summary>
public sealed class HeldByKeyboardTests(Stage stage) : IClassFixture<Stage>
{
    private const string Fine = "Is it this one? https://bit.ly/3lampe", Not = "Earn money from home! Click here https://spam.example/rich";

    [Fact]
    public async Task One_is_let_through_to_the_community_and_one_is_kept_back()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var (robin, ines) = (await scene.Visitor(), await scene.Visitor());
        await robin.Ask(Fine);
        await ines.Ask(Not);

        var nour = await scene.SignIn("Nour", Roles.Moderator, "/moderation");
        var page = nour.Page;
        await page.GotoAsync($"{scene.Origin}/moderation/held");
        var held = page.GetByRole(AriaRole.List, new() { Name = "Held" }).Locator("> li");
        await Expect(held).ToHaveCountAsync(2);
        await page.IsClean("held");

        // The oldest first.
        await page.Press("j");
        await Expect(held.First).ToBeFocusedAsync();
        await Expect(held.First).ToContainTextAsync("bit.ly");
        await page.Press("p");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Delivered");
        await Expect(maya.Offers).ToContainTextAsync("Is it this one?");
        await page.Press("j");
        await page.Press("r");
        await Expect(page.GetByText("Nothing is held")).ToBeVisibleAsync();
        await page.IsClean("nothing held");
        await Expect(maya.Offers).Not.ToContainTextAsync("Earn money");
        Assert.Empty(nour.Watch.Complaints);
    }
}
