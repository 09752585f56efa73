using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>What people have asked their system for, and what goes to paper.</summary>
public sealed class WishesTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "How bright is it?";

    private const string Moving =
        """
        () => [document, document.querySelector("community-widget").shadowRoot].flatMap((root) => root.getAnimations()).map((one) => one.animationName ?? one.transitionProperty)
        """;

    [Fact]
    public async Task Nothing_moves_for_who_asked_for_less_motion()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var still = await scene.Stranger("plain", new() { ReducedMotion = ReducedMotion.Reduce });
        await still.Ask(Question);
        await maya.SeesOffer(Question);
        Assert.Empty(await still.Page.EvaluateAsync<string[]>(Moving));

        await still.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        Assert.Contains("breathe", await still.Page.EvaluateAsync<string[]>(Moving));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task With_forced_colours_every_control_has_an_edge_and_the_button_its_sign(ColorScheme scheme)
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Stranger("plain", new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        var sign = await visitor.Launcher.EvaluateAsync<string[]>("button => [getComputedStyle(button).backgroundColor, getComputedStyle(button, '::before').backgroundColor]");
        Assert.NotEqual(sign[0], sign[1]);
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await maya.Say("400 lumens.");
        await visitor.Hears("400 lumens.");
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(WithoutEdge));
        await visitor.End();
        await visitor.Rating.GetByRole(AriaRole.Radio, new() { Name = "4" }).CheckAsync();
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(WithoutEdge));
        var stars = await visitor.Rating.EvaluateAsync<string[]>("group => [...group.querySelectorAll('input + span')].slice(3).map(one => getComputedStyle(one).backgroundColor)");
        Assert.NotEqual(stars[0], stars[1]);
    }

    [Fact]
    public async Task Who_asked_for_more_contrast_reads_no_soft_words()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("plain", new() { Contrast = Contrast.More });
        await visitor.Open();
        Assert.Equal(["rgb(21, 24, 28)"], await visitor.Panel.EvaluateAsync<string[]>("panel => [...new Set([...panel.querySelectorAll('h2, h3, p:not([hidden])')].map(one => getComputedStyle(one).color))]"));
    }

    [Fact]
    public async Task On_paper_there_is_no_widget()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("plain");
        await visitor.Open();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visitor.Panel).ToBeHiddenAsync();
        await Expect(visitor.Launcher).ToBeHiddenAsync();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Expect(visitor.Panel).ToBeVisibleAsync();
    }

    private const string WithoutEdge =
        """
        () => [...document.querySelector("community-widget").shadowRoot.querySelectorAll("[role=dialog] button, [role=dialog] textarea, .bubble")].filter((one) => {
          const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(one);
          return borderTopWidth == "0px" || borderTopColor == backgroundColor || /^rgba.* 0\)$/.test(borderTopColor);
        }).map((one) => `${one.localName} "${one.textContent}"`)
        """;
}
