using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What strangers find at a page's address, and what they can say about it; over HTTP.</summary>
public sealed class PublicPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_reader_reports_a_page_by_its_own_form_and_reads_the_outcome()
    {
        var (shop, nour, _, page) = await Published();
        var reader = new Browser(app.Address);

        Assert.Equal(HttpStatusCode.Forbidden, (await Report(reader, shop, page, "https://evil.example")).StatusCode);
        Assert.Equal("thanks", Told(await Report(reader, shop, page, app.Address.GetLeftPart(UriPartial.Authority), ("website", "https://spam.example"))));
        Assert.Equal(0, await app.Db.Find<long>("select count(*) from reports where site = @Id", new { shop.Site.Id }));
        Assert.Equal(HttpStatusCode.BadRequest, (await Report(reader, shop, page, app.Address.GetLeftPart(UriPartial.Authority), ("reason", "because"))).StatusCode);

        var sent = await Report(reader, shop, page, app.Address.GetLeftPart(UriPartial.Authority));
        Assert.False(sent.Headers.Contains("Set-Cookie"));
        var outcome = await reader.Get(sent.Headers.Location!.OriginalString);
        Assert.Equal("noindex", Assert.Single(outcome.Headers.GetValues("X-Robots-Tag")));
        Assert.Contains("A moderator looks at it", await outcome.Content.ReadAsStringAsync());

        var report = (await app.Get<ReportStore>().Open(shop.Site.Id, 2)).Single();
        Assert.DoesNotContain("127.0.0.1", report.Reporter);
        Assert.NotNull((await app.Get<DecideReport>().Run(nour, report.PublicId, right: true)).Value);
        Assert.Contains("you were right", await (await reader.Get(sent.Headers.Location.OriginalString)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Gone, (await reader.Get(page.Path(shop.Site.Slug))).StatusCode);
    }

    [Fact]
    public async Task What_was_taken_back_hidden_or_found_a_double_is_not_found_where_it_was()
    {
        var (shop, nour, visitor, page) = await Published();
        var (reader, path, list) = (new Browser(app.Address), page.Path(shop.Site.Slug), $"/answers/{shop.Site.Slug}");
        Assert.Contains(page.Title, await (await reader.Get(list)).Content.ReadAsStringAsync());

        await app.Write(tx => app.Get<EditionStore>().Hide(tx, page.Thread, 1));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(path)).StatusCode);
        Assert.DoesNotContain(page.Title, await (await reader.Get(list)).Content.ReadAsStringAsync());
        await app.Write(tx => app.Get<EditionStore>().Show(tx, page.Id));
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(path)).StatusCode);

        var twin = await Draft(shop, "Does the lamp of brass dim?");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(twin.Page.Path(shop.Site.Slug))).StatusCode);
        Assert.NotNull((await app.Get<ReviewThread>().Merge(nour, twin.Page.PublicId, page.PublicId)).Value);
        var moved = await reader.Get(twin.Page.Path(shop.Site.Slug));
        Assert.Equal((HttpStatusCode.MovedPermanently, path), (moved.StatusCode, moved.Headers.Location!.OriginalString));

        var thread = (await app.Get<ThreadStore>().Find(page.Thread))!.PublicId;
        Assert.EndsWith(path, (await visitor.Web.Get<ConsentView>($"/api/threads/{thread}/consent")).Value!.Page);
        Assert.Equal(Publications.Withdrawn, (await visitor.Web.Post<ConsentView>($"/api/threads/{thread}/consent", new { given = false })).Value!.Publication);
        Assert.Equal(HttpStatusCode.Gone, (await reader.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(twin.Page.Path(shop.Site.Slug))).StatusCode);
        await app.Check();
    }

    [Fact]
    public async Task Looking_at_the_original_is_for_moderators_and_written_down()
    {
        var shop = await app.Open();
        var (_, page) = await Draft(shop, "Write to robin@visitors.example: does the lamp dim?");
        Assert.DoesNotContain("robin", page.Question);
        var (nour, maya) = (await shop.Add(Roles.Moderator), await shop.Add(Roles.SuperUser));
        var path = $"/moderation/{page.PublicId}/original";

        Assert.Equal(HttpStatusCode.Redirect, (await new Browser(app.Address).Get(path, ("Cookie", await shop.SignIn(maya)))).StatusCode);
        Assert.Contains("robin@visitors.example", await (await new Browser(app.Address).Get(path, ("Cookie", await shop.SignIn(nour)))).Content.ReadAsStringAsync());

        Assert.Equal(
            [(maya.Id, "refused"), (nour.Id, "allowed")],
            await app.Db.Query<(Guid, string)>("select actor, outcome from audit where subject = @PublicId order by at, id", new { page.PublicId }));
    }

    private async Task<(Shop Shop, MemberCaller Moderator, VisitorDriver Visitor, Edition Page)> Published()
    {
        var shop = await app.Open();
        var nour = new MemberCaller(shop.Site, await shop.Add(Roles.Moderator));
        var (visitor, draft) = await Draft(shop, "Does the brass lamp dim?");
        return (shop, nour, visitor, (await app.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value!);
    }

    [Fact]
    public async Task Who_misses_a_page_is_led_to_the_shop_s_others_where_there_is_such_a_shop()
    {
        var shop = await app.Open();
        var reader = new Browser(app.Address);
        async Task<string> Missed(string path)
        {
            var answer = await reader.Get(path, ("Accept", "text/html"));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            return await answer.Content.ReadAsStringAsync();
        }

        foreach (var path in new[] { "abcdefghij/a-lamp", "topics/nothing", "products/nothing" })
            Assert.Contains($"href=\"/answers/{shop.Site.Slug}\"", await Missed($"/answers/{shop.Site.Slug}/{path}"), StringComparison.Ordinal);
        Assert.Contains("class=\"button\" href=\"/\"", await Missed("/answers/not-a-site/abcdefghij/a-lamp"), StringComparison.Ordinal);
    }

    private async Task<(VisitorDriver Visitor, Edition Page)> Draft(Shop shop, string question)
    {
        await using var maya = await shop.SuperUser();
        var visitor = await shop.Visitor();
        var id = (await visitor.Http.Ask(Keys.Question(question))).Value!.Thread.ThreadId;
        var live = await maya.AcceptNext(id);
        await maya.Send(id, "It does, with any dimmer for LED lamps.", live.Fence);
        await maya.End(id, live.Fence);
        Assert.NotNull((await visitor.Http.Rate(new(id, 5, MayPublish: true, Consent: "2"))).Value);
        var thread = (await app.Get<ThreadStore>().Find(shop.Site.Id, id))!;
        // The worker does the same; whoever is first.
        await app.Services.GetServices<IOutboxHandler>().OfType<ProposeEdition>().Single().Handle(new() { Thread = thread.Id, Kind = "rated" });
        return (visitor, (await app.Get<EditionStore>().Of(thread.Id))!);
    }

    private static Task<HttpResponseMessage> Report(Browser reader, Shop shop, Edition page, string origin, params (string Name, string Value)[] fields) => reader.Send(
        HttpMethod.Post,
        $"/answers/{shop.Site.Slug}/{page.PublicId}/report",
        new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = ReportReasons.Wrong, ["words"] = "" }.Where(f => fields.All(own => own.Name != f.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))),
        ("Origin", origin));

    private static string Told(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString.Split('/')[^1];
}
