using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

public sealed class RightToLeftTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "هل يمكن غسل الغطاء؟";

    [Theory]
    [InlineData("right-to-left")]
    [InlineData("right-to-left-body")]
    public async Task Everything_stands_the_other_way_round_and_texts_keep_their_own_direction(string page)
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger(page);
        var launcher = (await visitor.Launcher.BoundingBoxAsync())!;
        Assert.Equal(20, launcher.X);

        await visitor.Open();
        var panel = (await visitor.Panel.BoundingBoxAsync())!;
        var close = (await visitor.Button("Close").BoundingBoxAsync())!;
        Assert.Equal(20, panel.X);
        Assert.InRange(close.X, panel.X, panel.X + 20);
        await Expect(visitor.Widget).ToHaveAttributeAsync("lang", "en");
        // The mark of an English question stands at its right end, on this page too.
        Assert.Equal("right", await visitor.Page.EvaluateAsync<string>(
            """
            () => {
              const text = document.querySelector("community-widget").shadowRoot.querySelector("h3").firstChild;
              const range = document.createRange();
              const at = (index) => (range.setStart(text, index), range.setEnd(text, index + 1), range.getBoundingClientRect().x);
              return at(text.length - 1) > at(0) ? "right" : "left";
            }
            """));

        // The question keeps the page's language, so that it can reach who speaks it.
        var asked = visitor.Page.WaitForRequestAsync(request => request.Method == "POST" && request.Url.EndsWith("/api/threads", StringComparison.Ordinal));
        await visitor.Question.FillAsync(Question);
        await visitor.Button("Ask").ClickAsync();
        Assert.Equal("ar", (await asked).PostDataJSON()!.Value.GetProperty("language").GetString());
        await visitor.Hears(Question);
        // The visitor's own words stand where reading ends.
        var bubble = (await visitor.Conversation.GetByText(Question).BoundingBoxAsync())!;
        Assert.InRange(bubble.X, panel.X, panel.X + 20);
        await visitor.Page.IsClean(page);
    }
}
