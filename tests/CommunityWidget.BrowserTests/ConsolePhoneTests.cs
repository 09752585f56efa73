using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>The console in one hand.</summary>
public sealed class ConsolePhoneTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Which bulb fits the brass one, and is it dimmable from the bedside?";
    private const string Second = "Do you deliver to Belgium?";
    private const string Third = "Is it as bright as the old one?";

    /// <summary>Controls a finger may miss, and whatever is wider than the screen.</summary>
    private const string Misses = """
        () => {
          const found = [];
          for (const control of document.querySelectorAll("button, select, textarea, input, a, summary")) {
            const box = (control.closest("label") ?? control).getBoundingClientRect();
            if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(".skip-link, .bubble") || box.width < 2) continue;
            if (box.height < 43.9 || box.width < 43.9) found.push(`${control.textContent || control.ariaLabel || control.tagName} ${box.width}x${box.height}`);
            if (control.matches("select, textarea, input:not([type=checkbox])") && parseFloat(getComputedStyle(control).fontSize) < 16) found.push(`${control.tagName} is too small to be typed into`);
          }
          const wide = [...document.querySelectorAll("*")].filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "auto");
          if (document.scrollingElement.scrollWidth > innerWidth || wide.length) found.push("scrolls sideways");
          return found;
        }
        """;

    /// <summary>Gives the page the little height a keyboard leaves, as iOS tells it.</summary>
    private const string Keyboard = """
        height => {
          Object.defineProperty(visualViewport, "height", { configurable: true, get: () => height });
          visualViewport.dispatchEvent(new Event("resize"));
        }
        """;

    [Theory, InlineData("en"), InlineData("fr")]
    public async Task Everything_can_be_hit_by_a_thumb_and_what_matters_is_within_its_reach(string language)
    {
        var names = Names.In(language);
        await using var scene = await stage.Open($"data-locale=\"{language}\"");
        var maya = await scene.SuperUser("Maya", Phone.Options, names);
        await maya.BecomeAvailable();
        await Fits(maya, "available");
        await Within(maya.Available);

        var visitor = await scene.Visitor(names: names);
        await visitor.Ask(Question);
        await maya.SeesOffer(Question);
        await Fits(maya, "an offer");
        await Within(maya.Offers.GetByRole(AriaRole.Button, new() { Name = names.Accept, Exact = true }));
        await maya.Accept(Question);
        await maya.Say("An E27.");
        await visitor.Hears("An E27.");
        await Fits(maya, "a talk");
        foreach (var act in new[] { names.Send, names.Release, names.End }) await Within(maya.Talks.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }));
        await Within(maya.Message);

        await (await scene.Visitor(names: names)).Ask(Second);
        await maya.SeesOffer(Second);
        await Fits(maya, "an offer over a talk");
        await maya.Decline(Second);
        await Expect(maya.Undo).ToBeVisibleAsync();
        await Fits(maya, "an offer declined");

        // However many wait already, the one for her stands above them, whole.
        await maya.Page.GoBackAsync();
        await maya.BecomeAway();
        await scene.Wait("Is the cord sold by itself?", "Where was the oak felled?", "Does the shade fade?", "Can two be joined?");
        await maya.BecomeAvailable();
        await (await scene.Visitor(names: names)).Ask(Third);
        await maya.SeesOffer(Third);
        await Within(maya.Offers.GetByRole(AriaRole.Button, new() { Name = names.Accept, Exact = true }));
        await maya.Decline(Third);
        await maya.Page.GoForwardAsync();
        await maya.End();
        await Fits(maya, "a talk that has ended");
        Assert.Empty(maya.Watch.Complaints);
    }

    [Theory, InlineData("en"), InlineData("fr")]
    public async Task Everything_in_the_inbox_can_be_hit_by_a_thumb(string language)
    {
        await using var scene = await stage.Open();
        var sam = await scene.Agent("Sam", Names.In(language), Phone.Options);
        await (await scene.Visitor()).Ask(Question);
        await foreach (var state in sam.TapThrough(Question)) await Fits(sam, state);
        Assert.Empty(sam.Watch.Complaints);
    }

    [Fact]
    public async Task Back_leaves_the_talk_and_not_the_console_and_a_reload_stays_in_it()
    {
        await using var scene = await stage.Open();
        var (maya, _) = await Talking(scene);
        await maya.Message.FillAsync("half a sen");

        await maya.Page.GoBackAsync();
        await Expect(maya.LineOfChat(Question)).ToBeVisibleAsync();
        await Expect(maya.Talks).ToHaveCountAsync(0);
        await maya.Page.GoForwardAsync();
        await Expect(maya.Message).ToHaveValueAsync("half a sen");

        await maya.Page.ReloadAsync();
        await Expect(maya.Message).ToHaveValueAsync("half a sen");
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the list" }).ClickAsync();
        await Expect(maya.LineOfChat(Question)).ToBeVisibleAsync();
        await maya.LineOfChat(Question).ClickAsync();
        await maya.End();
        await maya.PutAway(1);
        await Expect(maya.Available).ToBeVisibleAsync();
        Assert.Equal("/console", new Uri(maya.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_question_knocks_above_the_keyboard_and_covers_nothing_that_is_being_typed()
    {
        await using var scene = await stage.Open();
        var (maya, _) = await Talking(scene);
        await maya.Message.FillAsync("I have one from");
        await maya.Page.EvaluateAsync(Keyboard, 430);
        await (await scene.Visitor()).Ask(Second);
        await maya.SeesOffer(Second);

        await Expect(maya.Message).ToBeFocusedAsync();
        await Expect(maya.Message).ToHaveValueAsync("I have one from");
        await maya.Page.WaitForFunctionAsync("() => document.activeElement.getBoundingClientRect().bottom <= visualViewport.height");
        var (box, strip, log) = (await Box(maya.Message), await Box(maya.Offers), await Box(maya.Talks.GetByRole(AriaRole.Log)));
        Assert.True(box.Y + box.Height <= 430, $"the keyboard covers the Message box, which ends at {box.Y + box.Height}");
        Assert.True(strip.Y + strip.Height <= box.Y, "the question covers the Message box");
        Assert.True(log.Height > 60, $"{log.Height} px of the talk are left");
        Assert.Empty(await maya.Page.EvaluateAsync<string[]>(Misses));

        await maya.Page.EvaluateAsync(Keyboard, 844);
        await maya.Accept(Second);
        await Expect(maya.Offers).ToHaveCountAsync(0);
        await maya.Page.GoBackAsync();
        await Expect(maya.LineOfChat(Question)).ToBeVisibleAsync();
        await Expect(maya.LineOfChat(Second)).ToBeVisibleAsync();
    }

    private static async Task<(ConsolePage Maya, VisitorPage Visitor)> Talking(Scene scene)
    {
        var maya = await scene.SuperUser("Maya", Phone.Options);
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        return (maya, visitor);
    }

    private static async Task Fits(DeskPage console, string state)
    {
        var misses = await console.Page.EvaluateAsync<string[]>(Misses);
        Assert.True(misses.Length == 0, $"{state}: {string.Join("; ", misses)}");
    }

    /// <summary>In the lower half of the screen.</summary>
    private static async Task Within(ILocator control)
    {
        var box = await Box(control);
        Assert.True(box.Y > 422 && box.Y + box.Height <= 844, $"{control} is at {box.Y}");
    }

    private static async Task<LocatorBoundingBoxResult> Box(ILocator control) => (await control.BoundingBoxAsync())!;
}
