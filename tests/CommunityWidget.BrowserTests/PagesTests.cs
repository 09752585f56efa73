using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests;

public sealed class PagesTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("maya", "/console")]
    [InlineData("leo", "/console")]
    [InlineData("ines", "/console")]
    [InlineData("sam", "/inbox")]
    [InlineData("nour", "/moderation")]
    [InlineData("ada", "/admin", "/moderation", "/inbox")]
    public async Task A_demo_person_lands_on_their_own_page_and_every_page_of_theirs_opens(string person, string landing, params string[] others)
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage();
        await page.GotoAsync($"{scene.Origin}/demo/sign-in/{person}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(scene.Origin + landing);

        foreach (var path in others.Append("/").Append("/sign-in"))
        {
            var answer = await page.GotoAsync(scene.Origin + path);
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        Assert.Empty(watch.Complaints);
        Assert.Equal([scene.Origin], watch.Origins);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/demo")]
    [InlineData("/demo/products/globe")]
    [InlineData("/invitation")]
    [InlineData("/sign-in")]
    [InlineData("/answers/demo")]
    public async Task An_open_page_speaks_both_languages_and_complains_of_nothing(string path)
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage();
        var answer = await page.GotoAsync(scene.Origin + path);
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
        foreach (var language in new[] { "fr", "en" })
        {
            await page.Locator($"header a[lang={language}]").ClickAsync();
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        Assert.Empty(watch.Complaints);
        Assert.Equal([scene.Origin], watch.Origins);
    }

    [Fact]
    public async Task On_paper_a_page_is_dark_on_light_in_a_dark_browser_too()
    {
        await using var scene = await stage.Open();
        var (page, _) = await scene.NewPage(new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync(scene.Origin + "/answers/demo");
        Assert.True(await Brightness("color") > await Brightness("background-color"));

        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Assert.True(await Brightness("color") < 100);
        Assert.Equal("only light", string.Join(' ', (await Style("color-scheme")).Split(' ').Order().Reverse()));
        // None at all: the paper's own.
        Assert.Equal("rgba(0, 0, 0, 0)", await Style("background-color"));
        Assert.Equal("#ffffff", (await Style("--surface")).Trim());

        async Task<string> Style(string property) => await page.EvaluateAsync<string>("(property) => getComputedStyle(document.documentElement).getPropertyValue(property)", property);
        async Task<int> Brightness(string property) => (await Style(property)).Split('(', ')')[1].Split(',').Take(3).Sum(int.Parse) / 3;
    }
}
