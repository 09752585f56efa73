using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>A console whose line, tab, session or storage fails: nothing typed is lost, nothing said is said twice.</summary>
public sealed class ConsoleRecoveryTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Is the shade linen or cotton?";
    private const string Answer = "Linen, woven in Flanders.";

    private const string NoStorage = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })";
    private const string FullStorage = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";

    /// <summary>Counts how often the console rings: it plays two notes.</summary>
    private const string Bell = """
        window.bells = 0;
        const plug = { connect: next => next };
        window.AudioContext = class {
          state = "running"; currentTime = 0; destination = plug;
          resume() {}
          createOscillator() { return { ...plug, frequency: {}, start: () => bells += 0.5, stop() {} }; }
          createGain() { return { ...plug, gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} } }; }
        };
        """;

    [Fact]
    public async Task Where_sockets_are_blocked_a_member_does_everything_by_asking_every_few_seconds()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        var line = await ConsoleLine.Hold(maya.Page, blocksSockets: true);
        await Expect(maya.Hint).ToContainTextAsync("news comes every few seconds");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();

        await visitor.Ask(Question);
        await maya.Accept(Question);
        await maya.Say(Answer);
        await visitor.Hears(Answer);
        await visitor.Say("How lovely.");
        await maya.Hears("How lovely.");
        await maya.End();
        await maya.Undo.ClickAsync();
        await Expect(maya.Message).ToBeVisibleAsync();
        await maya.Say("One more thing: wash it cold.");
        await visitor.Hears("wash it cold");

        Assert.NotEqual(0, line.Blocked);
        Assert.Empty(maya.Watch.Complaints);
    }

    [Fact]
    public async Task A_message_written_while_the_line_is_down_goes_by_itself_once_and_in_its_order()
    {
        await using var scene = await stage.Open();
        var (maya, visitor) = await Talking(scene);
        var line = await ConsoleLine.Hold(maya.Page);
        await Expect(maya.Message).ToBeVisibleAsync();

        await line.Cut();
        await Expect(maya.Alert).ToContainTextAsync("Connection lost");
        await maya.Say(Answer);
        await maya.Say("And it can be washed.");
        await Expect(maya.Unsent).ToHaveCountAsync(2);
        await maya.Message.FillAsync("half a sen");
        await visitor.Say("Are you there?");

        line.Mend();
        await visitor.Hears("And it can be washed.");
        await maya.Hears("Are you there?");
        await Expect(maya.Unsent).ToHaveCountAsync(0);
        await Expect(maya.Alert).ToBeEmptyAsync();
        await Expect(maya.Message).ToHaveValueAsync("half a sen");
        Assert.Equal(["Linen, woven in Flanders.", "And it can be washed."], await maya.Talks.Locator("[data-own=true] .bubble").AllInnerTextsAsync());
    }

    [Fact]
    public async Task A_line_that_is_open_on_one_side_only_is_given_up_and_nothing_said_meanwhile_is_lost()
    {
        await using var scene = await stage.Open();
        var (maya, visitor) = await Talking(scene);
        var line = await ConsoleLine.Hold(maya.Page);
        await Expect(maya.Message).ToBeVisibleAsync();

        line.GoDumb();
        await visitor.Say("Hello?");
        await maya.Say(Answer);

        await visitor.Hears(Answer);
        await maya.Hears("Hello?");
        await Expect(maya.Bubbles(Answer)).ToHaveCountAsync(1);
        await Expect(maya.Unsent).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reload_in_the_middle_of_a_send_sends_it_once()
    {
        await using var scene = await stage.Open();
        var (maya, visitor) = await Talking(scene);
        var line = await ConsoleLine.Hold(maya.Page);
        await Expect(maya.Message).ToBeVisibleAsync();

        // Sent into a line that carries nothing; the page is gone before it finds out.
        line.GoDumb();
        await maya.Say(Answer);
        await Expect(maya.Talks).ToContainTextAsync("Sending");
        await maya.Message.FillAsync("half a sen");
        await maya.Page.ReloadAsync();

        await visitor.Hears(Answer);
        await Expect(maya.Bubbles(Answer)).ToHaveCountAsync(1);
        await Expect(maya.Message).ToHaveValueAsync("half a sen");
        await Expect(maya.Unsent).ToHaveCountAsync(0);
        await maya.Page.ReloadAsync();
        await Expect(maya.Bubbles(Answer)).ToHaveCountAsync(1);
        await Expect(visitor.Conversation.GetByText(Answer)).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(NoStorage)]
    [InlineData(FullStorage)]
    public async Task Where_the_browser_keeps_nothing_the_console_works_and_says_so(string storage)
    {
        await using var scene = await stage.Open();
        var (maya, visitor) = await Talking(scene, storage);

        await Expect(maya.Hint).ToContainTextAsync("This browser keeps nothing");
        await maya.Say(Answer);
        await visitor.Hears(Answer);
        Assert.Empty(maya.Watch.Complaints);
    }

    [Fact]
    public async Task When_the_session_is_over_the_console_says_so_and_signing_in_brings_everything_back()
    {
        await using var scene = await stage.Open();
        var (maya, visitor) = await Talking(scene);
        await maya.Page.Context.ClearCookiesAsync();

        // The page learns it with its next question to the server.
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Conversations of others" }).ClickAsync();
        await Expect(maya.Alert).ToContainTextAsync("You are signed out");
        await maya.Say(Answer);
        await Expect(maya.Unsent).ToBeVisibleAsync();
        await maya.Message.FillAsync("half a sen");

        await maya.Alert.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await scene.FillSignIn(maya.Page, "Maya");
        await maya.Page.WaitForURLAsync("**/console**");
        await visitor.Hears(Answer);
        await Expect(maya.Bubbles(Answer)).ToHaveCountAsync(1);
        await Expect(maya.Message).ToHaveValueAsync("half a sen");
    }

    [Fact]
    public async Task Two_tabs_of_one_member_show_the_same_and_ring_once()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.Page.Context.AddInitScriptAsync(Bell);
        await maya.Page.ReloadAsync();
        await maya.BecomeAvailable();
        var second = new ConsolePage(new(await maya.Page.Context.NewPageAsync(), maya.Watch), Names.English);
        await second.Page.GotoAsync(maya.Page.Url);
        await Expect(second.Available).ToHaveAttributeAsync("aria-checked", "true");
        await second.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();

        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.SeesOffer(Question);
        await second.SeesOffer(Question);
        await maya.Accept(Question);
        await second.LineOfChat(Question).ClickAsync();
        await maya.Message.FillAsync("half a sen");
        await Expect(second.Message).ToHaveValueAsync("half a sen");
        await second.Say(Answer);
        await visitor.Hears(Answer);
        await maya.Hears(Answer);
        await Expect(maya.Bubbles(Answer)).ToHaveCountAsync(1);
        await Expect(maya.Message).ToHaveValueAsync("");

        Assert.Equal(1, await maya.Page.EvaluateAsync<int>("bells") + await second.Page.EvaluateAsync<int>("bells"));
        Assert.Empty(maya.Watch.Complaints);
    }

    [Fact]
    public async Task Back_from_another_page_what_was_said_meanwhile_is_there()
    {
        await using var scene = await stage.Open();
        var (maya, visitor) = await Talking(scene);
        await maya.Page.GotoAsync($"{scene.Origin}/answers/{scene.Slug}");
        await visitor.Say("Or is it silk?");
        await visitor.Hears("Or is it silk?");

        await maya.Page.GoBackAsync();

        await maya.Hears("Or is it silk?");
        await maya.Say(Answer);
        await visitor.Hears(Answer);
        Assert.Empty(maya.Watch.Complaints);
    }

    private static async Task<(ConsolePage Maya, VisitorPage Visitor)> Talking(Scene scene, string? before = null)
    {
        var maya = await scene.SuperUser("Maya");
        if (before is not null)
        {
            await maya.Page.AddInitScriptAsync(before);
            await maya.Page.ReloadAsync();
        }
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        return (maya, visitor);
    }
}
