using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>What a stranger reads and does on public pages, over HTTP: without script, without cookie.</summary>
public sealed class ReaderFormTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly ProductContext Lamp = new("lamp/1", "Nordlys lamp", "https://shop.example/lamp");

    [Fact]
    public async Task A_page_and_the_lists_it_stands_in_lead_to_each_other_and_set_no_cookie()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Which bulb fits the brass lamp?", "An E14 bulb, see https://elsewhere.example/e14 for its size.", "coffee", Lamp);
        var reader = new Browser(app.Address);

        var (html, answer) = await Read(reader, page.Path(shop.Site.Slug));
        Assert.Equal("Accepted answer", answer.QuerySelector("section.accepted h2")!.TextContent);
        Assert.Contains("volunteer since", answer.QuerySelector("section.accepted .by")!.TextContent);
        Assert.Equal($"answer-{(await app.Get<EditionStore>().Answers(page.Id)).Single().Id}", answer.QuerySelector("section.accepted")!.Id);
        Assert.Single(answer.QuerySelectorAll("h1"));

        var links = answer.QuerySelectorAll<IHtmlAnchorElement>("main a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith('/')).Distinct().ToList();
        Assert.Equal(4, links.Count);
        var (_, found) = await Read(reader, $"/answers/{shop.Site.Slug}/search?q=brass+bulb");
        Assert.Contains(found.QuerySelectorAll("main li a"), a => a.GetAttribute("href") == page.Path(shop.Site.Slug));
        Assert.Contains("Nothing found", (await Read(reader, $"/answers/{shop.Site.Slug}/search?q=zzzyx")).Html);
        Assert.Equal("no-cache, private", (await reader.Get($"/answers/{shop.Site.Slug}/search?q=zzzyx")).Headers.CacheControl!.ToString());
        foreach (var link in links)
        {
            var (_, list) = await Read(reader, link);
            Assert.Contains(list.QuerySelectorAll("main a"), a => a.GetAttribute("href") == page.Path(shop.Site.Slug));
            Assert.EndsWith(link, list.QuerySelector<IHtmlLinkElement>("link[rel=canonical]")!.Href);
        }
        Assert.Contains($"/answers/{shop.Site.Slug}/products/lamp%252F1", links);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/answers/{shop.Site.Slug}/products/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/answers/{shop.Site.Slug}/topics/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/answers/{shop.Site.Slug}/people/{pages.Moderator.Id:N}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get($"/answers/{shop.Site.Slug}/topics/delivery")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/answers/{shop.Site.Slug}?after=1.{Guid.Empty:N}")).StatusCode);
        Assert.DoesNotContain("@shop", html);
    }

    [Fact]
    public async Task A_page_bears_the_shop_s_colour_keeps_the_language_asked_for_and_asks_for_no_address_where_no_mail_goes_out()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp fold?", "It folds twice, and then stands on a shelf.");
        var (reader, home) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}");

        var (_, answer) = await Read(reader, page.Path(shop.Site.Slug));
        var sheet = answer.QuerySelectorAll("link[rel=stylesheet]").Last().GetAttribute("href")!;
        Assert.Equal(AccentSheet.AddressFor(shop.Site), sheet);
        Assert.Contains(Colour.Readable(shop.Site.Accent).Dark, await (await reader.Get(sheet)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/assets/accent-red}body{.css")).StatusCode);
        Assert.NotNull(answer.QuerySelector("form[data-ask] textarea"));
        Assert.Null(answer.QuerySelector("form[data-ask] input[type=email]"));

        var moved = await reader.Get($"{home}/{page.PublicId}/an-older-title?lang=fr");
        Assert.Equal((HttpStatusCode.MovedPermanently, page.Path(shop.Site.Slug) + "?lang=fr"), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        // What stands behind a form is found by nobody and kept by nobody.
        foreach (var path in new[] { "ask", $"add/{page.PublicId}", $"told/helped/{page.PublicId}", "report/thanks", "asked" })
        {
            var form = await reader.Get($"{home}/{path}");
            Assert.Equal((path, "noindex", "no-store"), (path, form.Headers.GetValues("X-Robots-Tag").Single(), form.Headers.CacheControl!.ToString()));
            Assert.Contains("<meta name=\"robots\" content=\"noindex", await form.Content.ReadAsStringAsync());
        }
        var missed = await reader.Get($"{home}/abcdefghij/nothing", ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.NotFound, missed.StatusCode);
        Assert.Contains($"href=\"{home}\"", await missed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_reader_adds_an_answer_and_loses_nothing_they_typed()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var (reader, form) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}/add/{page.PublicId}");

        var (status, kept) = await Sent(reader, form, "https://evil.example", ("name", "Robin"), ("text", "Mine hums."));
        Assert.Equal((HttpStatusCode.Forbidden, "Mine hums.", "Robin"), (status, Typed(kept, "text"), Typed(kept, "name")));
        (status, kept) = await Sent(reader, form, Own, ("name", "Robin"), ("text", "You are a fucking idiot, \"<b>\"."));
        Assert.Equal((HttpStatusCode.BadRequest, "You are a fucking idiot, \"<b>\"."), (status, Typed(kept, "text")));
        Assert.Contains("hurt people", kept.QuerySelector("[role=alert]")!.TextContent);
        (status, kept) = await Sent(reader, form, Own, ("name", "Kevin Martin"), ("text", "Mine hums."));
        Assert.Equal((HttpStatusCode.BadRequest, "Mine hums.", "Kevin Martin"), (status, Typed(kept, "text"), Typed(kept, "name")));
        Assert.Contains("first name or a nickname", kept.QuerySelector("[role=alert]")!.TextContent);
        (_, kept) = await Sent(reader, form + "?lang=fr", Own, ("name", "Kevin Martin"), ("text", "Mine hums."));
        Assert.Contains("un prénom ou un pseudonyme", kept.QuerySelector("[role=alert]")!.TextContent);
        Assert.EndsWith("/told/thanks/" + page.PublicId, (await Post(reader, form, Own, ("name", "Bot"), ("text", "Buy!"), ("website", "https://spam.example"))).Headers.Location!.OriginalString);
        Assert.Empty(await app.Get<ProposedStore>().Open(shop.Site.Id, 9));

        var sent = await Post(reader, form, Own, ("name", "Robin"), ("text", "Mine hums with an old dimmer."));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.False(sent.Headers.Contains("Set-Cookie"));
        var outcome = sent.Headers.Location!.OriginalString;
        Assert.Contains("A moderator reads it", (await Read(reader, outcome)).Html);
        Assert.DoesNotContain("hums", (await Read(reader, page.Path(shop.Site.Slug))).Html);

        var proposed = Assert.Single(await app.Get<ProposedStore>().Open(shop.Site.Id, 9));
        Assert.NotNull((await app.Get<DecideProposed>().Run(pages.Moderator, proposed.PublicId, publish: true)).Value);
        Assert.Contains("hums", (await Read(reader, page.Path(shop.Site.Slug))).Html);
        Assert.Contains($"#answer-{proposed.PublicId}", (await Read(reader, outcome)).Html);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "name=a%00b&text=x&question=x&said=helped&reason=spam", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "many", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "--x", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--y", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.Forbidden)]
    public async Task A_form_that_cannot_be_read_is_refused_as_one_and_fails_nowhere(string type, string body, HttpStatusCode status)
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        if (body == "many") body = string.Join('&', Enumerable.Range(0, 2_000).Select(n => $"field{n}=1"));

        foreach (var path in new[] { $"add/{page.PublicId}", "ask", $"vote/{page.PublicId}", $"{page.PublicId}/report" })
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            var answer = await new Browser(app.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/{path}", content, ("Origin", Own));
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_reader_says_whether_it_helped()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var (reader, form, answer) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}/vote/{page.PublicId}", (await app.Get<EditionStore>().Answers(page.Id)).Single());

        Assert.Equal(HttpStatusCode.Forbidden, (await Post(reader, form, "https://evil.example", ("said", "helped"))).StatusCode);
        // Where a shop shows our pages under its own name, it comes from there.
        var told = await Post(reader, form, shop.Site.OriginList[0], ("said", "helped"), ("answer", answer.Id));
        Assert.Equal(HttpStatusCode.SeeOther, told.StatusCode);
        Assert.Contains("it helped", (await Read(reader, told.Headers.Location!.OriginalString)).Html);
        Assert.Contains("Helped 1 reader<", (await Read(reader, page.Path(shop.Site.Slug))).Html);
        Assert.Contains("thanked once", (await Read(reader, page.Path(shop.Site.Slug))).Html);
        var marks = await app.Db.Query<string>("select mark from reader_votes where page = @Id", new { page.Id });
        Assert.DoesNotContain("127.0.0.1", Assert.Single(marks));
        // What is named and is no answer of this page is kept nowhere, and that it helped is known.
        await Post(reader, form, Own, ("said", "helped"), ("answer", "of another page"));
        Assert.Equal(answer.Id, Assert.Single(await app.Db.Query<string?>("select answer from reader_votes where page = @Id", new { page.Id })));
    }

    [Fact]
    public async Task A_form_of_a_French_page_is_answered_in_French_whatever_the_browser_asks_for()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        await app.Write(tx => tx.Execute("update pages set language = 'fr' where id = @Id", new { page.Id }));
        var reader = new Browser(app.Address).Through(("Accept-Language", "en"));
        var (_, shown) = await Read(reader, page.Path(shop.Site.Slug));

        foreach (var form in new[] { "/add/", "/vote/", "/report", "/ask" })
        {
            var action = shown.QuerySelectorAll("form[method=post]").Select(one => one.GetAttribute("action")!).First(action => action.Contains(form, StringComparison.Ordinal));
            var sent = await Post(reader, action, Own, ("name", "Robin"), ("text", "Mine hums with an old dimmer."), ("said", "helped"), ("reason", "wrong"), ("question", "And outdoors?"));
            Assert.Equal((form, HttpStatusCode.SeeOther), (form, sent.StatusCode));
            Assert.Equal((form, "fr"), (form, (await Read(reader, sent.Headers.Location!.OriginalString.Split('#')[0])).Page.DocumentElement.GetAttribute("lang")));
            if (form == "/vote/") continue;
            var (status, kept) = await Sent(reader, action, "https://evil.example");
            Assert.Equal((form, HttpStatusCode.Forbidden, "fr"), (form, status, kept.DocumentElement.GetAttribute("lang")));
        }
    }

    [Theory]
    [InlineData("", "fr", "Et dehors ?", "fr")]
    [InlineData("/search?q=lampe", "fr", "Et dehors ?", "fr")]
    [InlineData("?lang=fr", "en", "And outdoors?", "en")]
    [InlineData("", "en", "Est-ce que la lampe est livrée avec une ampoule ?", "fr")]
    public async Task What_is_asked_from_a_list_is_in_the_language_of_who_asks_whatever_the_list_is_in(string list, string browser, string question, string language)
    {
        var shop = await app.Open();
        var reader = new Browser(app.Address).Through(("Accept-Language", browser));
        var (_, shown) = await Read(reader, $"/answers/{shop.Site.Slug}{list}");

        var sent = await Post(reader, shown.QuerySelector("form[data-ask]")!.GetAttribute("action")!, Own, ("question", question));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(language, await app.Db.Find<string>("select language from threads where site = @Id", new { shop.Site.Id }));
        // The words of the pages stay as they were.
        Assert.Equal(shown.DocumentElement.GetAttribute("lang"), (await Read(reader, sent.Headers.Location!.OriginalString.Split('#')[0])).Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_form_that_asks_stays_about_its_page_in_the_other_language()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var reader = new Browser(app.Address);

        var (_, asks) = await Read(reader, $"/answers/{shop.Site.Slug}/ask?about={page.PublicId}");
        var (_, demande) = await Read(reader, asks.QuerySelector("header a[lang=fr]")!.GetAttribute("href")!);

        Assert.Equal(("fr", page.PublicId), (demande.DocumentElement.GetAttribute("lang"), demande.QuerySelector<IHtmlInputElement>("main [name=about]")!.Value));
    }

    [Theory]
    [InlineData("", "Only signed-in customers", "What you typed")]
    [InlineData("?lang=fr", "seuls les clients connectés", "Ce que vous avez saisi")]
    public async Task Where_only_customers_are_served_the_form_that_asks_says_so_at_once(string language, string says, string kept)
    {
        var shop = await app.Open();
        await app.Write(tx => app.Get<SiteStore>().Save(tx, shop.Site with { IdentityRequired = true }));
        var (reader, form) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}/ask{language}");

        var opened = new HtmlParser().ParseDocument(await (await reader.Get(form)).Content.ReadAsStringAsync());
        Assert.Contains(says, opened.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(kept, opened.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(opened.QuerySelectorAll("main form"));

        // Nothing is lost of one that was open before.
        var (_, again) = await Sent(reader, form, Own, ("question", "And outdoors?"));
        Assert.Equal("And outdoors?", Typed(again, "question"));
        Assert.Contains(says, again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "We ask the author to look at it")]
    [InlineData("?lang=fr", "Nous demandons à l’auteur de vérifier")]
    public async Task Nobody_is_said_to_be_asked_where_the_answer_s_author_was_erased(string language, string asked)
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        await app.Write(tx => tx.Execute("update members set name = '' where id = (select member from answers where page = @Id)", new { page.Id }));

        var told = (await Read(new Browser(app.Address), $"/answers/{shop.Site.Slug}/told/{TakeVote.NoLongerTrue}/{page.PublicId}{language}")).Page.QuerySelector("main .lead")!.TextContent;

        Assert.DoesNotContain(asked, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "We ask the author to look at it")]
    [InlineData("?lang=fr", "Nous demandons à l’auteur de vérifier")]
    public async Task Nobody_is_said_to_be_asked_where_no_member_of_ours_wrote_the_answer(string language, string asked)
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var (reader, told) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}/told/{TakeVote.NoLongerTrue}/{page.PublicId}{language}");

        var before = (await Read(reader, told)).Page.QuerySelector("main .lead")!.TextContent;
        await app.Write(tx => tx.Execute("update answers set member = null, author_name = 'Robin' where page = @Id", new { page.Id }));
        var after = (await Read(reader, told)).Page.QuerySelector("main .lead")!.TextContent;

        Assert.Equal((true, false), (before.Contains(asked, StringComparison.Ordinal), after.Contains(asked, StringComparison.Ordinal)));
        Assert.StartsWith(language.Length == 0 ? "Thank you. " : "Merci. ", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_still_needs_help_asks_by_a_plain_form_and_gets_the_one_way_back()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.", "coffee", Lamp);
        var (reader, form) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}/ask");
        var before = await app.Db.Find<long>("select count(*) from visitors where site = @Id", new { shop.Site.Id });

        var (status, kept) = await Sent(reader, form, Own, ("question", "And outdoors?"), ("email", "not an address"), ("about", page.PublicId));
        Assert.Equal((HttpStatusCode.BadRequest, "And outdoors?", "not an address"), (status, Typed(kept, "question"), Typed(kept, "email")));
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(reader, form, "https://evil.example", ("question", "And outdoors?"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(reader, form, Own, ("question", "You are a fucking idiot."))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(reader, form, Own, ("question", " "))).StatusCode);
        Assert.EndsWith("/told/thanks/-", (await Post(reader, form, Own, ("question", "Buy!"), ("website", "https://spam.example"))).Headers.Location!.OriginalString);
        Assert.Equal(before, await app.Db.Find<long>("select count(*) from visitors where site = @Id", new { shop.Site.Id }));

        var asked = await Post(reader, form, Own, ("question", "And outdoors?"), ("about", page.PublicId));
        Assert.False(asked.Headers.Contains("Set-Cookie"));
        Assert.Contains("no-store", asked.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        var (told, secret) = (asked.Headers.Location!.OriginalString.Split('#')[0], asked.Headers.Location.OriginalString.Split("#community-widget:")[1]);
        var (html, document) = await Read(reader, told);
        // Another language would be an address without what opens it.
        Assert.Empty(document.QuerySelectorAll("header a[lang]"));
        Assert.Contains($"href=\"{page.Path(shop.Site.Slug)}\"", html);
        var opened = (await new WebDoor(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key }).Post<LinkOpened>("/api/mail/open", new { secret })).Value!;
        var thread = (await app.Get<ThreadStore>().Find(shop.Site.Id, opened.ThreadId))!;
        Assert.Equal(("coffee", "lamp/1", "en", true), (thread.Topic, thread.Product?.Id, thread.Language, thread.MayBeLinked));
        Assert.Equal("And outdoors?", (await app.Get<ThreadStore>().Events(thread.Id, 0))[0].Body);
    }

    [Fact]
    public async Task What_is_not_public_shows_no_word_of_its_title_or_text_anywhere()
    {
        var shop = await app.Open();
        await using var pages = new ShopPages(app, shop);
        var product = new ProductContext("secret-lamp", "Quetzal lamp");
        var shown = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer.", "coffee", Lamp);
        var hidden = new List<Edition> { await pages.Draft("Is the quetzal pending?", "A quetzal answer, number one.", "coffee", product) };
        var rejected = await pages.Draft("Is the quetzal rejected?", "A quetzal answer, number two.", "coffee", product);
        await app.Get<ReviewThread>().Reject(pages.Moderator, rejected.PublicId);
        var withdrawn = await pages.Publish("Is the quetzal withdrawn?", "A quetzal answer, number three.", "coffee", product);
        var (proposed, report) = ((await app.Get<ProposeAnswer>().Run(shop.Site, withdrawn.PublicId, new("Robin", "Mine is blue."), "a reader")).Value!, (await app.Get<FileReport>().Run(shop.Site, withdrawn.PublicId, new(0, ReportReasons.Wrong, null), "a reader")).Value!);
        await app.Get<ReviewThread>().Withdraw(pages.Moderator, withdrawn.PublicId);
        var reported = await pages.Publish("Is the quetzal reported?", "A quetzal answer, number four.", "delivery", product);
        await app.Write(tx => app.Get<EditionStore>().Hide(tx, reported.Thread, 1));
        var erased = await pages.Publish("Is the quetzal erased?", "A quetzal answer, number five.", "coffee", product);
        var visitor = (await app.Get<ThreadStore>().Find(erased.Thread))!.Visitor;
        Assert.Null((await app.Get<EraseVisitor>().Run(pages.Moderator, visitor)).Refusal);
        hidden.AddRange([rejected, withdrawn, reported, erased]);
        var author = (await app.Get<EditionStore>().Answers(shown.Id)).Single().Member!.Value;

        var home = $"/answers/{shop.Site.Slug}";
        var reader = new Browser(app.Address);
        List<string> addresses =
        [
            home, $"{home}/search?q=quail+pending+lamp", $"{home}/answer/{proposed.PublicId}", $"{home}/report/{report.PublicId}", $"{home}/topics/coffee", $"{home}/products/secret-lamp", $"{home}/people/{author:N}", shown.Path(shop.Site.Slug), $"{home}/feed.atom", $"{home}/sitemap-1.xml", $"{home}/sitemap-lists.xml",
            .. hidden.SelectMany(page => (string[])[page.Path(shop.Site.Slug), $"{home}/{page.PublicId}", $"{home}/add/{page.PublicId}", $"{home}/ask?about={page.PublicId}", $"{home}/told/helped/{page.PublicId}"]),
        ];
        foreach (var address in addresses)
        {
            var answer = await reader.Get(address);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.False(body.Contains("quetzal", StringComparison.OrdinalIgnoreCase), $"{address} tells of it: {answer.StatusCode}");
            Assert.DoesNotContain("quetzal", answer.Headers.Location?.OriginalString ?? "");
        }
        // Nor what only such pages are about.
        var lists = await (await reader.Get($"{home}/sitemap-lists.xml")).Content.ReadAsStringAsync();
        Assert.Equal((true, false, false), (lists.Contains("topics/coffee", StringComparison.Ordinal), lists.Contains("topics/delivery", StringComparison.Ordinal), lists.Contains("secret-lamp", StringComparison.Ordinal)));
        foreach (var page in hidden)
        {
            var answer = await Post(reader, $"{home}/add/{page.PublicId}", Own, ("name", "Robin"), ("text", "Hello."));
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.Gone]);
            Assert.DoesNotContain("quetzal", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("brass lamp", (await Read(reader, home)).Html);
        Assert.DoesNotContain("topics/delivery", (await Read(reader, home)).Html);
    }

    private string Own => app.Address.GetLeftPart(UriPartial.Authority);

    private static async Task<(string Html, IHtmlDocument Page)> Read(Browser reader, string path)
    {
        var answer = await reader.Get(path);
        Assert.Equal((HttpStatusCode.OK, path), (answer.StatusCode, path));
        Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        var html = await answer.Content.ReadAsStringAsync();
        return (html, new HtmlParser().ParseDocument(html));
    }

    private static Task<HttpResponseMessage> Post(Browser reader, string path, string origin, params (string Name, string Value)[] fields) =>
        reader.Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), ("Origin", origin));

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> Sent(Browser reader, string path, string origin, params (string Name, string Value)[] fields)
    {
        var answer = await Post(reader, path, origin, fields);
        return (answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    private static string? Typed(IHtmlDocument page, string name) => page.QuerySelector($"main [name={name}]") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };
}
