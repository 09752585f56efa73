using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>One visitor, two tabs of the same shop.</summary>
public sealed class TabsTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Will two of them fit on one shelf?";

    [Fact]
    public async Task Both_tabs_show_everything_once_and_know_what_was_read()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var one = await scene.Visitor();
        await one.Ask(Question);
        await maya.Accept(Question);
        var other = await scene.AnotherTab(one);
        await other.OpenTalk();

        string[] words = ["From the first tab.", "From the other tab.", "From the first again."];
        await one.Say(words[0]);
        await other.HearsOnce(words[0]);
        await other.Say(words[1]);
        await one.HearsOnce(words[1]);
        await one.Say(words[2]);
        await maya.Hears(words[2]);
        foreach (var tab in new[] { one, other })
        {
            foreach (var text in words) await tab.HearsOnce(text);
            await Expect(tab.Says("seen")).ToBeVisibleAsync();
        }

        // Read in one is read in the other.
        await other.Button("Close").ClickAsync();
        await one.Button("Close").ClickAsync();
        await maya.Say("They do.");
        await Expect(other.Widget.GetByText("1 new message")).ToBeAttachedAsync();
        await one.OpenTalk();
        await one.HearsOnce("They do.");
        await Expect(other.Widget.GetByText("1 new message")).Not.ToBeAttachedAsync();

        await other.OpenTalk();
        await one.End();
        await Expect(other.Says("The conversation has ended")).ToHaveCountAsync(1);
        Assert.Equal([Question, .. words], await scene.Said());
        Assert.Empty(one.Watch.Complaints);
    }

    [Fact]
    public async Task What_is_asked_in_one_tab_shows_in_the_other_when_it_acts()
    {
        await using var scene = await stage.Open();
        var one = await scene.Visitor();
        var other = await scene.AnotherTab(one);
        await other.Open();
        await other.Question.FillAsync("Half a");
        await one.Ask(Question);

        await other.HearsOnce(Question);
        await Expect(other.Message).ToHaveValueAsync("Half a");
        await other.Say("Half a metre deep.");
        await one.HearsOnce("Half a metre deep.");
        Assert.Equal([Question, "Half a metre deep."], await scene.Said());
        Assert.Equal(1, await scene.Visitors());
        Assert.Empty(one.Watch.Complaints);
    }

    [Fact]
    public async Task A_message_that_both_tabs_know_to_be_on_its_way_is_sent_once()
    {
        await using var scene = await stage.OpenByLine();
        scene.Line.RefusesSockets = true;
        var one = await scene.Visitor();
        await one.Ask(Question);

        // The first tab's request is held; the second tab opens, finds the message on its way and sends it.
        var held = new TaskCompletionSource();
        await one.Page.RouteAsync("**/api/threads/*/events", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await one.Say("On its way.");
        await Expect(one.Says("sending")).ToBeVisibleAsync();
        var other = await scene.AnotherTab(one);
        await other.OpenTalk();
        await other.HearsOnce("On its way.");
        held.SetResult();

        foreach (var tab in new[] { one, other })
        {
            await Expect(tab.Says("sent")).ToBeVisibleAsync();
            await tab.HearsOnce("On its way.");
        }
        Assert.Equal([Question, "On its way."], await scene.Said());
    }

    [Fact]
    public async Task Shutting_down_in_one_tab_forgets_in_both()
    {
        await using var scene = await stage.Open();
        var one = await scene.Visitor();
        await one.Ask(Question);
        await one.Message.FillAsync("Half a");
        var other = await scene.AnotherTab(one);
        await other.OpenTalk();

        await one.Page.EvaluateAsync("CommunityWidget.shutdown()");
        await Expect(one.Launcher).ToHaveCountAsync(0);
        await Expect(other.Question).ToHaveValueAsync("");
        foreach (var tab in new[] { one, other })
            Assert.Equal(0, await tab.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Empty(one.Watch.Complaints);
    }
}
