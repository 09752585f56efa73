using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>A shop's pages change while somebody talks: what was typed, asked or sent is there on the next page, once.</summary>
public sealed class NavigationTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    private const string Question = "Does the cord come in black?";

    /// <summary>Presses and goes away after so many milliseconds; at once when there are none.</summary>
    private const string PressAndLeave = """
        (button, [after, to]) => {
          button.click();
          if (after) setTimeout(() => location.assign(to), after);
          else location.assign(to);
        }
        """;

    /// <summary>Notes what stood under each of the visitor's messages when the page went away.</summary>
    private const string NoteOnLeaving = """
        addEventListener("pagehide", () => {
          const log = document.querySelector("community-widget")?.shadowRoot.querySelector("[role=log]");
          const mine = [...(log?.querySelectorAll(".mine .bubble") ?? [])];
          sessionStorage.setItem("noted", JSON.stringify(mine.map((bubble) => [bubble.innerText, bubble.nextElementSibling?.innerText ?? ""])));
        });
        """;

    private const string Noted = "() => JSON.parse(sessionStorage.getItem('noted'))";

    [Fact]
    public async Task A_message_is_neither_lost_nor_doubled_when_its_page_goes_away_within_fifty_milliseconds()
    {
        var rounds = Rounds.Of("NAVIGATION_ROUNDS", 25);
        await using var scene = await stage.OpenByLine();
        var (page, watch) = await scene.NewPage();
        await page.AddInitScriptAsync(NoteOnLeaving);
        var visitor = await scene.Visitor(page, watch);
        await visitor.Ask(Question);
        var said = new List<string> { Question };
        var (shownSent, onTheirWay, restored) = (0, 0, 0);

        for (var round = 0; round < rounds; round++)
        {
            scene.Line.Delay = TimeSpan.FromMilliseconds(round % 4 * 12);
            var (first, second) = ($"Round {round}, one.", $"Round {round}, two.");
            said.AddRange([first, second]);
            await visitor.Say(first);
            await visitor.Message.FillAsync(second);
            var to = round % 2 == 0 ? "/lamp" : "/";
            await visitor.Button("Send").EvaluateAsync(PressAndLeave, new object[] { round * 51 / rounds, to });
            await Expect(page).ToHaveURLAsync(scene.Shop.Origin + to);
            var noted = await page.EvaluateAsync<string[][]>(Noted);
            var pending = noted.Where(one => one[1].StartsWith("sending", StringComparison.Ordinal) || one[1].StartsWith("not sent", StringComparison.Ordinal)).Select(one => one[0]).ToList();
            Assert.Contains(second, noted.Select(one => one[0]));
            shownSent += new[] { first, second }.Except(pending).Count();
            onTheirWay += pending.Count;

            await visitor.OpenTalk();
            foreach (var text in new[] { first, second }) await visitor.HearsOnce(text);
            restored += pending.Count;
        }

        scene.Line.Delay = TimeSpan.Zero;
        await Expect(visitor.Says("sending")).ToHaveCountAsync(0);
        var stored = await scene.Said();
        output.WriteLine($"{rounds} navigations, {said.Count - 1} messages: {shownSent} shown as sent when the page went away, {onTheirWay} on their way, {restored} of them shown again on the next page; "
            + $"lost {said.Except(stored).Count()}, doubled {stored.Count - stored.Distinct().Count()}");
        Assert.Equal(said, stored);
        Assert.Equal(said, (await visitor.Conversation.Locator(".mine .bubble").AllInnerTextsAsync()));
        Assert.Equal(onTheirWay, restored);
        Assert.NotEqual(0, onTheirWay);
    }

    [Fact]
    public async Task A_question_whose_page_goes_away_is_asked_on_the_next_one_and_once()
    {
        var rounds = Rounds.Of("NAVIGATION_ROUNDS", 25) / 5;
        await using var scene = await stage.OpenByLine();
        var asked = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            scene.Line.Delay = TimeSpan.FromMilliseconds(round % 3 * 10);
            var visitor = await scene.Visitor();
            await visitor.Open();
            asked.Add($"Question {round}?");
            await visitor.Question.FillAsync(asked[round]);
            await visitor.Button("Ask").EvaluateAsync(PressAndLeave, new object[] { round * 51 / rounds, "/lamp" });
            await Expect(visitor.Page).ToHaveURLAsync(scene.Shop.Origin + "/lamp");
            await visitor.OpenTalk();
            await visitor.HearsOnce(asked[round]);
            await Expect(visitor.Message).ToHaveValueAsync("");
        }
        Assert.Equal(asked, await scene.Said());
    }

    [Fact]
    public async Task What_is_typed_and_not_sent_is_in_the_box_on_the_next_page()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Visitor();
        await visitor.Open();
        await visitor.Question.FillAsync("Does the cord");
        await visitor.GoTo("A lamp");
        await visitor.Launcher.ClickAsync();
        await Expect(visitor.Question).ToHaveValueAsync("Does the cord");

        await visitor.Question.FillAsync(Question);
        await visitor.Button("Ask").ClickAsync();
        await visitor.Hears(Question);
        await visitor.Message.FillAsync("Or in whi");
        await visitor.GoTo("Home");
        await visitor.OpenTalk();
        await Expect(visitor.Message).ToHaveValueAsync("Or in whi");
        Assert.Equal([Question], await scene.Said());
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task A_page_that_comes_back_as_it_was_goes_on_at_once()
    {
        var rounds = Rounds.Of("BACK_ROUNDS", 5);
        await using var whole = await Chromium.Start(whole: true);
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        var (page, watch) = await scene.NewPage(browser: whole.Browser);
        await page.AddInitScriptAsync("window.comebacks = 0; addEventListener('pageshow', (event) => window.comebacks += event.persisted)");
        var visitor = await scene.Visitor(page, watch);
        await visitor.Ask(Question);
        await maya.Accept(Question);
        await Expect(visitor.Says("Maya is here for you")).ToBeVisibleAsync();

        for (var round = 0; round < rounds; round++)
        {
            await page.EvaluateAsync("location.assign('/lamp')");
            await Expect(page).ToHaveURLAsync(scene.Shop.Origin + "/lamp");
            await maya.Say($"Said meanwhile, {round}.");
            await page.EvaluateAsync("history.back()");
            await Expect(page).ToHaveURLAsync(scene.Shop.Origin + "/");
            await visitor.HearsOnce($"Said meanwhile, {round}.");
            await visitor.Say($"Heard, {round}.");
            await maya.Hears($"Heard, {round}.");
        }
        var comebacks = await page.EvaluateAsync<int>("window.comebacks");
        output.WriteLine($"{comebacks} of {rounds} pages came back as they were");
        Assert.InRange(comebacks, rounds * 0.95, rounds);
        Assert.Empty(visitor.Watch.Complaints);
    }
}
