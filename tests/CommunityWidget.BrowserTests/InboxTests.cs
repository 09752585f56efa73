using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>The agents' inbox: each of its features by keyboard, and two agents before one thread.</summary>
public sealed class InboxTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the harpsichord need a humid room?";

    [Fact]
    public async Task All_super_users_decline_and_an_agent_does_all_the_rest_by_keyboard()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        var sam = await scene.Agent("Sam");
        await maya.BecomeAvailable();
        await sam.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await maya.SeesOffer(Question);
        await maya.Decline(Question);
        await maya.BecomeAway();

        // What waits, with its clock; what the community said, before it is taken.
        await sam.PointAt(Question);
        await Expect(sam.Line(Question)).ToContainTextAsync("Answer due in 15 min");
        await sam.Press("o");
        await Expect(sam.Story).ToContainTextAsync("Maya declined after");
        await Expect(sam.Talk(Question)).ToBeVisibleAsync();

        // Tags, a note, and out of the way until the visitor writes.
        await sam.PressFor("l");
        await sam.Page.Keyboard.TypeAsync("Humidity");
        await sam.Press("Enter");
        await Expect(sam.Sheet.Locator(".tag")).ToContainTextAsync("humidity");
        await sam.Press("Escape");
        await Expect(sam.Sheet).ToHaveCountAsync(0);
        await sam.Press("i");
        await Expect(sam.NoteBox).ToBeFocusedAsync();
        await sam.Page.Keyboard.TypeAsync("The maker says 50 %.");
        await sam.Press("Enter");
        await Expect(sam.Bubbles("The maker says 50 %.")).ToBeVisibleAsync();
        await sam.NoteBox.PressAsync("Escape");
        await sam.PointAt(Question);
        await sam.PressFor("z");
        await sam.Press("Tab");
        await sam.Press("Enter");
        await Expect(sam.Sheet).ToHaveCountAsync(0);
        await Expect(sam.Line(Question)).ToBeFocusedAsync();
        await sam.TurnTo("Snoozed");
        await Expect(sam.Line(Question)).ToBeVisibleAsync();
        await visitor.Say("Are you there?");
        await Expect(sam.Line(Question)).ToHaveCountAsync(0);
        await sam.TurnTo("Unassigned");

        // Taken, and answered with a reply that is kept first.
        await sam.PointAt(Question);
        await sam.Press("t");
        await Expect(sam.Message).ToBeFocusedAsync();
        await sam.Press("/");
        await Expect(sam.Sheet.GetByLabel("Search replies")).ToBeFocusedAsync();
        await sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "New reply" }).PressAsync("Enter");
        await sam.Sheet.GetByLabel("Title").FillAsync("Humid rooms");
        await sam.Sheet.GetByLabel("Text", new() { Exact = true }).FillAsync("{{agent}} here: about 50 % is fine.");
        await sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "Save" }).PressAsync("Enter");
        await sam.Sheet.GetByLabel("Search replies").FillAsync("humid");
        await Expect(sam.Sheet.GetByRole(AriaRole.Option)).ToContainTextAsync("Sam here");
        await sam.Press("Enter");
        await Expect(sam.Message).ToHaveValueAsync("Sam here: about 50 % is fine.");
        await sam.Message.PressAsync("Enter");
        await visitor.Hears("Sam here: about 50 % is fine.");
        await Expect(visitor.Conversation).Not.ToContainTextAsync("The maker says");

        await sam.Message.PressAsync("Escape");
        await sam.Press("?");
        await Expect(sam.Sheet).ToContainTextAsync("Snooze");
        Assert.Empty(sam.Watch.Complaints);
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task What_was_said_is_found_a_talk_goes_back_to_the_community_and_several_are_ended_and_taken_back()
    {
        await using var scene = await stage.Open();
        var sam = await scene.Agent("Sam");
        await sam.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await sam.Take(Question);
        await sam.Say("About 50 % is fine.");
        await visitor.Hears("About 50 % is fine.");

        // Found again by what was said.
        await sam.Message.PressAsync("Escape");
        await sam.Press("/");
        await Expect(sam.Page.GetByLabel("Search all questions")).ToBeFocusedAsync();
        await sam.Page.Keyboard.TypeAsync("harpsi fine");
        await Expect(sam.Line(Question)).ToContainTextAsync("With you");
        await sam.Press("Escape");

        // Back to the community; nobody is there, so it comes to the team again.
        await sam.Talk(Question).GetByRole(AriaRole.Log).FocusAsync();
        await sam.PressFor("h");
        await sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "The community" }).PressAsync("Enter");
        await Expect(sam.Line(Question)).ToBeVisibleAsync();
        await Expect(sam.Talks).ToHaveCountAsync(0);

        // To those who know a topic, and found by it.
        await sam.PointAt(Question);
        await sam.Press("t");
        await sam.Message.PressAsync("Escape");
        await sam.PressFor("h");
        await sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "Care" }).PressAsync("Enter");
        await Expect(sam.Talks).ToHaveCountAsync(0);
        await Expect(sam.Line(Question)).ToContainTextAsync("Care");
        await sam.Page.GetByRole(AriaRole.Combobox, new() { Name = "Topic" }).FocusAsync();
        await sam.Press("ArrowDown");
        await Expect(sam.Page.GetByRole(AriaRole.Combobox, new() { Name = "Topic" })).ToHaveValueAsync("care");
        await Expect(sam.Line(Question)).ToBeVisibleAsync();
        await sam.Press("ArrowUp");

        // Several ended at once, and taken back.
        var other = await scene.Visitor();
        await other.Ask("And the lute?");
        // From then on the list keeps still.
        await Expect(sam.Line("And the lute?")).ToBeVisibleAsync();
        await sam.PointAt(Question);
        await sam.Press("b");
        await sam.PointAt("And the lute?");
        await sam.Press("b");
        await sam.Press("Shift+E");
        await Expect(sam.Page.GetByText("2 questions ended").First).ToBeVisibleAsync();
        await sam.Press("u");
        await sam.Open("All");
        await Expect(sam.Lines).ToHaveCountAsync(2);

        Assert.Empty(sam.Watch.Complaints);
    }

    [Fact]
    public async Task Two_agents_on_one_thread_see_each_other_and_hand_it_over()
    {
        await using var scene = await stage.Open();
        var (sam, kim) = (await scene.Agent("Sam"), await scene.Agent("Kim"));
        await sam.BecomeAvailable();
        await kim.BecomeAvailable();
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);

        // Kim points at the line while Sam takes it: it stays where it is, and says so.
        await kim.PointAt(Question);
        await sam.Take(Question);
        await Expect(kim.Line(Question).GetByText("Taken")).ToBeVisibleAsync();
        await kim.Press("o");
        await kim.Talk(Question).GetByRole(AriaRole.Button, new() { Name = "Join" }).PressAsync("Enter");
        await Expect(kim.Message).ToBeFocusedAsync();

        await sam.Message.PressSequentiallyAsync("Let me");
        await Expect(kim.Talk(Question)).ToContainTextAsync("Sam is writing here too");
        await kim.Message.PressSequentiallyAsync("Do you");
        await Expect(sam.Talk(Question)).ToContainTextAsync("Kim is writing here too");
        // Nobody is warned of themselves.
        foreach (var (agent, name) in new[] { (sam, "Sam"), (kim, "Kim") }) await Expect(agent.Talk(Question)).Not.ToContainTextAsync($"{name} is writing");
        await kim.Message.FillAsync("");
        await kim.Press("Escape");
        await kim.Press("i");
        await Expect(kim.NoteBox).ToBeFocusedAsync();
        await kim.Page.Keyboard.TypeAsync("I know this one.");
        await kim.Press("Enter");
        await Expect(sam.Bubbles("I know this one.")).ToBeVisibleAsync();

        await sam.Message.PressAsync("Escape");
        await sam.PressFor("h");
        await sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "Kim" }).PressAsync("Enter");
        await Expect(kim.Page.GetByRole(AriaRole.Button, new() { Name = "Accept" })).ToBeVisibleAsync();
        await kim.NoteBox.PressAsync("Escape");
        await kim.Press("a");
        await Expect(visitor.Says("Kim")).Not.ToHaveCountAsync(0);
        await kim.Open("Mine");
        await Expect(kim.Line(Question)).ToContainTextAsync("With you");
        await sam.Open("Mine");
        await Expect(sam.Line(Question)).ToHaveCountAsync(0);
        Assert.Empty(sam.Watch.Complaints);
        Assert.Empty(kim.Watch.Complaints);
    }

    [Fact]
    public async Task A_parked_question_is_given_to_a_colleague_with_a_note_taken_back_given_again_and_answered_by_them_all_by_keyboard()
    {
        await using var scene = await stage.Open();
        var (sam, kim) = (await scene.Agent("Sam"), await scene.Agent("Kim"));
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await scene.UntilVisitorsAreConnected();
        await visitor.Page.CloseAsync();
        // Answered for later, not taken, only once its visitor is known to have left.
        await scene.UntilVisitorsLeft();
        await Give();
        await Expect(kim.Page).ToHaveTitleAsync("(1) Inbox · Maison Essai");
        await Expect(sam.Line(Question).GetByText("Given to somebody")).ToBeVisibleAsync();
        await Expect(sam.Page.GetByText("Given to Kim").First).ToBeVisibleAsync();

        // Taken back: nobody's again, and given once more.
        await sam.Press("u");
        await Expect(sam.Line(Question).GetByText("Given to somebody")).ToHaveCountAsync(0);
        await kim.TurnTo("Mine");
        await Expect(kim.Lines).ToHaveCountAsync(0);
        await Give();
        await Expect(kim.Line(Question)).ToContainTextAsync("Given to you");
        await sam.TurnTo("All");
        await Expect(sam.Line(Question)).ToContainTextAsync("Given to Kim");

        // Whoever has it reads the note and answers; it is given to nobody any more.
        await kim.PointAt(Question);
        await kim.Press("o");
        await Expect(kim.Bubbles("You know this maker.")).Not.ToHaveCountAsync(0);
        await kim.PointAt(Question);
        await kim.Press("t");
        await Expect(kim.Page.GetByLabel("Your answer")).ToBeFocusedAsync();
        await kim.Page.Keyboard.TypeAsync("About 50 % is fine.");
        await kim.Press("Tab");
        await kim.Press("Tab");
        await kim.Press("Enter");
        await Expect(kim.Line(Question)).ToContainTextAsync("With you");
        await Expect(sam.Line(Question)).ToContainTextAsync("Answered by Kim");
        Assert.Empty(sam.Watch.Complaints);
        Assert.Empty(kim.Watch.Complaints);

        async Task Give()
        {
            await sam.PointAt(Question);
            await sam.PressFor("h");
            await sam.Sheet.GetByLabel("Note for your team").FillAsync("You know this maker.");
            await sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "Kim" }).PressAsync("Enter");
            await Expect(sam.Sheet).ToHaveCountAsync(0);
        }
    }

    [Theory]
    [InlineData("en"), InlineData("fr")]
    public async Task Questions_of_one_language_are_listed_and_found_by_keyboard(string language)
    {
        const string french = "Le clavecin craint-il l’humidité ?", other = "Le luth craint-il la lumière ?";
        var names = Names.In(language);
        await using var scene = await stage.Open();
        var sam = await scene.Agent("Sam", names);
        await (await scene.Visitor()).Ask(Question);
        await (await scene.FrenchVisitor()).Ask(french);
        await Expect(sam.Lines).ToHaveCountAsync(2);

        await sam.AskedIn.FocusAsync();
        await sam.Page.Keyboard.TypeAsync(language == "fr" ? "français" : "French");
        await Expect(sam.AskedIn).ToHaveValueAsync("fr");
        await Expect(sam.Lines).ToHaveCountAsync(1);
        await Expect(sam.Line(french)).ToBeVisibleAsync();
        // What comes while the list is narrowed is kept out of it, or let in.
        await (await scene.Visitor()).Ask("And the lute?");
        await (await scene.FrenchVisitor()).Ask(other);
        await Expect(sam.Line(other)).ToBeVisibleAsync();
        await Expect(sam.Lines).ToHaveCountAsync(2);

        await sam.Press("Escape");
        await sam.Search.FocusAsync();
        await sam.Page.Keyboard.TypeAsync("lut");
        await Expect(sam.Lines).ToHaveCountAsync(1);
        await Expect(sam.Line(other)).ToBeVisibleAsync();
        await sam.AskedIn.FocusAsync();
        await sam.Press("Home");
        await Expect(sam.AskedIn).ToHaveValueAsync("");
        await Expect(sam.Line("And the lute?")).ToBeVisibleAsync();
        Assert.Empty(sam.Watch.Complaints);
    }

    [Theory]
    [InlineData("en"), InlineData("fr")]
    public async Task Axe_finds_nothing_in_the_inbox(string language)
    {
        await using var scene = await stage.Open();
        var sam = await scene.Agent("Sam", Names.In(language));
        var visitor = await scene.Visitor();
        await visitor.Ask(Question);
        await Expect(sam.Line(Question)).ToBeVisibleAsync();
        await sam.Line(Question).ClickAsync();
        await sam.PressFor("r");
        await sam.Page.IsClean("inbox, replies");
        await sam.Press("Escape");
        await Expect(sam.Sheet).ToHaveCountAsync(0);
        await sam.PointAt(Question);
        await sam.Press("b");
        await sam.Page.IsClean("inbox, chosen");
    }

    [Theory]
    [InlineData("en"), InlineData("fr")]
    public async Task Axe_finds_nothing_in_the_inbox_on_a_phone_that_is_tapped(string language)
    {
        await using var scene = await stage.Open();
        var sam = await scene.Agent("Sam", Names.In(language), Phone.Options);
        await (await scene.Visitor()).Ask(Question);
        await foreach (var state in sam.TapThrough(Question))
        {
            await sam.Page.IsClean($"inbox, a phone, {state}");
            Assert.True(await sam.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{state} is wider than the screen");
        }
        Assert.Empty(sam.Watch.Complaints);
    }
}
