using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>Little room: narrow, low, zoomed, or half of it under a keyboard.</summary>
public sealed class SmallScreenTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does it come with a bulb, and if so with which one, and how long does it last?";

    // What of the panel runs out of it, and which of its controls cannot be brought to where they can be pressed.
    private const string OutOfReach =
        """
        () => {
          const root = document.querySelector("community-widget").shadowRoot;
          const panel = root.querySelector("[role=dialog]");
          const wide = [...panel.querySelectorAll("*")].filter((one) => one.localName != "textarea" && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX != "visible" && one.clientWidth > 1);
          const lost = [...panel.querySelectorAll("button, textarea, input, summary")].filter((one) => {
            if (one.closest("details:not([open])") && one.localName != "summary") return false;
            one.scrollIntoView({ block: "nearest" });
            const { x, y, width, height } = one.getBoundingClientRect();
            const hit = root.elementFromPoint(x + width / 2, y + height / 2);
            return x < 0 || x + width > innerWidth || !hit || !(one == hit || one.contains(hit) || hit.parentElement.contains(one));
          });
          return [...wide.map((one) => `${one.localName}.${one.className} is too wide`), ...lost.map((one) => `${one.localName} "${one.textContent}" is out of reach`)];
        }
        """;

    /// <summary>320 px; 1280 × 720 at 200 %; 1280 × 1024 at 400 %; a phone on its side.</summary>
    [Theory]
    [InlineData(320, 640)]
    [InlineData(640, 360)]
    [InlineData(320, 256)]
    [InlineData(844, 390)]
    public async Task Everything_can_be_reached_and_nothing_runs_out(int width, int height)
    {
        await using var scene = await stage.Open();
        await scene.Rename("Maison des Luminaires et des Abat-jour Réparables de Lyon");
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Stranger("plain", new() { ViewportSize = new() { Width = width, Height = height } });
        await visitor.Open();
        Assert.Empty(await Missing(visitor));
        await visitor.Question.FillAsync(Question);
        await visitor.Button("Ask").ClickAsync();
        await maya.Accept(Question);
        await maya.Say("https://example.org/a/very/long/address/without/any/place/to/break/it/anywhere/at/all");
        await visitor.Hears("https://example.org");
        Assert.Empty(await Missing(visitor));
        await visitor.End();
        await Expect(visitor.Rating).ToBeVisibleAsync();
        Assert.Empty(await Missing(visitor));
        await visitor.Rate(4);
    }

    [Fact]
    public async Task While_the_app_is_on_its_way_a_second_press_closes_the_panel_that_covers_a_phone()
    {
        await using var scene = await stage.Open();
        var (seat, watch) = await scene.NewPage(Phone.Options);
        var arrives = new TaskCompletionSource();
        await seat.RouteAsync("**/assets/**", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        var visitor = await scene.Stranger(seat, watch, "plain");
        await visitor.Launcher.ClickAsync();
        await Expect(visitor.Launcher).ToHaveAttributeAsync("aria-expanded", "true");
        await visitor.Launcher.ClickAsync();
        await Expect(visitor.Launcher).ToHaveAttributeAsync("aria-expanded", "false");

        await visitor.Launcher.ClickAsync();
        arrives.SetResult();
        await Expect(visitor.Question).ToBeFocusedAsync();
        await Expect(visitor.Launcher).ToBeHiddenAsync();
    }

    // A keyboard of iOS shrinks only the visual viewport, and moves it. The emulation does what Safari reports; the keyboard itself no emulation shows.
    [Theory]
    [InlineData(390, 844)]
    [InlineData(834, 1112)]
    public async Task The_box_and_its_button_stay_above_the_keyboard(int width, int height)
    {
        const int keyboard = 336, moved = 60;
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage(new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = true, IsMobile = true });
        await page.AddInitScriptAsync(
            """
            let covered = 0;
            const view = new EventTarget();
            const now = { width: () => innerWidth, height: () => innerHeight - covered, offsetLeft: () => 0, offsetTop: () => moved, scale: () => 1 };
            let moved = 0;
            for (const name in now) Object.defineProperty(view, name, { get: now[name] });
            Object.defineProperty(window, "visualViewport", { value: view });
            window.keyboard = (height, top) => { [covered, moved] = [height, top]; view.dispatchEvent(new Event("resize")); };
            """);
        var visitor = await scene.Stranger(page, watch, "phone");
        await visitor.Ask(Question);
        await page.EvaluateAsync($"keyboard({keyboard}, {moved})");
        foreach (var control in new[] { visitor.Message, visitor.Button("Send"), visitor.Button("Close") })
        {
            var box = (await control.BoundingBoxAsync())!;
            Assert.InRange(box.Y, moved, height);
            Assert.InRange(box.Y + box.Height, moved, height - keyboard + moved);
        }
        await page.EvaluateAsync("keyboard(0, 0)");
        await Expect(visitor.Panel).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal("16px", await visitor.Message.EvaluateAsync<string>("box => getComputedStyle(box).fontSize"));
    }

    [Fact]
    public async Task Notch_and_home_bar_are_left_alone()
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage(Phone.Options);
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Emulation.setSafeAreaInsetsOverride", new() { ["insets"] = new Dictionary<string, int> { ["top"] = 47, ["bottom"] = 34 } });
        var visitor = await scene.Stranger(page, watch, "phone");
        var launcher = (await visitor.Launcher.BoundingBoxAsync())!;
        Assert.Equal(844 - 34, launcher.Y + launcher.Height);
        await visitor.Ask(Question);
        Assert.InRange((await visitor.Button("Close").BoundingBoxAsync())!.Y, 47, 844);
        var send = (await visitor.Button("Send").BoundingBoxAsync())!;
        Assert.InRange(send.Y + send.Height, 0, 844 - 34);
    }

    private static Task<string[]> Missing(VisitorPage visitor) => visitor.Page.EvaluateAsync<string[]>(OutOfReach);
}
