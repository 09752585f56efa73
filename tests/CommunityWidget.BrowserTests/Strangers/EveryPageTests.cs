using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>What holds on every page of <c>widget/dev</c>, a page that is added tomorrow included.</summary>
public sealed class EveryPageTests(Stage stage, PlainLook plain) : IClassFixture<Stage>, IClassFixture<PlainLook>
{
    private const string Question = "Can the shade be washed?";

    public static TheoryData<string> Pages => [.. Gallery.Pages];

    [Theory, MemberData(nameof(Pages))]
    public async Task The_widget_stands_in_its_corner_looks_as_everywhere_and_asks(string page)
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger(page);
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        Assert.Equal("1 on top", await visitor.Page.EvaluateAsync<string>(
            """
            () => {
              const hosts = document.querySelectorAll("community-widget");
              const { x, y } = hosts[0].shadowRoot.querySelector("button").getBoundingClientRect();
              return `${hosts.length} ${document.elementFromPoint(x + 28, y + 28) == hosts[0] ? "on top" : "covered"}`;
            }
            """));
        await visitor.Open();
        if (!page.StartsWith("right-to-left", StringComparison.Ordinal)) Assert.Empty(Look.Differences(await plain.Of(scene), await Look.OfWidget(visitor.Page)));

        await visitor.Question.FillAsync(Question);
        await visitor.Button(Names.English.Ask).ClickAsync();
        await visitor.Hears(Question);
        await Expect(visitor.Email).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Launcher).ToBeFocusedAsync();
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public void Each_page_says_what_it_is_hostile_about_and_stands_in_the_list() =>
        Assert.All(Gallery.Pages, page =>
        {
            Assert.Contains("<!--\n  Hostile: ", Gallery.Source(page), StringComparison.Ordinal);
            Assert.Contains($"href=\"{page}.html\"", Gallery.Source("index"), StringComparison.Ordinal);
        });
}

/// <summary>The open widget on the plain page, looked at once.</summary>
public sealed class PlainLook
{
    private string[]? _lines;

    public async Task<string[]> Of(Scene scene)
    {
        if (_lines is not null) return _lines;
        var visitor = await scene.Stranger("plain");
        await visitor.Open();
        return _lines = await Look.OfWidget(visitor.Page);
    }
}
