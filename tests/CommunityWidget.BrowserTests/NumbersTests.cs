using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Whoever reads the numbers, following only the screen.</summary>
public sealed class NumbersTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the brass darken with time?";

    [Fact]
    public async Task An_answered_question_is_counted_explained_and_the_ladder_tried_on_who_is_here()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await maya.Say("It does.");
        await visitor.Hears("It does.");
        await visitor.End();
        await visitor.Rate(5);

        var (page, watch) = await scene.SignIn("Ada", Roles.Admin, "/admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Numbers" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Super users 100%" })).ToBeVisibleAsync();
        await page.GetByLabel("Questions in").SelectOptionAsync("fr");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByText("No question was asked in these days")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "7 days" }).ClickAsync();
        await page.GetByLabel("Questions in").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download (CSV) – By member" }).ClickAsync());
        Assert.Contains("Maya,1,1,1,", await File.ReadAllTextAsync(await file.PathAsync()));
        await page.IsClean("numbers");
        await Fits(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Explain" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Question }).ClickAsync();
        await Expect(page.GetByText("Maya accepted it.")).ToBeVisibleAsync();
        await page.IsClean("a question's way");

        await page.GetByRole(AriaRole.Link, new() { Name = "Questions", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-rehearsed]")).ToContainTextAsync("offered to Maya");
        await page.Locator("input[name='Ladder.Rungs[0].Offer']").FillAsync("9");
        await Expect(page.Locator("[data-rehearsed]")).ToContainTextAsync("After 9 s:");
        await page.IsClean("a ladder tried");
        Assert.Empty(watch.Complaints);
    }

    private static async Task Fits(IPage page)
    {
        await page.SetViewportSizeAsync(390, 844);
        Assert.Equal("", await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre, details:not([open])')).map(e => e.outerHTML.slice(0, 80)).join(' ')"));
        await page.SetViewportSizeAsync(1280, 800);
    }
}
