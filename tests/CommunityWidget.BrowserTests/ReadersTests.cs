using CommunityWidget.AnswerPages;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>A stranger on public pages.</summary>
public sealed class ReadersTests(Stage stage) : IClassFixture<Stage>
{
    private const string Title = "Does the brass of the reading lamp darken?";

    [Fact]
    public async Task A_stranger_reads_answers_and_asks_and_axe_finds_nothing_on_the_way()
    {
        await using var scene = await stage.Open();
        var sam = await scene.SignIn("Sam", Roles.Agent, "/inbox");
        await sam.Page.CloseAsync();
        var thread = await scene.Over("Sam", Title, "It does, and lemon juice brings it back.");
        var page = (await scene.Get<EditionStore>().Of(thread.Id))!;
        await scene.Write(async tx =>
        {
            await scene.Get<EditionStore>().Move(tx, page, Publications.Published, Title, 1_000);
            await scene.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Mine has not.", State = Answer.Suggested, AnsweredAt = 1_000 }, 1_000);
            await scene.Get<EditionEdits>().SetOutdated(tx, page.Id, outdated: true, 1_000);
        });
        var (stranger, watch) = await scene.NewPage();
        await stranger.GotoAsync($"{scene.Origin}/answers/{scene.Slug}");
        await stranger.IsClean("list of questions");
        await stranger.GetByRole(AriaRole.Searchbox, new() { Name = "Search the questions" }).FillAsync("brass darken");
        await stranger.Keyboard.PressAsync("Enter");
        await Expect(stranger).ToHaveURLAsync($"{scene.Origin}/answers/{scene.Slug}/search?q=brass+darken");
        await stranger.IsClean("found questions");
        await stranger.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Name = Title, Level = 1 })).ToBeVisibleAsync();
        await stranger.IsClean("answer page");
        await stranger.GetByRole(AriaRole.Link, new() { Name = "Sam" }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Name = "Sam", Level = 1 })).ToBeVisibleAsync();
        await stranger.IsClean("who answered");
        await stranger.GoBackAsync();

        await stranger.GetByText("Do you know better? Add an answer").ClickAsync();
        await stranger.GetByLabel("Your first name or a nickname").FillAsync("Kim");
        await stranger.GetByLabel("Your answer").FillAsync("Vinegar does it too.");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Status)).ToContainTextAsync("A moderator reads it");
        await stranger.IsClean("answer sent");
        await stranger.GetByRole(AriaRole.Link, new() { Name = "Back to the question" }).ClickAsync();

        // The widget opens with the question, on this very page.
        await stranger.GetByLabel("What would you like to know?").FillAsync("And copper?");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await Expect(stranger.Locator("community-widget")).ToContainTextAsync("And copper?");
        Assert.Empty(await stranger.Context.CookiesAsync());
        Assert.Empty(watch.Complaints);

        var nour = (await scene.SignIn("Nour", Roles.Moderator, "/moderation")).Page;
        await nour.GotoAsync($"{scene.Origin}/moderation/answers");
        await nour.IsClean("a moderator's new answers");
        await nour.GetByRole(AriaRole.Link, new() { Name = "Care for this page" }).ClickAsync();
        await Expect(nour).ToHaveURLAsync($"{scene.Origin}/moderation/{page.PublicId}/care");
        await nour.IsClean("care for a page");

        await scene.Write(async tx => await scene.Get<EditionStore>().Move(tx, (await scene.Get<EditionStore>().Of(thread.Id))!, Publications.Withdrawn, Title, 2_000));
        foreach (var path in new[] { "/topics/care", "/products/aube", "/search?q=zzzz", "/ask", $"/{page.PublicId}" })
        {
            await nour.GotoAsync($"{scene.Origin}/answers/{scene.Slug}{path}");
            await nour.IsClean(path);
        }
    }

    [Fact]
    public async Task Who_asks_without_script_is_sent_to_an_address_that_opens_the_conversation_in_a_browser_with_script()
    {
        await using var scene = await stage.Open();
        var (plain, _) = await scene.NewPage(new() { JavaScriptEnabled = false });
        await plain.GotoAsync($"{scene.Origin}/answers/{scene.Slug}/ask");
        await plain.GetByLabel("What would you like to know?").FillAsync("Does it float?");
        await plain.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await Expect(plain.GetByRole(AriaRole.Heading, new() { Name = "Your question was sent" })).ToBeVisibleAsync();
        var address = plain.Url;
        await plain.ReloadAsync();
        // Back, what was typed stands there again; sent once more it is the same question.
        await plain.GoBackAsync();
        await plain.GetByLabel("What would you like to know?").FillAsync("Does it float?");
        await plain.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await Expect(plain.GetByRole(AriaRole.Heading, new() { Name = "Your question was sent" })).ToBeVisibleAsync();
        Assert.Equal(1, await scene.Get<Db>().Find<long>("select count(*) from threads t join sites s on s.id = t.site where s.slug = @Slug", new { scene.Slug }));

        var (scripted, watch) = await scene.NewPage();
        await scripted.GotoAsync(address);
        await Expect(scripted.Locator("community-widget").GetByRole(AriaRole.Log)).ToContainTextAsync("Does it float?");
        await scripted.IsClean("asked by a form");
        Assert.Empty(watch.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stranger_sees_what_they_wrote_and_erases_it_with_script_and_without(bool script)
    {
        await using var scene = await stage.Open();
        var sam = await scene.SignIn("Sam", Roles.Agent, "/inbox");
        await sam.Page.CloseAsync();
        var thread = await scene.Over("Sam", Title, "It does, and lemon juice brings it back.");
        var page = (await scene.Get<EditionStore>().Of(thread.Id))!;
        await scene.Write(async tx => await scene.Get<EditionStore>().Move(tx, page, Publications.Published, Title, 1_000));
        var (stranger, _) = await scene.NewPage(new() { JavaScriptEnabled = script });
        await stranger.GotoAsync($"{scene.Origin}/answers/{scene.Slug}/add/{page.PublicId}");
        await stranger.GetByLabel("Your first name or a nickname").FillAsync("Kim");
        await stranger.GetByLabel("Your answer").FillAsync("Vinegar does it too.");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Name = "What you wrote" })).ToBeVisibleAsync();

        // Without script they copy it from the address.
        var key = new Uri(stranger.Url).Fragment;
        if (script) await Expect(stranger.GetByLabel("The key")).ToHaveValueAsync(key[1..]);
        else await stranger.GetByLabel("The key").FillAsync(key);
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Show it to me" }).ClickAsync();
        await Expect(stranger.GetByText("Vinegar does it too.")).ToBeVisibleAsync();
        // What they have to keep is still theirs: in the address, or in a link to it.
        if (script) Assert.Equal(key, new Uri(stranger.Url).Fragment);
        Assert.EndsWith(key, await stranger.GetByRole(AriaRole.Link, new() { Name = "keep it" }).GetAttributeAsync("href"));
        if (script) await stranger.IsClean("what a reader wrote");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Erase it for good" }).ClickAsync();

        await Expect(stranger.GetByRole(AriaRole.Status)).ToContainTextAsync("is erased");
        Assert.Equal(0, await scene.Get<Db>().Find<long>("select count(*) from proposed_answers where page = @Id and state <> 'erased'", new { page.Id }));
    }
}
