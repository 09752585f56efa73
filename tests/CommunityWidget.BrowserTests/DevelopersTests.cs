using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>The page that shows shop developers what they may say to the widget, and runs it.</summary>
public sealed class DevelopersTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Promised =
        ["open", "close", "show", "hide", "ask", "identify", "setLocale", "setContext", "on", "off", "conversion", "shutdown", "push"];

    [Fact]
    public async Task Every_command_does_what_its_line_says_and_every_event_is_listed()
    {
        await using var scene = await stage.Open();
        var (page, visitor, watch) = await Open(scene);
        Assert.Equal(Promised.Order(), (await page.EvaluateAsync<string[]>("Object.keys(CommunityWidget)")).Order());
        await Expect(Heard(page)).ToContainTextAsync("ready {}");

        await Run(page, "open");
        await Expect(visitor.Question).ToBeVisibleAsync();
        await Expect(Heard(page)).ToContainTextAsync("opened {}");
        await Run(page, "setContext");
        await Run(page, "setLocale", "fr");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Votre question" })).ToBeVisibleAsync();
        await Run(page, "setLocale", "en");
        await Expect(visitor.Question).ToBeVisibleAsync();
        await Expect(visitor.Panel).ToContainTextAsync("Aube");
        await Run(page, "close");
        await Expect(visitor.Panel).ToBeHiddenAsync();
        await Run(page, "hide");
        await Expect(visitor.Launcher).ToHaveCountAsync(0);
        await Run(page, "show");
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await Run(page, "ask");
        await visitor.Hears("Does the Aube lamp come with a bulb?");
        await Expect(Heard(page)).ToContainTextAsync("asked {\"threadId\":");
        await Expect(Heard(page)).ToContainTextAsync("closed {}");

        await Run(page, "shutdown");
        await Expect(visitor.Launcher).ToHaveCountAsync(0);
        Assert.Equal("0 0", await page.EvaluateAsync<string>("`${localStorage.length} ${sessionStorage.length}`"));
        await Run(page, "open");
        await Expect(visitor.Question).ToBeVisibleAsync();
        Assert.Empty(watch.Complaints);
    }

    [Fact]
    public async Task What_is_not_built_warns_once_and_what_makes_no_sense_throws_nothing()
    {
        await using var scene = await stage.Open();
        var (page, visitor, watch) = await Open(scene);
        foreach (var command in new[] { "conversion", "conversion" }) await Run(page, command);
        await Expect(Heard(page).GetByText("console CommunityWidget: conversion not built yet")).ToHaveCountAsync(1);

        await page.EvaluateAsync(
            """
            () => {
              const say = window.CommunityWidget;
              say.push(null); say.push(); say.push("open"); say.push([]); say.push({}); say.push(["__proto__"]);
              say.setLocale(42); say.ask({}); say.setContext(); say.setContext({ language: "xx" });
              say.on("opened", () => { throw new Error("the shop's own"); });
              say.off("opened", "nobody");
            }
            """);
        await Run(page, "open");
        await Expect(visitor.Question).ToBeVisibleAsync();
        // Only what the shop's own listener threw.
        Assert.All(watch.Complaints, complaint => Assert.Contains("the shop's own", complaint));
    }

    [Theory, InlineData("en", "For developers"), InlineData("fr", "Pour les développeurs")]
    public async Task It_reads_well_in_both_languages(string language, string title)
    {
        await using var scene = await stage.Open();
        var (page, _, watch) = await Open(scene, language);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        Assert.Equal(WidgetCommand.All.Select(c => c.Code), await page.Locator(".commands code").AllTextContentsAsync());
        await page.IsClean($"developers, {language}");
        Assert.Empty(watch.Complaints);
    }

    private static ILocator Heard(IPage page) => page.Locator("[data-heard]");

    private static Task Run(IPage page, string command, string argument = "\"") =>
        page.Locator($"[data-call^='[\"{command}\"'][data-call*='{argument}']").First.ClickAsync();

    private async Task<(IPage Page, VisitorPage Visitor, Watch Watch)> Open(Scene scene, string language = "en")
    {
        var (page, watch) = await scene.NewPage();
        await page.GotoAsync($"{stage.Product.Origin}/demo/developers?lang={language}");
        return (page, new(page, watch, Names.English), watch);
    }
}
