using System.Net;
using System.Text;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Doors;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Members report a public page from their console, over HTTP: every role may, nobody else and from nowhere else, and not without end.</summary>
public sealed class ReportDoorTests(ReportDoorTests.LimitedApp app) : IClassFixture<ReportDoorTests.LimitedApp>
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    [Fact]
    public async Task Whoever_is_a_member_here_reports_a_page_and_of_everybody_else_nothing_is_kept()
    {
        var (shop, page) = await Published();
        var visitor = await shop.Visitor();
        var wrong = new List<string>();
        foreach (var caller in await new DoorCallers(app, shop, visitor.Token).All())
        {
            // Three trusted ones would take it out of everybody's sight.
            await app.Write(tx => tx.Execute("delete from reports where thread = @Thread", page));
            var (answer, none) = (await Report(caller.Headers, page.PublicId), await Report(caller.Headers, "aaaaaaaaaa"));
            var member = (caller.As & Who.Members) != Who.Nobody;
            var expected = !member ? (caller.As == Who.Visitor ? 403 : 401) : caller.IsElsewhere ? 403 : caller.IsForeign ? 404 : 200;
            var kept = await app.Db.Query<string>("select reporter_kind || case when trusted then ' trusted' else '' end from reports where thread = @Thread", page);
            // A member's word is trusted, a super user's like an agent's.
            if (((int)answer.StatusCode, string.Join(' ', kept)) != (expected, expected == 200 ? "member trusted" : "")) wrong.Add($"{caller.Name}: {(int)answer.StatusCode} instead of {expected}, kept: {string.Join(' ', kept)}");
            // To a stranger what is there looks like what never was.
            if (caller.IsForeign && member && (none.StatusCode, await none.Content.ReadAsStringAsync()) != (answer.StatusCode, await answer.Content.ReadAsStringAsync())) wrong.Add($"{caller.Name}: what is there looks otherwise");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_same_page_again_is_the_same_report_and_what_cannot_be_one_is_refused()
    {
        var (shop, page) = await Published();
        var maya = await Page(shop, Roles.SuperUser);
        var first = await maya.Post<ReportView>(Path(page.PublicId), new ReportRequest(0, ReportReasons.Wrong, "It hums."));
        Assert.Equal((0L, "open"), (first.Value!.Seq, first.Value.State));
        Assert.Equal(first.Value, (await maya.Post<ReportView>(Path(page.PublicId), new ReportRequest(7, ReportReasons.Spam))).Value);
        Assert.Equal(1, await Reports(page));

        var leo = await Page(shop, Roles.SuperUser);
        Assert.Equal(Refusals.NotUnderstood.Code, (await leo.Post<ReportView>(Path(page.PublicId), new ReportRequest(0, "because"))).Refusal?.Code);
        Assert.Equal(Refusals.TextTooLong.Code, (await leo.Post<ReportView>(Path(page.PublicId), new ReportRequest(0, ReportReasons.Other, new string('x', 1_001)))).Refusal?.Code);
        Assert.Equal(Refusals.NotFound.Code, (await leo.Post<ReportView>(Path("' or 1=1"), new ReportRequest(0, ReportReasons.Other))).Refusal?.Code);
        await app.Write(tx => app.Get<EditionStore>().Withdraw(tx, page.Thread, 1));
        Assert.Equal(Refusals.NotFound.Code, (await leo.Post<ReportView>(Path(page.PublicId), new ReportRequest(0, ReportReasons.Other))).Refusal?.Code);
        Assert.Equal(1, await Reports(page));
    }

    [Fact]
    public async Task Ten_a_day_are_enough_and_whoever_reports_more_is_told_when_to_come_again()
    {
        var (shop, page) = await Published();
        var maya = await shop.Add(Roles.SuperUser);
        var headers = Headers(await shop.SignIn(maya));
        // Ten of today, each about another conversation.
        foreach (var visitor in await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.Visitor()))) await visitor.Http.Ask(Keys.Question("Anything?"));
        await app.Write(tx => tx.Execute(
            """
            insert into reports (id, public_id, site, thread, seq, reporter_kind, reporter, trusted, reason, state, at)
            select id, substr(public_id, 1, 8) || 'xx', site, id, 0, 'member', @who, @yes, 'other', 'open', @now from threads where site = @Id and id <> @Thread
            """,
            new { shop.Site.Id, page.Thread, who = maya.Id.ToString(), yes = true, now = app.Get<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds() }));

        var refused = await Report(headers, page.PublicId);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromDays(1), refused.Headers.RetryAfter!.Delta);
        Assert.Contains(Refusals.TooManyReports.Code, await refused.Content.ReadAsStringAsync());
        Assert.Equal(0, await Reports(page));
        // Somebody else has their own ten.
        Assert.NotNull((await (await Page(shop, Roles.SuperUser)).Post<ReportView>(Path(page.PublicId), new ReportRequest(0, ReportReasons.Other))).Value);
    }

    [Fact]
    public async Task Nor_is_the_door_knocked_at_without_end_by_one_member()
    {
        var (shop, page) = await Published();
        var headers = Headers(await shop.SignIn(await shop.Add(Roles.SuperUser)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => Report(headers, page.PublicId)));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal(TimeSpan.FromSeconds(Refusals.TooMany.RetryAfter!.Value), answer.Headers.RetryAfter!.Delta));
        Assert.Equal(1, await Reports(page));
        Assert.Equal(HttpStatusCode.OK, (await Report(Headers(await shop.SignIn(await shop.Add(Roles.SuperUser))), page.PublicId)).StatusCode);
    }

    private async Task<(Shop Shop, Edition Page)> Published(Shop? here = null)
    {
        var shop = here ?? await app.Open();
        await using var pages = new ShopPages(app, shop);
        return (shop, await pages.Publish($"Does the brass lamp {Secret.New()[..6]} dim?", $"It does, with any dimmer for LED lamps ({Secret.New()[..6]})."));
    }

    private static string Path(string page) => $"/api/pages/{Uri.EscapeDataString(page)}/reports";

    private Task<long> Reports(Edition page) => app.Db.Find<long>("select count(*) from reports where thread = @Thread", page);

    private Dictionary<string, string> Headers(string cookie) => new() { ["Cookie"] = cookie, ["Origin"] = app.Address.GetLeftPart(UriPartial.Authority) };

    private async Task<WebDoor> Page(Shop shop, string role) => new(app.Address, Headers(await shop.SignIn(await shop.Add(role))));

    private async Task<HttpResponseMessage> Report(IReadOnlyDictionary<string, string> headers, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, Path(page)));
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        request.Content = new StringContent(Wire.Write(new ReportRequest(0, ReportReasons.Wrong, "It hums.")), Encoding.UTF8, "application/json");
        return await Http.SendAsync(request);
    }

    public sealed class LimitedApp() : RunningApp(new() { ["Limits:Enabled"] = "true", ["Limits:MemberPerSecond"] = "4" });
}
