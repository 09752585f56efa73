using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>An owner lets a program of theirs hear what happens, following only the screens.</summary>
public sealed class IntegrationTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_webhook_is_added_tried_heard_from_replayed_and_taken_away_and_back()
    {
        await using var scene = await stage.Open();
        await using var program = await Receiver.Start();
        var ada = await scene.SignIn("Ada", Roles.Admin, "/admin");
        var page = ada.Page;
        await page.GotoAsync($"{scene.Origin}/admin/integrations");
        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        await page.GetByLabel("Address", new() { Exact = true }).FillAsync(program.Address);
        await page.GetByLabel("Nobody could take it now").CheckAsync();
        await Button("Add a webhook").ClickAsync();
        await Expect(page.Locator("#once")).ToContainTextAsync("whsec_");
        await page.IsClean("a secret shown once");
        await page.GetByRole(AriaRole.Link, new() { Name = program.Address }).ClickAsync();
        await Expect(page.GetByText("Nothing was sent yet.")).ToBeVisibleAsync();
        var log = page.Url;
        await Button("Send a test event").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your program answered 200");

        var visitor = await scene.Visitor();
        await visitor.Ask("Is anybody there?");
        await program.Next();
        await program.Next();
        var line = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Nobody could take it now" });
        // It is written down a moment after it was answered.
        await page.GotoAsync(log);
        await page.Until(line.GetByText("Delivered"));
        await Expect(line).ToContainTextAsync("Delivered");
        await page.GetByText("Each try").First.ClickAsync();
        await page.IsClean("a log of deliveries");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("One event is on its way again.");
        await program.Next();
        Assert.Equal(program.Ids[1], program.Ids[2]);

        await Button("Delete").ClickAsync();
        await Expect(page.GetByText("Nobody is told anything yet.")).ToBeVisibleAsync();
        await Button("Undo").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = program.Address })).ToBeVisibleAsync();
        Assert.Empty(ada.Watch.Complaints);
    }
}
