using System.Net;
using System.Text.Json;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Pages.Readers;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Privacy;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Data;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Questions;

/// <summary>Answered before asking, over HTTP: what is offered while somebody types, and what comes of it.</summary>
public sealed class SuggestingTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Typed = "zyzzyva: will the brass of my reading lamp darken with time?";

    [Fact]
    public async Task An_answer_found_while_typing_credits_its_author_once_and_what_was_typed_is_nowhere()
    {
        var shop = await app.Open();
        var maya = await shop.Add(Roles.SuperUser);
        var page = await Publish(shop, maya, "Does the brass of the reading lamp darken with time?", "It does. Polish it once a year.");
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

        var found = Assert.Single((await web.Post<Suggestions>("/api/suggestions", new { text = Typed, language = "en" })).Value!.Pages);
        Assert.Equal((page.PublicId, page.Title, "It does. Polish it once a year.", true, maya.Name, app.Get<PublicAddress>().Link(page.Path(shop.Site.Slug))), (found.PageId, found.Title, found.Answer, found.IsWhole, found.By, found.Url));
        Assert.Empty((await web.Post<Suggestions>("/api/suggestions", new { text = "zyzzyva: do you have a shop in Lyon?" })).Value!.Pages);
        Assert.Equal(Refusals.TextTooLong.Code, (await web.Post<Suggestions>("/api/suggestions", new { text = new string('a', 4_001) })).Refusal!.Code);

        var answered = $"/api/suggestions/{page.PublicId}/answered";
        for (var again = 0; again < 2; again++) Assert.Null((await web.Post<Done>(answered, new { })).Refusal);
        Assert.Equal(Refusals.NotFound.Code, (await web.Post<Done>("/api/suggestions/aaaaaaaaaa/answered", new { })).Refusal!.Code);
        Assert.Equal((1, 1), await app.Get<Deflections>().Of(maya.Id, 0));
        Assert.Equal(1, await app.Db.Find<long>("select thanks from members where id = @Id", new { maya.Id }));
        Assert.Equal((1, 0), (await app.Get<Deflections>().Of(shop.Site.Id, 0, long.MaxValue, null, null), await app.Get<Deflections>().Of(shop.Site.Id, 0, long.MaxValue, "fr", null)));
        var contributions = await (await new Browser(app.Address).Get("/contributions", ("Cookie", await shop.SignIn(maya)))).Content.ReadAsStringAsync();
        Assert.Contains("One of your answers helped somebody", contributions);

        Assert.Equal(0, await app.Db.Find<long>("select count(*) from visitors where site = @Id and id <> (select visitor from threads where id = @Thread)", new { shop.Site.Id, page.Thread }));
        // Words of threads have a shape of their own on each database, and no thread is here.
        foreach (var column in TextColumns.All.Keys.Where(name => !name.StartsWith("thread_", StringComparison.Ordinal)).Select(name => name.Split('.')))
            Assert.Equal(0, await app.Db.Find<long>($"select count(*) from {column[0]} where lower(cast({column[1]} as text)) like '%zyzzyva%'"));

        await app.Write(tx => app.Get<EditionStore>().Withdraw(tx, page.Thread, 1));
        Assert.Empty((await web.Post<Suggestions>("/api/suggestions", new { text = Typed })).Value!.Pages);
        Assert.Equal(Refusals.NotFound.Code, (await web.Post<Done>(answered, new { })).Refusal!.Code);
    }

    [Fact]
    public async Task What_is_typed_to_break_it_is_looked_for_like_anything_else()
    {
        var shop = await app.Open();
        var page = await Publish(shop, await shop.Add(Roles.SuperUser), "How do I descale the espresso machine?", "With citric acid.");
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });
        foreach (var typed in Hostile.Concat(BadInputs.Folder is null ? [] : BadInputs.Every(40)))
        {
            var offered = await web.Ask(HttpMethod.Post, "/api/suggestions", JsonSerializer.Serialize(new { text = typed, language = "en" }));
            Assert.True(offered.Status is 200 or 400 or 413, $"{offered.Status} for {typed}");
            var found = await new Browser(app.Address).Get($"/answers/{shop.Site.Slug}/search?q={Uri.EscapeDataString(typed)}");
            Assert.True(found.StatusCode < HttpStatusCode.InternalServerError, $"{found.StatusCode} for {typed}");
        }
        // All of it stood beside the question, and changed nothing.
        foreach (var typed in Hostile.Where(typed => typed.Length < 100))
            Assert.Contains(page.PublicId, await (await new Browser(app.Address).Get($"/answers/{shop.Site.Slug}/search?q={Uri.EscapeDataString("descale espresso machine " + typed)}")).Content.ReadAsStringAsync());
        var cut = await (await new Browser(app.Address).Get($"/answers/{shop.Site.Slug}/search?q={new string('a', 500)}")).Content.ReadAsStringAsync();
        Assert.Contains($"value=\"{new string('a', 200)}\"", cut, StringComparison.Ordinal);
        Assert.Empty(app.Errors.Entries);
    }

    private static readonly string[] Hostile =
    [
        "' or 1=1 --", "'; drop table search_terms; --", "\" OR NEAR(a b, 5) *", "title:descale AND NOT espresso", "a:* & !b | (c", "%' union select * from members --", "@t0 @w0 $1 ?1 :site",
        "لوحة المفاتيح \u202e لا تعمل", "日本語の質問です", "\uD83D", "e\u0301\u0301\u0301\u0301", "\uFEFF\u200B\u2060", new string('a', 3_999), string.Join(' ', Enumerable.Range(0, 900).Select(n => $"w{n}")), new string('\'', 2_000),
    ];

    [Fact]
    public async Task Whoever_answers_finds_public_answers_beside_the_talk_with_links_that_can_be_pasted()
    {
        var shop = await app.Open();
        var page = await Publish(shop, await shop.Add(Roles.SuperUser), "How do I descale the espresso machine?", "With citric acid.");
        await using var maya = await shop.SuperUser();
        var id = (await (await shop.Visitor()).Http.Ask(Keys.Question("My espresso machine needs descaling, how?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(id);

        var beside = Assert.Single((await maya.Web.Get<Suggestions>($"/api/threads/{id}/similar")).Value!.Pages);
        Assert.Equal((page.Title, "With citric acid."), (beside.Title, beside.Answer));
        Assert.EndsWith(page.Path(shop.Site.Slug), beside.Url, StringComparison.Ordinal);
        Assert.StartsWith("http", beside.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_page_of_one_product_no_answer_about_another_is_offered()
    {
        var shop = await app.Open();
        var maya = await shop.Add(Roles.SuperUser);
        foreach (var (id, name) in new[] { ("teapot-1", "Teapot"), ("pan-2", "Pan"), ("Wok", "Wok") })
            await Publish(shop, maya, $"Can the {name} go in the dishwasher?", $"Of the {name}: yes.", page => page with { ProductId = id, ProductName = name });
        await Publish(shop, maya, "Can it go in the dishwasher?", "Most things can.");
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

        Assert.Equal([null], await About("shoe-9", "Shoe"));
        Assert.Equal([null, "Pan"], await About("pan-2", null));
        // What came from a file often knows its product by the name only.
        Assert.Equal([null, "Wok"], await About("wok-3", "Wok"));
        // Where nobody says which, any will do; which two of three that are as alike stand beside the one about none is left open.
        Assert.Equal(2, (await About(null, null)).Count(name => name is not null));
        // Nor is one that goes by its name where only an id is known.
        await Publish(shop, maya, "Can the bowl go in the dishwasher?", "Of the bowl: no.", page => page with { ProductName = "Bowl" });
        Assert.Equal([null], await About("shoe-9", null));
        Assert.Equal([null, "Bowl"], await About("bowl-4", "Bowl"));

        async Task<IEnumerable<string?>> About(string? id, string? name) =>
            (await web.Post<Suggestions>("/api/suggestions", new { text = "Can it go in the dishwasher?", language = "en", product = id is null && name is null ? null : new { id, name } })).Value!
                .Pages.Select(page => page.ProductName).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"image":"https://shop.example/pan.png"}""")]
    [InlineData("""{"url":"pan"}""")]
    [InlineData("""{"id":" ","name":""}""")]
    public async Task A_product_of_which_neither_id_nor_name_nor_address_is_said_is_none(string product)
    {
        var shop = await app.Open();
        await Publish(shop, await shop.Add(Roles.SuperUser), "Can it go in the dishwasher?", "It can.", page => page with { ProductId = "pan-2", ProductName = "Pan" });
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

        Assert.Equal(["Pan"], (await web.Post<Suggestions>("/api/suggestions", new { text = "Can it go in the dishwasher?", language = "en", product = JsonElement.Parse(product) })).Value!.Pages.Select(page => page.ProductName));
    }

    [Fact]
    public async Task A_product_of_which_only_the_address_is_said_is_the_one_that_has_it()
    {
        var shop = await app.Open();
        var answerer = await shop.Add(Roles.SuperUser);
        foreach (var name in new[] { "Pan", "Pot", "Lid" })
            await Publish(shop, answerer, "Can it go in the dishwasher?", "It can.", page => page with { ProductId = name, ProductName = name, ProductUrl = name == "Lid" ? null : $"https://shop.example/{name}" });
        await Publish(shop, answerer, "Can it go in the dishwasher?", "It can.");
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

        Assert.Equal([null, "Pan"], await Offered("https://shop.example/Pan?from=mail#top"));
        Assert.Equal([null], await Offered("https://shop.example/Cup"));

        async Task<IEnumerable<string?>> Offered(string url) =>
            (await web.Post<Suggestions>("/api/suggestions", new { text = "Can it go in the dishwasher?", language = "en", product = new { url } })).Value!.Pages.Select(page => page.ProductName).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Lampe\u00A0Nordlys 2", "Lampe Nordlys 2")]
    [InlineData("Lampe  Nordlys  2 ", "Lampe Nordlys 2")]
    [InlineData("Lam\u00ADpe Nord\u00ADlys 2", "Lampe Nordlys 2")]
    [InlineData("lampe nordlys 2", "Lampe\u00A0Nordlys 2")]
    [InlineData("Lampe Nordlys 3", null)]
    public async Task A_product_that_is_known_by_its_name_is_the_same_however_the_name_is_set(string onThePage, string? known)
    {
        var shop = await app.Open();
        await Publish(shop, await shop.Add(Roles.SuperUser), "Can it go in the dishwasher?", "It can.", page => page with { ProductId = known ?? "Lampe Nordlys 2", ProductName = known ?? "Lampe Nordlys 2" });
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

        var found = (await web.Post<Suggestions>("/api/suggestions", new { text = "Can it go in the dishwasher?", language = "en", product = new { id = "sku-7", name = onThePage } })).Value!.Pages;

        Assert.Equal(known is null ? 0 : 1, found.Count);
    }

    [Theory]
    [InlineData("洗碗机可以用吗", "洗碗机可以")]
    [InlineData("食洗機で洗えますか", "食洗機で洗える")]
    [InlineData("怎么退货", "怎么退货")]
    [InlineData("怎么退", "怎么退")]
    [InlineData("コーヒー", "コーヒー")]
    [InlineData("スピーカー", "スピーカー")]
    [InlineData("キーか", "キーか")]
    [InlineData("テレビ", "ﾃﾚﾋﾞ")]
    public async Task Who_writes_without_spaces_is_offered_answers_after_as_many_words_as_others(string title, string typed)
    {
        var shop = await app.Open();
        var page = await Publish(shop, await shop.Add(Roles.SuperUser), title, title + "。");
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

        Assert.Equal([page.PublicId], (await web.Post<Suggestions>("/api/suggestions", new { text = typed, language = "en" })).Value!.Pages.Select(found => found.PageId));
        Assert.Empty((await web.Post<Suggestions>("/api/suggestions", new { text = typed[..2], language = "en" })).Value!.Pages);
    }

    [Fact]
    public async Task Whoever_answers_finds_the_answers_about_its_product_first_however_many_of_others_are_more_alike()
    {
        var shop = await app.Open();
        var author = await shop.Add(Roles.SuperUser);
        foreach (var name in new[] { "Teapot", "Pan", "Wok", "Jug" })
            await Publish(shop, author, "Can it go in the dishwasher every day?", $"Of the {name}: yes.", page => page with { ProductId = name, ProductName = name });
        await Publish(shop, author, "May it go in a dishwasher?", "Of the bowl: no.", page => page with { ProductId = "Bowl", ProductName = "Bowl" });
        await using var maya = await shop.SuperUser();
        var id = (await (await shop.Visitor()).Http.Ask(Keys.Question("Can it go in the dishwasher every day?") with { Product = new("bowl", "Bowl", null) })).Value!.Thread.ThreadId;
        await maya.AcceptNext(id);

        var beside = (await maya.Web.Get<Suggestions>($"/api/threads/{id}/similar")).Value!.Pages;

        Assert.Equal((3, "Bowl"), (beside.Count, beside[0].ProductName));
    }

    [Fact]
    public async Task What_may_be_true_no_longer_is_offered_to_nobody_who_asks_and_marked_for_whoever_answers()
    {
        var shop = await app.Open();
        var page = await Publish(shop, await shop.Add(Roles.SuperUser), "How do I descale the espresso machine?", "With citric acid.", page => page with { ProductId = "espresso", ProductName = "Espresso" });
        await app.Write(tx => app.Get<EditionEdits>().SetOutdated(tx, page.Id, outdated: true, 2));
        await using var maya = await shop.SuperUser();
        var id = (await (await shop.Visitor()).Http.Ask(Keys.Question("My espresso machine needs descaling, how?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(id);
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

        Assert.Empty((await web.Post<Suggestions>("/api/suggestions", new { text = "How do I descale my espresso machine?", language = "en" })).Value!.Pages);
        Assert.True(Assert.Single((await maya.Web.Get<Suggestions>($"/api/threads/{id}/similar")).Value!.Pages).IsOutdated);
        Assert.True(Assert.Single((await web.Get<ProductAnswers>($"/api/answers?site={shop.Site.Key}&product=espresso")).Value!.Questions).Outdated);
    }

    [Fact]
    public async Task Every_way_to_an_answer_leads_to_where_the_shop_shows_it()
    {
        var shop = await app.Open();
        var page = await Publish(shop, await shop.Add(Roles.SuperUser), "How do I descale the espresso machine?", "With citric acid.");
        await app.Write(tx => app.Get<SiteStore>().Save(tx, shop.Site with { AnswersBase = "https://shop.example/questions" }));
        app.Get<SiteStore>().Forget();
        await using var maya = await shop.SuperUser();
        var visitor = await shop.Visitor();
        var id = (await visitor.Http.Ask(Keys.Question("My espresso machine needs descaling, how?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(id);
        var web = new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });
        var asked = await app.Get<AskByForm>().Run((await app.Get<SiteStore>().BySlug(shop.Site.Slug))!, "en", new("", ReaderTexts.In("en"), SendsMail: false, page, "Is vinegar as good as citric acid?"), new(IPAddress.Loopback, "a browser"));
        Assert.Null(asked.Refusal);

        string[] ways =
        [
            Assert.Single((await web.Post<Suggestions>("/api/suggestions", new { text = "How do I descale my espresso machine?", language = "en" })).Value!.Pages).Url,
            Assert.Single((await maya.Web.Get<Suggestions>($"/api/threads/{id}/similar")).Value!.Pages).Url,
            (await app.Db.Query<ThreadRecord>("select * from threads where site = @Id", new { shop.Site.Id })).Select(thread => thread.Page?.Url).Single(url => url?.Contains(page.PublicId, StringComparison.Ordinal) == true)!,
        ];

        Assert.All(ways, way => Assert.Equal($"https://shop.example/questions/{page.PublicId}/{page.Slug}", way));
    }

    private async Task<Edition> Publish(Shop shop, Member author, string title, string answer, Func<Edition, Edition>? with = null)
    {
        var asked = (await (await shop.Visitor()).Http.Ask(Keys.Question(title))).Value!.Thread;
        var thread = (await app.Get<ThreadStore>().Find(shop.Site.Id, asked.ThreadId))!;
        var draft = new Edition
        {
            Id = Guid.CreateVersion7(),
            PublicId = ThreadStore.NewPublicId(),
            Thread = thread.Id,
            Site = shop.Site.Id,
            State = Publications.Review,
            Title = title,
            Slug = Edition.SlugOf(title),
            Question = title,
            AskedAt = 1,
            ProposedAt = 1,
            UpdatedAt = 1,
        };
        draft = with?.Invoke(draft) ?? draft;
        await app.Write(async tx =>
        {
            await app.Get<EditionStore>().Add(tx, draft, [new Answer { Position = 1, Member = author.Id, SourceSeqs = "2", Body = answer, State = "accepted", AnsweredAt = 1 }]);
            await app.Get<EditionStore>().Move(tx, draft, Publications.Published, title, 1);
        });
        return draft;
    }
}
