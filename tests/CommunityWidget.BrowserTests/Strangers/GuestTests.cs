using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>What a guest leaves alone, and what it bears.</summary>
public sealed class GuestTests(Stage stage) : IClassFixture<Stage>
{
    // Taken before any script of the page: who listens where, and what the built-in types are made of.
    private const string Keep =
        """
        (() => {
          const listeners = [];
          const add = EventTarget.prototype.addEventListener;
          EventTarget.prototype.addEventListener = function (name, ...rest) {
            if (this === window || this === document || this === document.documentElement || this === document.body || this === window.visualViewport) listeners.push(name);
            return add.call(this, name, ...rest);
          };
          const types = () => Object.fromEntries(Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name) && window[name]?.prototype && name != "CommunityWidget")
            .map((name) => [name, Object.getOwnPropertyNames(window[name].prototype).map((key) => {
              const { value, get, set } = Object.getOwnPropertyDescriptor(window[name].prototype, key);
              return [key, value, get, set];
            })]));
          const handlers = () => [window, document].flatMap((owner) => Object.keys(owner).concat(Object.keys(Object.getPrototypeOf(owner))).filter((name) => /^on/.test(name) && owner[name]));
          window.__kept = { listeners, types, before: types(), names: Object.getOwnPropertyNames(window), handlers };
        })();
        """;

    private const string Changes =
        """
        () => {
          const { listeners, types, before, names, handlers } = window.__kept;
          const now = types();
          const changed = Object.keys(now).filter((name) => !before[name] || now[name].length != before[name].length || now[name].some((entry, at) => entry.some((part, of) => part !== before[name][at][of])));
          const attributes = [document.documentElement, document.body].flatMap((one) => one.getAttributeNames().map((name) => `${one.localName} ${name}`));
          return {
            globals: Object.getOwnPropertyNames(window).filter((name) => !names.includes(name) && name != "__kept"),
            changed, attributes, handlers: handlers(), listeners: [...new Set(listeners)],
          };
        }
        """;

    [Fact]
    public async Task It_adds_one_name_changes_no_type_and_listens_to_nothing_until_its_visitor_acts()
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage();
        // A page of its own to begin with, so that what the test's own tools listen to is not counted.
        await page.AddInitScriptAsync(Keep);
        var visitor = await scene.Stranger(page, watch, "head");
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await visitor.Launcher.HoverAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var before = await page.EvaluateAsync<Traces>(Changes);
        Assert.Equal(["CommunityWidget"], before.Globals);
        Assert.Empty(before.Changed);
        Assert.Empty(before.Handlers);
        Assert.Equal(["html lang"], before.Attributes);
        Assert.DoesNotContain(before.Listeners, name => name != "securitypolicyviolation");

        await visitor.Open();
        await visitor.Question.FillAsync("Is it heavy?");
        await visitor.Question.PressAsync("Enter");
        await visitor.Hears("Is it heavy?");
        var after = await page.EvaluateAsync<Traces>(Changes);
        Assert.Equal(before.Globals, after.Globals);
        Assert.Empty(after.Changed);
        Assert.Empty(after.Handlers);
        Assert.Equal(before.Attributes, after.Attributes);
        Assert.DoesNotContain(after.Listeners, name => name is "unload" or "beforeunload");
    }

    [Fact]
    public async Task Beside_old_libraries_a_whole_conversation_goes_over_the_socket()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var (page, watch) = await scene.NewPage();
        var polls = 0;
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/events", StringComparison.Ordinal)) Interlocked.Increment(ref polls);
        };
        var visitor = await scene.Stranger(page, watch, "old-library");

        await visitor.Ask("Is it made of [\"brass\"]?");
        await maya.Accept("Is it made of [\"brass\"]?");
        await maya.Say("All of it.");
        await visitor.Hears("All of it.");
        await visitor.Say("{\"good\": 1}");
        await maya.Hears("{\"good\": 1}");
        await visitor.End();
        await visitor.Rate(5);
        // Once when it ended, to see how.
        Assert.InRange(polls, 0, 1);
        Assert.Empty(watch.Complaints);
    }

    private sealed record Traces(string[] Globals, string[] Changed, string[] Handlers, string[] Attributes, string[] Listeners)
    {
        public Traces() : this([], [], [], [], [])
        {
        }
    }
}
