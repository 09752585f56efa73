using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

/// <summary>An owner before the administration, following only the screens.</summary>
public sealed class AdminTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Pages = ["/admin", "/admin/site", "/admin/questions", "/admin/people", "/admin/people/list", "/admin/judging", "/admin/numbers", "/admin/explain", "/admin/mail", "/admin/integrations", "/admin/changes", "/admin/new-site"];

    [Theory]
    [InlineData("en", false)]
    [InlineData("fr", true)]
    public async Task An_owner_sets_a_shop_up_and_a_visitor_gets_a_first_answer(string language, bool phone)
    {
        await using var scene = await stage.Open();
        var names = Names.In(language);
        var owner = new AdminDriver(await scene.SignIn("Ada", Roles.Admin, "/admin", phone ? Phone.Options : null, names), scene.Origin, language);
        await owner.Create($"Lampes {language}", phone ? "lampes" : "lamps");
        await using var shop = await StrangerShop.Open(scene.Origin, await owner.Key(), $"data-locale=\"{language}\"");

        var (visiting, visitorWatch) = await scene.NewPage();
        await visiting.GotoAsync(shop.Origin);
        await owner.AllowSeen(shop.Origin);
        await owner.SaidSeen(shop.Origin);
        var link = await owner.Invite("Maya", "maya@people.example", T(language));

        var (guest, guestWatch) = await scene.NewPage();
        await guest.GotoAsync($"{link.Replace("/invitation#", $"/invitation?lang={language}#")}");
        await guest.Locator("input[name=name]").FillAsync("Maya");
        await guest.Locator("input[name=password]").FillAsync(Scene.Password);
        await guest.Locator("main form button").ClickAsync();
        var maya = new ConsolePage(new(guest, guestWatch), names);
        await maya.BecomeAvailable();
        await owner.SaidAvailable(1);

        await visiting.GotoAsync(shop.Origin);
        var visitor = new VisitorPage(visiting, visitorWatch, names);
        await visitor.Ask("Does it dim?");
        await maya.Accept("Does it dim?");
        await maya.Say("It does.");
        await visitor.Hears("It does.");
        // The page before the origin was allowed complains, as browsers do.
        Assert.Empty(owner.Watch.Complaints.Concat(guestWatch.Complaints));
        Assert.Equal([scene.Origin], owner.Watch.Origins);
    }

    [Theory]
    [InlineData("en"), InlineData("fr")]
    public async Task Axe_finds_nothing_in_the_administration(string language)
    {
        await using var scene = await stage.Open();
        await using var program = await Receiver.Start();
        await scene.SuperUser("Maya");
        var ada = await scene.SignIn("Ada", Roles.Admin, "/admin", names: Names.In(language));
        foreach (var path in Pages.Concat(await PagesOfRows(scene, program, ada.Page)))
        {
            await ada.Page.GotoAsync($"{scene.Origin}{path}?lang={language}");
            await ada.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await ada.Page.IsClean($"{path} in {language}");
            Assert.True(await ada.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than the screen");
        }
        await ada.Page.GotoAsync($"{scene.Origin}/admin/people?lang={language}");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Maya" }).First.ClickAsync();
        await ada.Page.IsClean($"a member in {language}");
        // Refused, with sentences at the fields.
        await ada.Page.GotoAsync($"{scene.Origin}/admin/questions?lang={language}");
        await ada.Page.Locator("input[name='Ladder.Rungs[0].Wave']").FillAsync("none");
        await ada.Page.Locator("form[data-ladder] > button:not(.first)").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await ada.Page.IsClean($"refused in {language}");
        // A browser calls a refused form an error.
        Assert.All(ada.Watch.Complaints, complaint => Assert.Contains("400", complaint));
    }

    [Fact]
    public async Task Every_page_fits_a_phone()
    {
        await using var scene = await stage.Open();
        await using var program = await Receiver.Start();
        var ada = await scene.SignIn("Ada", Roles.Admin, "/admin", Phone.Options);
        foreach (var path in Pages.Concat(await PagesOfRows(scene, program, ada.Page)))
        {
            await ada.Page.GotoAsync(scene.Origin + path);
            Assert.Equal("", await ada.Page.EvaluateAsync<string>(
                "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre, details:not([open])')).map(e => e.outerHTML.slice(0, 80)).join(' ')"));
        }
    }

    [Fact]
    public async Task A_colour_and_a_ladder_are_shown_while_they_are_chosen()
    {
        await using var scene = await stage.Open();
        var page = (await scene.SignIn("Ada", Roles.Admin, "/admin")).Page;
        await page.GotoAsync($"{scene.Origin}/admin/site");
        await page.GetByLabel("Your colour").FillAsync("#ffff00");
        // Yellow cannot be read on white, and stays as it is on black.
        await Expect(page.Locator(".preview[data-mode=light] code")).Not.ToHaveTextAsync("#ffff00");
        await Expect(page.Locator(".preview[data-mode=dark] code")).ToHaveTextAsync("#ffff00");

        await page.GotoAsync($"{scene.Origin}/admin/questions");
        await page.Locator("input[name='Ladder.Rungs[0].Wave']").FillAsync("7");
        await Expect(page.Locator("[data-preview]")).ToContainTextAsync("up to 7 super users who know the topic");
        await page.Locator("input[name='Ladder.Rungs[2].Stays']").FillAsync("60");
        await Expect(page.Locator("[data-preview]")).ToContainTextAsync("At most 110 s of waiting");
    }

    [Fact]
    public async Task What_was_changed_is_taken_back_by_one_press_and_Enter_saves_what_was_typed()
    {
        await using var scene = await stage.Open();
        var page = (await scene.SignIn("Ada", Roles.Admin, "/admin")).Page;
        await page.GotoAsync($"{scene.Origin}/admin/questions");
        await page.GetByLabel("Name (English)").First.FillAsync("Cleaning");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Name (English)").First).ToHaveValueAsync("Cleaning");
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove: Cleaning" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove: Cleaning" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove: Cleaning" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_person_goes_from_one_of_their_sites_to_another()
    {
        await using var scene = await stage.Open();
        var owner = new AdminDriver(await scene.SignIn("Ada", Roles.Admin, "/admin", Phone.Options), scene.Origin, "en");
        await owner.Create("Second shop", "second");
        await owner.Page.IsClean("two sites");
        await owner.SwitchTo("Maison Essai");
        await owner.SwitchTo("Second shop");
        Assert.Empty(owner.Watch.Complaints);
    }

    [Fact]
    public async Task Names_made_to_break_pages_are_shown_as_typed_on_every_page()
    {
        const string breaking = "\"><img src=x onerror=alert(1)>'</textarea><b>";
        await using var scene = await stage.Open();
        await scene.SuperUser($"Zoé {breaking}"[..40]);
        var ada = await scene.SignIn($"Ada {breaking}"[..40], Roles.Admin, "/admin");
        var dialogs = new List<string>();
        ada.Page.Dialog += (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        await ada.Page.GotoAsync($"{scene.Origin}/admin/site");
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(breaking);
        await ada.Page.Locator("form[aria-labelledby=name] > button").ClickAsync();
        await Expect(ada.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync(breaking);
        await ada.Page.GotoAsync($"{scene.Origin}/admin/questions");
        await ada.Page.GetByLabel("Name (English)").Last.FillAsync(breaking);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.Locator("legend", new() { HasText = breaking })).ToBeVisibleAsync();
        foreach (var path in Pages)
        {
            await ada.Page.GotoAsync(scene.Origin + path);
            await ada.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Expect(ada.Page.Locator(".brand")).ToHaveTextAsync(breaking);
        }
        Assert.Empty(dialogs);
        Assert.Empty(ada.Watch.Complaints);
        Assert.Equal([scene.Origin], ada.Watch.Origins);
    }

    /// <summary>The way of a question that went through every step, and the log of a webhook that heard of it.</summary>
    private static async Task<IReadOnlyList<string>> PagesOfRows(Scene scene, Receiver program, IPage page)
    {
        const string question = "Does the brass darken with time, and does a cloth with lemon juice bring it back?";
        await page.GotoAsync($"{scene.Origin}/admin/integrations?lang=en");
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync(program.Address);
        await page.GetByLabel("Nobody could take it now").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a webhook", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = program.Address }).ClickAsync();
        var log = new Uri(page.Url).AbsolutePath;

        await (await scene.Visitor()).Ask(question);
        await program.Next();
        await page.GotoAsync($"{scene.Origin}{log}?lang=en");
        await page.Until(page.GetByText("Delivered").First);
        await Expect(page.GetByText("Delivered").First).ToBeVisibleAsync();

        await page.GotoAsync($"{scene.Origin}/admin/explain?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = question }).ClickAsync();
        await Expect(page.Locator(".way li")).Not.ToHaveCountAsync(0);
        return [new Uri(page.Url).AbsolutePath, log];
    }

    private static string T(string language) => CommunityWidget.Pages.Texts.PageTexts.In(language).RoleNames[Roles.SuperUser];
}
