using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

public sealed class FocusTests(Stage stage) : IClassFixture<Stage>
{
    private const string Focused =
        """
        () => {
          const root = document.querySelector("community-widget").shadowRoot;
          const one = root.activeElement ?? document.activeElement;
          return one.ariaLabel ?? (one.closest("label")?.querySelector("span") ?? one).textContent;
        }
        """;

    [Fact]
    public async Task The_page_comes_first_then_the_button_then_the_panel_from_top_to_bottom()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("head");
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        Assert.Equal(["All pages", "Ask the community"], await Tab(visitor.Page, 2));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Question).ToBeFocusedAsync();
        Assert.Equal(["Ask", "Français"], await Tab(visitor.Page, 2));
        Assert.Equal(["Ask", "Your question", "Close", "Ask the community", "All pages"], await Tab(visitor.Page, 5, "Shift+Tab"));
    }

    [Fact]
    public async Task Where_the_panel_is_the_whole_screen_Tab_stays_in_it()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("head", Phone.Options);
        await visitor.Open();
        await Expect(visitor.Panel).ToHaveAttributeAsync("aria-modal", "true");
        Assert.Equal(["Ask", "Français", "Close", "Your question"], await Tab(visitor.Page, 4));
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Launcher).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_takes_the_panel_off_what_has_the_focus_and_leaves_the_focus_there()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("keyboard");
        await visitor.Open();
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "All pages" }).FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Panel).ToBeVisibleAsync();

        while (!await page.EvaluateAsync<bool>(
            "() => { const { x, y } = document.activeElement.getBoundingClientRect(); return document.elementFromPoint(x + 4, y + 4)?.localName == 'community-widget'; }"))
            await page.Keyboard.PressAsync("Shift+Tab");
        var link = await page.EvaluateAsync<string>("document.activeElement.textContent");
        await page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Panel).ToBeHiddenAsync();
        Assert.Equal(link, await page.EvaluateAsync<string>("document.activeElement.textContent"));
    }

    [Fact]
    public async Task The_button_never_hides_what_Tab_reaches_where_the_shop_keeps_its_corner_clear()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("keyboard", new() { ViewportSize = new() { Width = 390, Height = 500 } });
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        Assert.Equal("", await visitor.Page.EvaluateAsync<string>(
            """
            () => {
              const hidden = [];
              for (const link of document.querySelectorAll("a")) {
                link.focus();
                const { left, right, top, bottom } = link.getBoundingClientRect();
                const corners = [[left + 1, top + 1], [right - 1, top + 1], [left + 1, bottom - 1], [right - 1, bottom - 1]];
                if (corners.every(([x, y]) => document.elementFromPoint(x, y)?.localName == "community-widget")) hidden.push(link.textContent);
              }
              return hidden.join(", ");
            }
            """));
    }

    private static async Task<IReadOnlyList<string>> Tab(IPage page, int times, string key = "Tab")
    {
        var names = new List<string>();
        for (var pressed = 0; pressed < times; pressed++)
        {
            await page.Keyboard.PressAsync(key);
            names.Add(await page.EvaluateAsync<string>(Focused));
        }
        return names;
    }
}
