using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Hubs;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.Hosting;

/// <summary>What a member sends to a page while the database is away stands there again, and is taken once it is back.</summary>
public sealed partial class KeptFormTests(StorageTests.MoodyApp app) : IClassFixture<StorageTests.MoodyApp>
{
    private const string Answer = "Only with the new bulb,\r\nand only < 10 watts: ☀.";

    private MoodyDialect Disk => (MoodyDialect)app.Get<SqlDialect>();

    [Theory]
    [InlineData("", "What was in the form is below")]
    [InlineData("?lang=fr", "Le contenu du formulaire est ci-dessous")]
    public async Task A_draft_that_was_worded_anew_is_sent_again_from_the_page_that_says_it_was_not_kept(string language, string says)
    {
        var (_, moderator, pages) = await Desk();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");

        var away = await Away(await Press(moderator, $"/moderation{language}", "Save", ("Answers[0]", Answer)));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5", true), (away.StatusCode, away.Headers.RetryAfter?.ToString(), away.Headers.CacheControl?.NoStore));
        var (words, form) = await Kept(away);
        Assert.Contains(says, words, StringComparison.Ordinal);
        Assert.Equal([draft.Title, draft.Question, Answer.ReplaceLineEndings("\n")], form.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(area => area.Value.ReplaceLineEndings("\n")));
        Assert.Equal(0, (await app.Get<EditionStore>().Find(draft.Id))!.Revision);

        Assert.Equal(HttpStatusCode.Redirect, (await Again(moderator, form)).StatusCode);
        Assert.Equal(Answer.ReplaceLineEndings("\n"), Assert.Single(await app.Get<EditionStore>().Answers(draft.Id)).Body);
        Assert.DoesNotContain(app.Errors.Entries, entry => entry.Contains("10 watts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_colleague_worded_meanwhile_is_not_overwritten_by_what_is_sent_again()
    {
        var (_, moderator, pages) = await Desk();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        var (_, form) = await Kept(await Away(await Press(moderator, "/moderation", "Save", ("Answers[0]", Answer))));

        Assert.NotNull((await app.Get<EditEdition>().Run(pages.Moderator, draft.PublicId, new(draft.Title, draft.Question, new Dictionary<long, string?> { [1] = "Yes." }, 1, 0))).Value);
        var told = await Again(moderator, form);

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Contains("and only &lt; 10 watts", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Yes.", Assert.Single(await app.Get<EditionStore>().Answers(draft.Id)).Body);
    }

    [Fact]
    public async Task An_answer_that_was_mended_and_the_reason_of_a_sanction_are_sent_again_too()
    {
        var (shop, moderator, pages) = await Desk();
        await using var closed = pages;
        var draft = await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        var maya = (await app.Get<MemberStore>().Find((Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!))!;
        Assert.NotNull((await app.Get<SendBack>().Run(pages.Moderator, draft.PublicId, maya.Id, "Which bulb?")).Value);
        var author = new Browser(app.Address).With(await shop.SignIn(maya));
        var (_, box) = await author.Form("/contributions");

        var (_, mended) = await Kept(await Away(() => Send(author, "/contributions", box, ("answer", "Ten."))));
        Assert.Equal("Ten.", mended.QuerySelector<IHtmlTextAreaElement>("textarea[name=answer]")?.Value);
        Assert.Equal(HttpStatusCode.Redirect, (await Again(author, mended)).StatusCode);
        Assert.Equal("Ten.", Assert.Single(await app.Get<EditionStore>().Answers(draft.Id)).Body);

        var (_, reason) = await Kept(await Away(await Press(moderator, $"/moderation/members/{maya.Id}", "Decide", ("Form.Kind", "reminder"), ("Form.Words", "In the talk about lamps."))));
        Assert.Equal(HttpStatusCode.Redirect, (await Again(moderator, reason)).StatusCode);
        Assert.Contains("In the talk about lamps.", Assert.Single(await app.Get<SanctionStore>().Of(maya.Id)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_shown_to_nobody()
    {
        var reader = new Browser(app.Address);
        var (_, fields) = await reader.Form("/sign-in");

        var away = await Away(() => Send(reader, "/sign-in", fields, ("site", "shop"), ("email", "robin@mail.example"), ("password", "open sesame and more")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        var html = await away.Content.ReadAsStringAsync();
        Assert.DoesNotContain("sesame", html, StringComparison.Ordinal);
        // Where the shop is remembered, the page itself comes back instead of a plain one, to be typed into anew.
        Assert.DoesNotContain("Send again", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_for_a_password_is_known_by_its_name()
    {
        var fields = Repository.Files("src/CommunityWidget", ".cshtml").SelectMany(file => Password().Matches(file.Text)).ToList();

        Assert.True(fields.Count >= 3, "To sign in, to join, to change it.");
        Assert.All(fields, field => Assert.True(Name().Match(field.Value) is { Success: true } name && KeptForm.IsSecret(name.Groups["name"].Value), field.Value));
    }

    [Fact]
    public async Task What_is_pressed_again_says_what_it_does_and_an_id_is_nobody_s_words()
    {
        var (_, moderator, pages) = await Desk();
        await using var closed = pages;
        await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        var (action, fields) = await moderator.Form("/moderation?lang=fr", "Publish");

        var (_, form) = await Kept(await Away(() => Send(moderator, action, [.. fields, ("words", "true"), ("answer", "9f0c2k71ab")])));

        Assert.Equal("Publier\u00a0: renvoyer", form.QuerySelector("button")!.TextContent);
        Assert.Equal("/moderation?lang=fr", form.Owner!.QuerySelector("main a")!.GetAttribute("href"));
        Assert.All(new[] { "words", "answer" }, name => Assert.Equal("hidden", form.QuerySelector($"[name={name}]")!.GetAttribute("type")));
    }

    [Fact]
    public async Task What_another_page_made_a_browser_send_does_not_come_back_as_somebody_s_words()
    {
        var (_, moderator, pages) = await Desk();
        await using var closed = pages;
        await pages.Draft("Does the lamp of brass dim?", "Only with the new bulb.");
        var (action, fields) = await moderator.Form("/moderation", "Save");

        var away = await Away(() => moderator.Send(HttpMethod.Post, action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), ("Origin", "https://evil.example"), ("Accept", "text/html")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.DoesNotContain("<form", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<(Shop Shop, Browser Moderator, ShopPages Pages)> Desk()
    {
        var shop = await app.Open();
        return (shop, new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator))), new ShopPages(app, shop));
    }

    // The page is opened while all is well.
    private async Task<Func<Task<HttpResponseMessage>>> Press(Browser browser, string page, string handler, params (string Name, string Value)[] typed)
    {
        var (action, fields) = await browser.Form(page, handler);
        return () => Send(browser, action, fields, typed);
    }

    private Task<HttpResponseMessage> Send(Browser browser, string action, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] typed) => browser.Send(
        HttpMethod.Post,
        action,
        new FormUrlEncodedContent(fields.Where(field => typed.All(other => other.Name != field.Name)).Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        ("Origin", app.Address.GetLeftPart(UriPartial.Authority)),
        ("Accept", "text/html,*/*"));

    private Task<HttpResponseMessage> Again(Browser browser, IHtmlFormElement form) => Send(browser, form.GetAttribute("action")!, Filled(form));

    private async Task<HttpResponseMessage> Away(Func<Task<HttpResponseMessage>> send)
    {
        Disk.IsAbsent = true;
        try
        {
            return await send();
        }
        finally
        {
            Disk.IsAbsent = false;
        }
    }

    private static async Task<(string Words, IHtmlFormElement Form)> Kept(HttpResponseMessage away)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        var form = FormIn(await away.Content.ReadAsStringAsync());
        return (form.Owner!.QuerySelector("main [role=alert]")!.TextContent, form);
    }

    private static IHtmlFormElement FormIn(string html)
    {
        var form = new HtmlParser().ParseDocument(html).QuerySelector<IHtmlFormElement>("main form[method=post]");
        Assert.NotNull(form);
        return form;
    }

    private static IReadOnlyList<(string Name, string Value)> Filled(IHtmlFormElement form) => [.. form.Elements.SelectMany(Browser.Filled)];

    [GeneratedRegex("<input[^>]*type=\"password\"[^>]*", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Password();

    [GeneratedRegex("name=\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Name();
}
