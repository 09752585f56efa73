using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>A page that was open before a release meets a server that knows more than its script.</summary>
public sealed class OldScriptTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Is there a wider shade for it?";

    private const string Reload = "Please reload the page.";

    [Fact]
    public async Task Kinds_states_reasons_and_fields_it_does_not_know_do_not_break_the_talk()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var (page, watch) = await scene.NewPage();
        await page.RouteWebSocketAsync(_ => true, socket => socket.ConnectToServer().OnMessage(frame => socket.Send(Newer(frame.Text!))));
        var visitor = await scene.Visitor(page, watch);
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await Expect(visitor.Message).ToBeVisibleAsync();

        await maya.Say("Words of a new kind.");
        await visitor.HearsOnce("Words of a new kind.");
        await maya.Say("A picture.");
        await Expect(visitor.Says(Reload)).ToBeVisibleAsync();
        await visitor.Say("I see.");
        await maya.Hears("I see.");
        await maya.Say("Plain words.");
        await visitor.HearsOnce("Plain words.");
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task A_part_that_is_no_more_is_said_and_the_question_is_asked_all_the_same()
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage();
        await page.RouteAsync("**/assets/Talk-*", route => route.FulfillAsync(new() { Status = 404 }));
        var visitor = await scene.Visitor(page, watch);
        await visitor.Open();
        await visitor.Question.FillAsync(Question);
        await visitor.Button("Ask").ClickAsync();
        await Expect(visitor.Says(Reload)).ToBeVisibleAsync();
        Assert.Equal([Question], await scene.Said());

        await page.UnrouteAllAsync();
        await page.ReloadAsync();
        await visitor.OpenTalk();
        await visitor.HearsOnce(Question);
    }

    [Theory]
    [InlineData("visitor", "Close")]
    [InlineData("texts", "Close")]
    public async Task An_app_that_is_no_more_is_said_and_no_button_is_dead(string file, string close)
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage(Phone.Options);
        await page.RouteAsync($"**/assets/{file}-*", route => route.FulfillAsync(new() { Status = 404 }));
        var visitor = await scene.Visitor(page, watch);
        await visitor.Launcher.ClickAsync();
        await Expect(visitor.Widget.GetByRole(AriaRole.Alert)).ToContainTextAsync("Please reload the page");
        await visitor.Button(close).ClickAsync();
        await Expect(visitor.Widget.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();

        await page.UnrouteAllAsync();
        await page.ReloadAsync();
        await visitor.Open();
        await Expect(visitor.Widget.GetByText("Please reload the page")).ToHaveCountAsync(0);
    }

    /// <summary>As a later server might say it.</summary>
    private static string Newer(string frame)
    {
        var event_ = frame.Contains("\"target\":\"Event\"", StringComparison.Ordinal);
        if (event_ && frame.Contains("new kind", StringComparison.Ordinal)) return frame.Replace("\"kind\":\"message\"", "\"kind\":\"whisper\",\"mood\":{\"calm\":true}");
        if (event_ && frame.Contains("A picture.", StringComparison.Ordinal)) return frame.Replace("\"kind\":\"message\"", "\"kind\":\"picture\"").Replace("\"A picture.\"", "null");
        if (event_) return frame.Replace("\"state\":\"live\"", "\"state\":\"lively\"").Replace("\"reason\":\"accepted\"", "\"reason\":\"welcomed\"") + "{\"type\":1,\"target\":\"Weather\",\"arguments\":[{\"sun\":true}]}\u001e";
        return frame;
    }
}
