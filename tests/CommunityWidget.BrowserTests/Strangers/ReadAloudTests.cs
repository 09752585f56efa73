using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>The tree a screen reader walks.</summary>
public sealed class ReadAloudTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Each_message_is_there_once_under_the_names_that_were_promised()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Stranger("inheritance");
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        Assert.Equal(
            """
            - region "Ask the community":
              - button "Ask the community"
            """.ReplaceLineEndings("\n"), await visitor.Widget.AriaSnapshotAsync());

        string[] said = ["Which bulb fits?", "An E27 of at most 60 W.", "A globe too?", "Globes fit as well."];
        await visitor.Ask(said[0]);
        await maya.Accept(said[0]);
        await maya.Say(said[1]);
        await visitor.Hears(said[1]);
        await visitor.Say(said[2]);
        await maya.Hears(said[2]);
        await maya.Say(said[3]);
        await visitor.Hears(said[3]);
        await Expect(visitor.Says("seen")).ToBeVisibleAsync();

        var tree = await visitor.Widget.AriaSnapshotAsync();
        foreach (var text in said) Assert.Single(tree.Split('\n'), line => line.Contains(text, StringComparison.Ordinal));
        string[] promised = ["dialog \"Maison Essai: ask the community\"", "log \"Conversation\"", "textbox \"Message\"", "button \"Send\"", "button \"Close\"", "button \"End conversation\""];
        foreach (var name in promised) Assert.Single(tree.Split('\n'), line => line.Contains(name, StringComparison.Ordinal));

        await visitor.End();
        await Expect(visitor.Rating).ToBeVisibleAsync();
        tree = await visitor.Widget.AriaSnapshotAsync();
        foreach (var text in said) Assert.Single(tree.Split('\n'), line => line.Contains(text, StringComparison.Ordinal));
        promised = ["group \"How was it?\"", "radio \"1\"", "radio \"2\"", "radio \"3\"", "radio \"4\"", "radio \"5\"", "button \"Send rating\""];
        foreach (var name in promised) Assert.Single(tree.Split('\n'), line => line.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_of_others_are_announced_and_ones_own_are_not()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = await scene.Stranger("plain");
        await visitor.Ask("Is it loud?");
        await maya.Accept("Is it loud?");
        await maya.Say("Silent.");
        await visitor.Hears("Silent.");
        // Live by the role of the log, unless something nearer says otherwise.
        Assert.Equal(["off Is it loud?", "polite Silent."], await visitor.Conversation.EvaluateAsync<string[]>(
            "log => [...log.querySelectorAll('.bubble')].map(one => `${one.closest('[aria-live]')?.ariaLive ?? 'polite'} ${one.textContent}`)"));
    }
}
