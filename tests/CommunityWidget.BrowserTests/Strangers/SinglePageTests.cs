using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>Shops that never load a page again, and pages that bring the tag in other ways.</summary>
public sealed class SinglePageTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Is this one dimmable?";

    [Fact]
    public async Task What_is_half_typed_survives_another_body_and_the_question_carries_the_new_page()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("single-page");
        await visitor.Open();
        await visitor.Question.FillAsync(Question);

        await visitor.Page.EvaluateAsync("act('swap')");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Page 2" })).ToBeVisibleAsync();
        await Expect(visitor.Question).ToBeFocusedAsync();
        await Expect(visitor.Question).ToHaveValueAsync(Question);

        var asked = visitor.Page.WaitForRequestAsync(request => request.Method == "POST" && request.Url.EndsWith("/api/threads", StringComparison.Ordinal));
        await visitor.Question.PressAsync("Enter");
        var body = (await asked).PostDataJSON()!.Value;
        Assert.EndsWith("/gallery/single-page?page=2", body.GetProperty("page").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("Page 2", body.GetProperty("page").GetProperty("title").GetString());
        Assert.Equal("p2", body.GetProperty("product").GetProperty("id").GetString());
        await visitor.Hears(Question);
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Theory]
    [InlineData("clear")]
    [InlineData("root")]
    public async Task Whatever_is_replaced_the_widget_comes_back_after_the_body_with_its_talk(string act)
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("single-page");
        await visitor.Ask(Question);

        await visitor.Page.EvaluateAsync($"act('{act}')");
        await visitor.Hears(Question);
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        Assert.Equal(["head", "body", "community-widget"], await visitor.Page.EvaluateAsync<string[]>("[...document.documentElement.children].map(one => one.localName)"));
        await visitor.Button("Close").ClickAsync();
        await Expect(visitor.Panel).ToBeHiddenAsync();
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task Hidden_it_stays_hidden_on_the_next_page()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("single-page");
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync("CommunityWidget.hide(); act('swap'); act('clear')");
        await Expect(visitor.Page.Locator("community-widget")).ToBeAttachedAsync();
        await Expect(visitor.Launcher).ToHaveCountAsync(0);
        await visitor.Page.EvaluateAsync("CommunityWidget.show()");
        await Expect(visitor.Launcher).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_who_insist_on_the_same_place_do_not_freeze_the_page()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Stranger("single-page");
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync(
            """
            new MutationObserver(() => document.querySelector("community-widget")?.remove()).observe(document.documentElement, { childList: true });
            act("clear");
            """);
        Assert.Equal(2, await visitor.Page.EvaluateAsync<int>("new Promise(done => setTimeout(done, 0, 2))"));
    }

    [Fact]
    public async Task Loaded_three_times_there_is_one_widget_and_one_warning()
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage();
        var warnings = new List<string>();
        page.Console += (_, message) => warnings.Add($"{message.Type}: {message.Text}");
        var visitor = await scene.Stranger(page, watch, "twice");
        await Expect(visitor.Launcher).ToHaveCountAsync(1);
        Assert.Equal(["warning: CommunityWidget: loaded twice"], warnings);
        Assert.Single(watch.RequestsTo(scene.Origin), path => path.StartsWith("/api/", StringComparison.Ordinal));
    }
}
