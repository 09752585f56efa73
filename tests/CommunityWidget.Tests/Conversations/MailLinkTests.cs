using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Conversations;

/// <summary>The links of mails, followed over HTTP by whoever holds them.</summary>
public sealed class MailLinkTests(MailingApp app) : IClassFixture<MailingApp>
{
    [Fact]
    public async Task The_link_of_an_answer_opens_its_conversation_on_another_browser_and_nothing_else()
    {
        var (shop, visitor) = await Arrive();
        var (mailed, other) = (await Park(visitor), await Park(visitor));
        await using var agent = await shop.Agent();
        await agent.SetAvailable(false);
        var secret = (await Answered(shop, visitor, agent, mailed, $"https://{shop.Site.Slug}.example/lamp")).Secret("#community-widget:")["community-widget:".Length..];

        var opened = (await Stranger(shop).Post<LinkOpened>("/api/mail/open", new { secret })).Value!;
        Assert.Equal(mailed, opened.ThreadId);
        await using var linked = await VisitorDriver.With(app.Address, shop.Site.Key, opened.Token!).Connect();
        Assert.Contains((await linked.Socket.Resume(mailed, 0)).Value!.Events, e => e.Text == "Because.");

        foreach (var door in new[] { linked.Socket, linked.Http })
        {
            Assert.Equal(Refusals.NotFound, (await door.Resume(other, 0)).Refusal);
            Assert.Equal(Refusals.NotFound, (await door.Send(new(other, Keys.New(), "x"))).Refusal);
            Assert.Equal(Refusals.NotFound, (await door.End(other)).Refusal);
            Assert.Equal(Refusals.NotFound, (await door.LeaveEmail(other, "x@y.example")).Refusal);
            Assert.Equal(Refusals.NotSignedIn, (await door.Ask(Keys.Question("Another?"))).Refusal);
        }
        await agent.Send(other, "Not for the link.", 0);
        await visitor.Screen.UntilReason(other, "answered");

        Assert.Null((await linked.Socket.Send(new(mailed, Keys.New(), "And why that?"))).Refusal);
        await linked.Screen.UntilReason(mailed, "parked");
        await visitor.Screen.UntilReason(mailed, "parked");
        Assert.Empty(linked.Screen.Of(other));
        await app.Check();
    }

    [Fact]
    public async Task Whoever_asked_from_this_browser_keeps_their_token()
    {
        var (shop, visitor) = await Arrive();
        var thread = await Park(visitor);
        await using var agent = await shop.Agent();
        await agent.SetAvailable(false);
        var mail = await Answered(shop, visitor, agent, thread);
        var secret = mail.Secret("#community-widget:")["community-widget:".Length..];

        Assert.Equal(new LinkOpened(thread, null), (await visitor.Web.Post<LinkOpened>("/api/mail/open", new { secret })).Value);
        // Asked on no page of the shop's: the way back is a page of ours.
        Assert.Contains($"/conversation?site={shop.Site.Key}&lang=en#", mail.Part("text/plain"));
        Assert.Contains($"data-site=\"{shop.Site.Key}\"", await (await new Browser(app.Address).Get($"/conversation?site={shop.Site.Key}")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_link_opens_nothing_on_another_site_for_another_purpose_or_when_it_was_never_made()
    {
        var (shop, visitor) = await Arrive();
        await using var agent = await shop.Agent();
        await agent.SetAvailable(false);
        var mail = await Answered(shop, visitor, agent, await Park(visitor));
        var (open, stop) = (mail.Secret("#community-widget:")["community-widget:".Length..], mail.Secret("/stop-mails"));

        foreach (var secret in new[] { stop, "never", "", null })
            Assert.Equal(Refusals.LinkNotValid, (await Stranger(shop).Post<LinkOpened>("/api/mail/open", new { secret })).Refusal);
        Assert.Equal(Refusals.LinkNotValid, (await Stranger(app.Neighbour).Post<LinkOpened>("/api/mail/open", new { secret = open })).Refusal);
        Assert.Equal(HttpStatusCode.Gone, (await new Browser(app.Address).Submit("/stop-mails", ("secret", open))).StatusCode);
        Assert.DoesNotContain(await Stored(), text => text.Contains(open) || text.Contains(stop));
    }

    [Fact]
    public async Task Mail_programs_stop_the_mails_by_one_press_and_looking_changes_nothing()
    {
        var (shop, visitor) = await Arrive();
        await using var agent = await shop.Agent();
        await agent.SetAvailable(false);
        var thread = await Park(visitor);
        var mail = await Answered(shop, visitor, agent, thread);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        var path = new Uri(mail.Header("List-Unsubscribe").Trim('<', '>')).AbsolutePath;
        Assert.StartsWith("/api/mail/stop/", path);
        var address = new Uri(app.Address, path);

        using var program = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var looked = await program.GetAsync(address);
        Assert.StartsWith("/stop-mails#", looked.Headers.Location!.ToString());
        Assert.True((await visitor.Http.Resume(thread, 0)).Value!.EmailConfirmed);

        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync(address, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).StatusCode);
        Assert.False((await visitor.Http.Resume(thread, 0)).Value!.Email);
    }

    [Fact]
    public async Task A_confirmation_needs_its_button()
    {
        var (_, visitor) = await Arrive();
        var thread = await Park(visitor);
        var to = NewAddress();
        await visitor.Http.LeaveEmail(thread, to);
        var secret = (await MailTo(to, 1)).Secret("/confirm-email");
        var browser = new Browser(app.Address);
        await browser.Get("/confirm-email");
        Assert.False((await visitor.Http.Resume(thread, 0)).Value!.EmailConfirmed);
        Assert.Equal(HttpStatusCode.Gone, (await browser.Submit("/confirm-email", ("secret", secret + "x"))).StatusCode);
        var done = await browser.Submit("/confirm-email", ("secret", secret));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.True((await visitor.Http.Resume(thread, 0)).Value!.EmailConfirmed);
        Assert.Contains("Thank you. The answer will come", await (await browser.Get(done.Headers.Location!.OriginalString)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_tab_on_which_mails_were_stopped_stops_nothing_when_it_is_loaded_again()
    {
        var (shop, visitor) = await Arrive();
        var thread = await Park(visitor);
        await using var agent = await shop.Agent();
        var page = $"https://{shop.Site.Slug}.example/lamp";
        var stop = (await Answered(shop, visitor, agent, thread, page)).Secret("/stop-mails");
        var tab = new Browser(app.Address);
        var done = (await tab.Submit("/stop-mails?lang=fr", ("secret", stop))).Headers.Location!.OriginalString;
        Assert.False((await visitor.Http.Resume(thread, 0)).Value!.Email);
        var to = NewAddress();
        Assert.Null((await visitor.Http.LeaveEmail(thread, to)).Refusal);

        var html = await (await tab.Get(done)).Content.ReadAsStringAsync();

        Assert.True((await visitor.Http.Resume(thread, 0)).Value!.Email);
        Assert.Contains("plus aucun message", WebUtility.HtmlDecode(html));
        Assert.Contains($"href=\"{page}\"", html);
        // What it says is ours to say: a mark from elsewhere says nothing, nor does this one on another page.
        Assert.DoesNotContain("lamp", done);
        foreach (var other in new[] { "/stop-mails?done=x", done.Replace("/stop-mails", "/withdraw-consent", StringComparison.Ordinal) })
            Assert.Contains("name=\"secret\"", await (await tab.Get(other)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_pressed_twice_with_an_address_writes_one_mail()
    {
        var shop = await app.Open();
        var to = NewAddress();
        async Task<HttpResponseMessage> Ask()
        {
            using var form = new FormUrlEncodedContent([new("question", "Does it fold?"), new("email", to)]);
            return await new Browser(app.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/ask", form, ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
        }

        var sent = await Task.WhenAll(Ask(), Ask());

        Assert.All(sent, one => Assert.Contains("/asked?mail=written#", one.Headers.Location!.OriginalString));
        Assert.DoesNotContain(to, sent[0].Headers.Location!.OriginalString);
        Assert.Contains("We have written to the address you left", await (await new Browser(app.Address).Get(sent[0].Headers.Location!.OriginalString.Split('#')[0])).Content.ReadAsStringAsync());
        Assert.Equal(1, await app.Db.Find<long>("select count(*) from mail_links l join threads t on t.id = l.thread where t.site = @Id and l.purpose = 'confirm'", new { shop.Site.Id }));
    }

    private static string NewAddress() => $"{Keys.New()}@visitors.example";

    private async Task<(Shop, VisitorDriver)> Arrive()
    {
        var shop = await app.Open();
        return (shop, await shop.ConnectedVisitor());
    }

    private static async Task<string> Park(VisitorDriver visitor, string? page = null)
    {
        var id = (await visitor.Socket.Ask(Keys.Question("Why?") with { Page = page is null ? null : new(page, "A lamp") })).Value!.Thread.ThreadId;
        await visitor.Screen.UntilReason(id, "parked");
        return id;
    }

    private async Task<ReceivedMail> Answered(Shop shop, VisitorDriver visitor, MemberDriver agent, string thread, string? page = null)
    {
        if (page is not null)
            await app.Write(tx => tx.Execute("update threads set page = @page where public_id = @thread", new { thread, page = $$"""{"url":"{{page}}"}""" }));
        var to = NewAddress();
        Assert.Null((await visitor.Http.LeaveEmail(thread, to)).Refusal);
        await new Browser(app.Address).Submit("/confirm-email", ("secret", (await MailTo(to, 1)).Secret("/confirm-email")));
        await agent.Send(thread, "Because.", 0);
        return await MailTo(to, 2);
    }

    private async Task<ReceivedMail> MailTo(string to, int number)
    {
        await Eventually.Holds(() => app.Post.Mails.Count(mail => mail.To == to) >= number);
        return app.Post.Mails.Where(mail => mail.To == to).ElementAt(number - 1);
    }

    private WebDoor Stranger(Shop shop) => new(app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key });

    private Task<IReadOnlyList<string>> Stored() => app.Db.Query<string>("select secret_hash from mail_links union all select kind from outbox union all select token_hash from visitor_passes");
}

/// <summary>The program with a mail server; answers leave as soon as they are looked for.</summary>
public sealed class MailingApp : RunningApp, IAsyncLifetime
{
    public MailingApp() : this(new MailServer()) { }

    private MailingApp(MailServer post) : base(new()
    {
        ["Email:Host"] = "127.0.0.1", ["Email:Port"] = $"{post.Port}", ["Email:From"] = "help@shops.example", ["Email:Security"] = "none",
        ["Conversations:MailAfterMs"] = "0", ["Conversations:SweepMs"] = "100",
    }) => Post = post;

    public MailServer Post { get; }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Post.DisposeAsync();
    }
}
