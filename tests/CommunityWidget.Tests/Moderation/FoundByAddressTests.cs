using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Import;
using CommunityWidget.Import.TakingBack;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Pages.Review;
using CommunityWidget.Sites;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A page about which nobody here decided is found by its address, and taken down or back to review from there.</summary>
public sealed class FoundByAddressTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Decided = "/moderation/decided";

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task An_imported_page_is_found_by_its_address_and_taken_down(string language)
    {
        var (shop, moderator) = await Open();
        var page = await Imported(shop);
        Assert.DoesNotContain(page.Title, await Text(await moderator.Get(Decided)));

        var care = await Find(moderator, new Uri(app.Address, page.Path(shop.Site.Slug)).ToString(), language);
        Assert.StartsWith($"/moderation/{page.PublicId}/care", care);
        Assert.Equal(language == "fr", care.Contains("lang=fr", StringComparison.Ordinal));
        var told = await moderator.Press(care, "TakeDown", ("reason", RejectReasons.Personal));

        Assert.StartsWith($"{Decided}?down=true", told.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Gone, (await new Browser(app.Address).Get(page.Path(shop.Site.Slug))).StatusCode);
        Assert.Equal(RejectReasons.Personal, (await app.Get<Decisions>().Last(page.Id, DecisionKinds.Withdrawn))!.Reason);
        // A slip is taken back at once, as from the list.
        Assert.Equal(HttpStatusCode.Redirect, (await moderator.Press(told.Headers.Location.OriginalString, "Undo")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(app.Address).Get(page.Path(shop.Site.Slug))).StatusCode);
        await app.Check();
    }

    [Fact]
    public async Task An_imported_page_goes_back_to_review_and_is_published_anew()
    {
        var (shop, moderator) = await Open();
        var page = await Imported(shop);

        var told = await moderator.Press(await Find(moderator, page.PublicId), "Return");

        Assert.Contains("Back in review", await Text(await moderator.Get(told.Headers.Location!.OriginalString)));
        Assert.Contains(page.Title, await Text(await moderator.Get("/moderation")));
        Assert.Equal(HttpStatusCode.Redirect, (await moderator.Press("/moderation", "Publish")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(app.Address).Get(page.Path(shop.Site.Slug))).StatusCode);
        await app.Check();
    }

    [Fact]
    public async Task What_has_no_page_to_care_for_is_said_with_what_to_do_and_what_was_typed_stands_there()
    {
        var (shop, moderator) = await Open();
        await using var pages = new ShopPages(app, shop);
        var (gone, hidden, back) = (await pages.Publish("Does the brass lamp dim?", "It does."), await pages.Publish("Which bulb fits?", "An E27."), await pages.Publish("How long is the cable?", "Two metres."));
        Assert.NotNull((await app.Get<ReviewThread>().Withdraw(pages.Moderator, gone.PublicId)).Value);
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, back.PublicId)).Value);
        for (var reported = 0; reported < shop.Site.ReportHideAfter; reported++)
            Assert.NotNull((await app.Get<FileReport>().OfPage(new(shop.Site, await shop.Add(Roles.SuperUser)), hidden.PublicId, new(0, ReportReasons.Wrong))).Value);
        var sent = await pages.Publish("Is the shade washable?", "At 30 degrees.");
        Assert.NotNull((await app.Get<ReviewThread>().Return(pages.Moderator, sent.PublicId)).Value);
        Assert.NotNull((await app.Get<SendBack>().Run(pages.Moderator, sent.PublicId, (Guid)(await app.Get<EditionStore>().Answers(sent.Id))[0].Member!, "By hand?")).Value);
        var neighbours = await Imported(app.Neighbour);

        await Says("", "Paste the address of a page");
        await Says("https://shop.example/lamps", "No page of this site has this address");
        await Says(neighbours.PublicId, "No page of this site has this address");
        await Says(gone.PublicId, "not public any more");
        await Says(back.PublicId, "waits for a decision in To review");
        await Says(sent.PublicId, "was sent back to be mended and stands in Sent back");
        await Says(hidden.PublicId, "Out of sight because it was reported: decide about it in Reports");

        async Task Says(string typed, string words)
        {
            var html = await Text(await moderator.Get($"{Decided}?find={Uri.EscapeDataString(typed)}"));
            Assert.Contains(words, html);
            if (typed.Length > 0) Assert.Contains($"value=\"{typed}\"", html);
        }
    }

    [Fact]
    public async Task The_address_of_a_double_leads_to_the_page_it_was_found_to_repeat()
    {
        var (shop, moderator) = await Open();
        await using var pages = new ShopPages(app, shop);
        var (stays, goes) = (await pages.Publish("Does the brass lamp dim?", "It does."), await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb."));
        Assert.NotNull((await app.Get<ReviewThread>().Merge(pages.Moderator, goes.PublicId, stays.PublicId)).Value);

        Assert.StartsWith($"/moderation/{stays.PublicId}/care", await Find(moderator, goes.PublicId));
    }

    [Theory]
    [InlineData(" abcdefgh12 ", "abcdefgh12")]
    [InlineData("https://host.example/answers/shop/abcdefgh12/does-it-dim", "abcdefgh12")]
    [InlineData("http://answers/answers/shop/abcdefgh12/does-it-dim?lang=fr#answer-zzzzzzzz99", "abcdefgh12")]
    [InlineData("/answers/shop/abcdefgh12", "abcdefgh12")]
    [InlineData("https://host.example/answers/shop/products/lamp", null)]
    [InlineData("https://host.example/abcdefgh12", null)]
    [InlineData("Does it dim?", null)]
    [InlineData(null, null)]
    public void An_address_is_read_for_the_page_s_id(string? typed, string? id) => Assert.Equal(id, TypedAddress.IdIn(typed, new() { Slug = "shop" }));

    [Theory]
    [InlineData("https://shop.example/questions", "https://shop.example/questions/abcdefgh12/does-it-dim?lang=fr", "abcdefgh12")]
    [InlineData("https://shop.example/questions", "shop.example/questions/abcdefgh12", "abcdefgh12")]
    [InlineData("https://shop.example/help/questions", "/help/questions/abcdefgh12/does-it-dim", "abcdefgh12")]
    [InlineData("https://shop.example/questions", "https://host.example/answers/lamps12345/abcdefgh12/does-it-dim", "abcdefgh12")]
    [InlineData("https://shop.example/questions", "https://shop.example/questions/products/lamp", null)]
    [InlineData("https://shop.example/questions", "https://shop.example/questions", null)]
    [InlineData("https://shop.example/questions", "https://shop.example/questionsabcdefgh12/abcdefgh12", null)]
    [InlineData("https://shop.example/answers", "https://shop.example/answers/abcdefgh12/does-it-dim", "abcdefgh12")]
    [InlineData("https://shop.example/answers", "https://host.example/answers/lamps12345/abcdefgh12/does-it-dim", "abcdefgh12")]
    [InlineData("https://shop.example", "https://shop.example/abcdefgh12/does-it-dim", "abcdefgh12")]
    [InlineData("https://shop.example", "https://host.example/answers/lamps12345/abcdefgh12/does-it-dim", "abcdefgh12")]
    [InlineData("https://shop.example", "https://shop.example/", null)]
    public void So_is_one_as_readers_see_it_where_the_shop_shows_its_pages_itself(string shown, string typed, string? id) =>
        Assert.Equal(id, TypedAddress.IdIn(typed, new() { Slug = "lamps12345", AnswersBase = shown }));

    private async Task<(Shop Shop, Browser Moderator)> Open()
    {
        var shop = await app.Open();
        return (shop, new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator))));
    }

    private async Task<Edition> Imported(Shop shop)
    {
        var (folder, title) = (Directory.CreateTempSubdirectory("community-import-").FullName, $"Does the lamp of {shop.Site.Slug} dim?");
        var path = Path.Combine(folder, "all.csv");
        await File.WriteAllTextAsync(path, $"question,answer\n{title},With any dimmer for LED lamps.\n");
        var verb = new ImportVerb(app.Db, app.Get<SiteStore>(), app.Get<RunImport>(), new TakeBackVerb(app.Get<ImportStore>(), app.Get<TakeBackImport>(), TextWriter.Null), TextWriter.Null, app.Get<TimeProvider>());
        Assert.Equal(ImportVerb.Done, await verb.Run([path, "--site", shop.Site.Slug], CancellationToken.None));
        Directory.Delete(folder, recursive: true);
        return Assert.Single(await app.Get<EditionStore>().Published(shop.Site.Id), page => page.Title == title);
    }

    // As the form on the page sends it.
    private static async Task<string> Find(Browser moderator, string typed, string language = "en")
    {
        var form = await Text(await moderator.Get($"{Decided}?lang={language}"));
        Assert.Contains("<input name=\"find\"", form);
        Assert.Contains(language == "fr" ? "Retrouver une page par son adresse" : "Find a page by its address", form);
        return (await moderator.Get($"{Decided}?find={Uri.EscapeDataString(typed)}{(language == "fr" ? "&lang=fr" : "")}")).Headers.Location!.OriginalString;
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
