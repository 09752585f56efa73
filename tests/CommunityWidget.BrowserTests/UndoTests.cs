using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Ten seconds to take "Not for me" and "End conversation" back.</summary>
public sealed class UndoTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Is the switch on the cable?", Another = "How long is the cable?";

    [Fact]
    public async Task Not_for_me_is_taken_back_by_keyboard_and_the_question_can_be_accepted()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        // Someone else still thinks about it: else it would have gone on to the team.
        var leo = await scene.SuperUser("Leo");
        await maya.BecomeAvailable();
        await leo.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.SeesOffer(Question);

        await maya.Offers.GetByRole(AriaRole.Button, new() { Name = "Not for me" }).FocusAsync();
        await maya.Page.Keyboard.PressAsync("Enter");
        await Expect(maya.Undo).ToBeVisibleAsync();
        await maya.Page.Keyboard.PressAsync("Tab");
        await Expect(maya.Undo).ToBeFocusedAsync();
        await maya.Page.Keyboard.PressAsync("Enter");

        await maya.Accept(Question);
        await Expect(visitor.Says("Maya is here for you")).ToBeVisibleAsync();
        // Looking closely may take longer than there is to take it back.
        await (await scene.Visitor()).Ask(Another);
        await maya.SeesOffer(Another);
        await maya.Decline(Another);
        await Expect(maya.Undo).ToBeVisibleAsync();
        await maya.Page.IsClean("not for me");
        Assert.Empty(maya.Watch.Complaints);
    }

    [Fact]
    public async Task An_ending_is_taken_back_even_when_the_line_drops_meanwhile()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        var line = await ConsoleLine.Hold(maya.Page);
        await maya.Message.FillAsync("half a sen");

        await maya.End();
        await Expect(maya.Undo).ToBeVisibleAsync();
        await line.Cut();
        await maya.Undo.ClickAsync();
        await Expect(maya.Talks).ToContainTextAsync("Taking it back…");
        line.Mend();

        await Expect(maya.Message).ToHaveValueAsync("half a sen");
        await maya.Say("It is.");
        await visitor.Hears("It is.");
        await maya.End();
        await Expect(maya.Undo).ToBeVisibleAsync();
        await maya.Page.IsClean("ended");
    }
}
