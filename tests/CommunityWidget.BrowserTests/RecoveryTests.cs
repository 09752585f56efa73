using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Conversations;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>Lines break in many ways, and a conversation goes on: nothing lost, nothing twice.</summary>
public sealed class RecoveryTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Which screws does the wall one take?";

    [Fact]
    public async Task A_line_that_was_cut_comes_back_with_exactly_what_was_missed()
    {
        await using var scene = await stage.OpenByLine();
        var (visitor, maya) = await Talk(scene);

        scene.Line.Cut();
        await visitor.Say("Are you there?");
        await Expect(visitor.Says("not sent")).ToBeVisibleAsync();
        await visitor.Say("I only have flat ones.");
        await Expect(visitor.Says("Connection lost")).ToBeVisibleAsync();
        await maya.Say("Countersunk ones.");
        await maya.Say("4 by 40.");
        scene.Line.IsDown = false;

        await HearOnce(visitor, "Countersunk ones.", "4 by 40.", "Are you there?", "I only have flat ones.");
        await maya.Hears("I only have flat ones.");
        await Expect(visitor.Says("Connection lost")).ToHaveCountAsync(0);
        Assert.Equal([Question, "Are you there?", "I only have flat ones."], await scene.Said());
    }

    [Theory]
    [InlineData("silent", 31_000)]
    [InlineData("asleep", 3_600_000)]
    public async Task A_socket_that_is_open_and_silent_is_noticed_by_the_clock(string how, int milliseconds)
    {
        await using var scene = await stage.OpenByLine();
        var (page, watch) = await scene.NewPage();
        await page.Clock.InstallAsync();
        var (visitor, maya) = await Talk(scene, await scene.Visitor(page, watch));
        await Expect(visitor.Says("seen")).ToBeVisibleAsync();

        scene.Line.SwallowsSockets = true;
        await maya.Say("Countersunk ones.");
        await Expect(maya.Message).ToHaveValueAsync("");
        await Expect(visitor.Says("Countersunk ones.")).ToHaveCountAsync(0);
        // Asleep no timer runs; each is due once when the machine wakes.
        if (how == "asleep") await page.Clock.FastForwardAsync(milliseconds);
        else await page.Clock.RunForAsync(milliseconds);

        await visitor.HearsOnce("Countersunk ones.");
        await visitor.Say("Thank you.");
        await maya.Hears("Thank you.");
        Assert.Equal([Question, "Thank you."], await scene.Said());
    }

    [Fact]
    public async Task Where_sockets_are_blocked_polling_takes_over_without_a_word_lost()
    {
        await using var scene = await stage.OpenByLine();
        scene.Line.RefusesSockets = true;
        var (visitor, maya) = await Talk(scene);

        await maya.Say("Countersunk ones.");
        await visitor.HearsOnce("Countersunk ones.");
        await Expect(visitor.Says("Connection lost")).ToHaveCountAsync(0);
        scene.Line.Cut();
        await visitor.Say("How long?");
        await Expect(visitor.Says("not sent")).ToBeVisibleAsync();
        await maya.Say("4 by 40.");
        scene.Line.IsDown = false;

        await HearOnce(visitor, "How long?", "4 by 40.");
        await maya.Hears("How long?");
        Assert.NotEqual(0, scene.Line.SocketsWanted);
        Assert.Equal([Question, "How long?"], await scene.Said());
    }

    [Fact]
    public async Task A_push_lost_in_the_middle_and_a_lost_last_one_are_fetched()
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage();
        await page.RouteWebSocketAsync(_ => true, socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                // Pushed once, and lost.
                if (frame.Text?.Contains("\"target\":\"Event\"") != true || !frame.Text.Contains("lost on the way")) socket.Send(frame.Text!);
            });
        });
        var (visitor, maya) = await Talk(scene, await scene.Visitor(page, watch));

        await maya.Say("One, lost on the way.");
        await maya.Say("Two, which arrives.");
        await HearOnce(visitor, "One, lost on the way.", "Two, which arrives.");

        await maya.Say("Three, lost on the way.");
        await Expect(maya.Message).ToHaveValueAsync("");
        await scene.Get<TellHeads>().Run();
        await visitor.HearsOnce("Three, lost on the way.");
        Assert.Equal(
            ["One, lost on the way.", "Two, which arrives.", "Three, lost on the way."],
            await visitor.Conversation.Locator(".group:not(.mine) .bubble").AllInnerTextsAsync());
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task A_page_that_knows_more_than_a_restored_server_takes_the_servers_word()
    {
        await using var scene = await stage.OpenByLine();
        var (visitor, maya) = await Talk(scene);
        await maya.Say("Countersunk ones.");
        await visitor.HearsOnce("Countersunk ones.");
        var (_, _, thread) = await scene.OnlyConversation();

        scene.Line.Cut();
        await scene.Write(async tx =>
        {
            await tx.Execute("delete from events where thread = @Id and seq = @LastSeq", new { thread.Id, thread.LastSeq });
            await tx.Execute("update threads set last_seq = last_seq - 1 where id = @Id", new { thread.Id });
        });
        scene.Line.IsDown = false;

        await Expect(visitor.Says("Countersunk ones.")).ToHaveCountAsync(0);
        await visitor.HearsOnce(Question);
        await visitor.Say("So, which ones?");
        await visitor.HearsOnce("So, which ones?");
        // The browser keeps it until the server has it.
        await visitor.Page.WaitForFunctionAsync("() => !Object.values(localStorage).some(kept => kept.includes('So, which ones?'))");
        Assert.Equal([Question, "So, which ones?"], await scene.Said());
    }

    [Fact]
    public async Task A_visit_the_server_does_not_know_any_more_begins_anew_and_keeps_what_was_typed()
    {
        await using var scene = await stage.OpenByLine();
        var (visitor, _) = await Talk(scene);
        var (known, _, _) = await scene.OnlyConversation();
        scene.Line.Cut();
        await visitor.Say("On its way.");
        await Expect(visitor.Says("not sent")).ToBeVisibleAsync();
        await visitor.Message.FillAsync("Half a sentence");
        await scene.Write(tx => tx.Execute("update visitors set token_hash = 'restored' where id = @Id", new { known.Id }));
        scene.Line.IsDown = false;

        await Expect(visitor.Question).ToHaveValueAsync("On its way.\nHalf a sentence");
        await Expect(visitor.Says("Your visit here had expired.")).ToBeVisibleAsync();
        await visitor.Button("Ask").ClickAsync();
        await visitor.HearsOnce("On its way.\nHalf a sentence");
        Assert.Equal(2, await scene.Visitors());
    }

    [Theory]
    [InlineData("refused", "for (const shelf of ['localStorage', 'sessionStorage']) Object.defineProperty(window, shelf, { get() { throw new DOMException('no', 'SecurityError'); } });")]
    [InlineData("full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")]
    public async Task Storage_that_is_refused_or_full_is_said_and_the_conversation_works(string how, string spoil)
    {
        await using var scene = await stage.Open();
        var (page, watch) = await scene.NewPage();
        await page.AddInitScriptAsync(spoil);
        var (visitor, maya) = await Talk(scene, await scene.Visitor(page, watch));

        await Expect(visitor.Says("Your browser cannot store this conversation")).ToBeVisibleAsync();
        await visitor.Say($"My storage is {how}.");
        await maya.Hears($"My storage is {how}.");
        await maya.Say("Never mind.");
        await visitor.HearsOnce("Never mind.");
        await visitor.End();
        await visitor.Rate(5);
        Assert.Empty(visitor.Watch.Complaints);
    }

    private static async Task HearOnce(VisitorPage visitor, params string[] texts)
    {
        foreach (var text in texts) await visitor.HearsOnce(text);
    }

    private static async Task<(VisitorPage Visitor, ConsolePage Maya)> Talk(Scene scene, VisitorPage? prepared = null)
    {
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var visitor = prepared ?? await scene.Visitor();
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await Expect(visitor.Says("Maya is here for you")).ToBeVisibleAsync();
        return (visitor, maya);
    }
}
