using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Several talks beside each other on a desktop, and all of it from the keyboard.</summary>
public sealed class SideBySideTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Questions = ["Is the foot heavy?", "Is the cable long?", "Is the shade round?"];

    [Fact]
    public async Task Three_talks_stand_side_by_side_each_with_all_it_needs_and_can_be_closed_and_opened_again()
    {
        await using var scene = await stage.Open();
        var (sam, visitors) = await ThreeTalks(scene);

        for (var i = 0; i < 3; i++)
        {
            var talk = sam.Talk(Questions[i]);
            await talk.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true }).FillAsync($"Answer {i}");
            foreach (var act in new[] { "Release", "End conversation" }) await Expect(talk.GetByRole(AriaRole.Button, new() { Name = act, Exact = true })).ToBeVisibleAsync();
            await talk.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
            await visitors[i].Hears($"Answer {i}");
        }
        await sam.Page.IsClean("three talks");

        await sam.Talk(Questions[1]).GetByRole(AriaRole.Button, new() { Name = "Close this column" }).ClickAsync();
        await Expect(sam.Talks).ToHaveCountAsync(2);
        await sam.LineOfChat("Answer 1").ClickAsync();
        await Expect(sam.Talks).ToHaveCountAsync(3);
        await Expect(sam.MessageOf(Questions[1])).ToBeFocusedAsync();

        await sam.Page.SetViewportSizeAsync(1200, 800);
        await Expect(sam.Talks).ToHaveCountAsync(2);
        await Expect(sam.Talk(Questions[1])).ToBeVisibleAsync();
        await sam.Page.SetViewportSizeAsync(1000, 800);
        await Expect(sam.Talks).ToHaveCountAsync(1);
        Assert.Empty(sam.Watch.Complaints);
    }

    [Fact]
    public async Task A_member_works_from_the_keyboard_alone()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya", new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await Expect(maya.Available).ToBeEnabledAsync();
        var keys = maya.Page.Keyboard;
        await keys.PressAsync("v");
        await Expect(maya.Available).ToHaveAttributeAsync("aria-checked", "true");
        var visitor = await scene.Visitor();
        await visitor.Ask(Questions[0]);
        await maya.SeesOffer(Questions[0]);
        await keys.PressAsync("a");
        await Expect(maya.MessageOf(Questions[0])).ToBeFocusedAsync();

        // While something is being typed no letter is more than a letter.
        const string everyKey = "anujkmxvre123? REXVANUJKM";
        await keys.TypeAsync(everyKey);
        await Expect(maya.MessageOf(Questions[0])).ToHaveValueAsync(everyKey);
        await keys.PressAsync("Enter");
        await visitor.Hears(everyKey);

        var other = await scene.Visitor();
        await other.Ask(Questions[1]);
        await maya.SeesOffer(Questions[1]);
        await keys.PressAsync("Escape");
        await keys.PressAsync("a");
        await Expect(maya.MessageOf(Questions[1])).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("1");
        await Expect(maya.MessageOf(Questions[0])).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("j");
        await Expect(maya.MessageOf(Questions[1])).ToBeFocusedAsync();

        await keys.PressAsync("Escape");
        await keys.PressAsync("e");
        await keys.PressAsync("Shift+E");
        await Expect(maya.Talk(Questions[1])).ToContainTextAsync("This conversation has ended");
        await keys.PressAsync("u");
        await Expect(maya.MessageOf(Questions[1])).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("Shift+R");
        await Expect(maya.Talks).ToHaveCountAsync(1);
        await Expect(maya.MessageOf(Questions[0])).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("?");
        await Expect(maya.Page.GetByRole(AriaRole.Dialog, new() { Name = "How it works" })).ToBeVisibleAsync();
        await maya.Page.IsClean("help sheet");
        await keys.PressAsync("Escape");
        await keys.PressAsync("v");
        await Expect(maya.Available).ToHaveAttributeAsync("aria-checked", "false");
        Assert.Empty(maya.Watch.Complaints);
    }

    private static async Task<(InboxPage Sam, VisitorPage[] Visitors)> ThreeTalks(Scene scene)
    {
        var sam = await scene.Agent("Sam");
        await sam.Page.SetViewportSizeAsync(1440, 900);
        await sam.BecomeAvailable();
        var visitors = new VisitorPage[3];
        for (var i = 0; i < 3; i++)
        {
            visitors[i] = await scene.Visitor();
            await visitors[i].Ask(Questions[i]);
            await sam.Take(Questions[i]);
        }
        return (sam, visitors);
    }
}
