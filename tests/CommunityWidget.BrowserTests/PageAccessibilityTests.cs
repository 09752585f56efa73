using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests;

public sealed class PageAccessibilityTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/demo")]
    [InlineData("/demo/products/aube")]
    [InlineData("/demo/sign-in/maya")]
    [InlineData("/answers/demo")]
    public async Task Axe_finds_nothing_on_the_open_pages(string path)
    {
        await using var scene = await stage.Open();
        var (page, _) = await scene.NewPage();
        foreach (var language in new[] { "en", "fr" })
        {
            await page.GotoAsync($"{scene.Origin}{path}?lang={language}");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.IsClean($"{path} in {language}");
        }
    }

    [Fact]
    public async Task Axe_looks_into_the_widget()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Visitor();
        await visitor.Open();

        await visitor.Page.EvaluateAsync("document.querySelector('community-widget').shadowRoot.querySelector('section').append(document.createElement('button'))");

        Assert.Contains(await visitor.Page.Violations(), violation => violation.StartsWith("button-name", StringComparison.Ordinal));
    }
}
