using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Doors;

/// <summary>Too much of one visitor, member, address or site is refused with when to come again; nobody else notices.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly TightApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_flood_of_one_visitor_is_refused_over_both_doors_and_stores_no_more_than_the_limit()
    {
        var shop = await _app.Open();
        await using var flooder = await shop.ConnectedVisitor();
        await using var member = await shop.SuperUser();
        var thread = (await flooder.Socket.Ask(Keys.Question("Hello"))).Value!.Thread.ThreadId;
        await member.AcceptNext(thread);
        var began = Stopwatch.GetTimestamp();
        var replies = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(n => (n % 2 == 0 ? flooder.Socket : flooder.Http).Send(new(thread, Keys.New(), "flood"))));
        var stored = replies.Count(r => r.Value is not null);
        // Twelve times two at once, and two more each second it took.
        Assert.InRange(stored, 1, 24 + (2 * (1 + (int)Stopwatch.GetElapsedTime(began).TotalSeconds)));
        Assert.All(replies.Where(r => r.Value is null), r => Assert.Equal((Refusals.TooMany.Code, Refusals.TooMany.RetryAfter), (r.Refusal!.Code, r.Refusal.RetryAfter)));
        Assert.Equal(stored, await _app.Db.Find<long>("select count(*) from events where body = 'flood'"));
        // Somebody else goes on.
        await using var other = await shop.ConnectedVisitor();
        Assert.NotNull((await other.Socket.Ask(Keys.Question("Me too"))).Value);
    }

    [Fact]
    public async Task A_member_s_pages_cost_of_the_same_share_and_say_when_to_come_again()
    {
        var shop = await _app.Open();
        var (hasty, other) = (await Moderator(shop), await Moderator(shop));

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => hasty.Get("/moderation")));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal(TimeSpan.FromSeconds(Refusals.TooMany.RetryAfter!.Value), answer.Headers.RetryAfter!.Delta));
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/moderation")).StatusCode);
    }

    [Fact]
    public async Task Guessing_ids_finds_nothing_and_ends_soon()
    {
        var shop = await _app.Open();
        var victim = (await (await shop.Visitor()).Http.Ask(Keys.Question("Private"))).Value!.Thread.ThreadId;
        var guesser = await shop.Visitor();
        const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
        var answers = new ConcurrentBag<WebAnswer>();
        // Those that end like it but for three letters.
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (guess, _) =>
            answers.Add(await guesser.Web.Ask(HttpMethod.Get, $"/api/threads/{victim[..^3]}{Letters[guess / 961 % 31]}{Letters[guess / 31 % 31]}{Letters[guess % 31]}/events")));
        Assert.DoesNotContain(answers, a => a.IsGood);
        Assert.Contains(answers, a => a.Refusal?.Code == Refusals.TooMany.Code && a.Status == 429);
        Assert.All(answers.Where(a => a.Status != 429), a => Assert.Equal(404, a.Status));
    }

    [Fact]
    public async Task One_address_brings_so_many_visitors_and_no_more_however_it_varies_the_end_of_it()
    {
        var shop = await _app.Open();
        async Task<int> Come(Func<int, string> from)
        {
            var let = 0;
            for (var one = 0; one < 30; one++)
            {
                var door = new WebDoor(_app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key, ["X-Forwarded-For"] = from(one) });
                if ((await door.Ask(HttpMethod.Post, "/api/visitors", "{}")).IsGood) let++;
            }
            return let;
        }
        Assert.InRange(await Come(_ => "203.0.113.7"), 1, 12);
        // The form for who has no script is no other door.
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("question", "May I ask?")]);
        var asked = await new Browser(_app.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/ask", form, ("Origin", _app.Address.GetLeftPart(UriPartial.Authority)), ("X-Forwarded-For", "203.0.113.7"));
        Assert.Equal(429, (int)asked.StatusCode);
        Assert.InRange(await Come(n => $"2001:db8:1:2::{n:x}"), 1, 12);
        // Another network is another one.
        Assert.InRange(await Come(_ => "203.0.113.8"), 1, 12);
        Assert.Equal(0, await _app.Db.Find<long>("select count(*) from visitors where token_hash like '%203.0.113%'"));
    }

    [Fact]
    public async Task One_address_looks_for_answers_so_often_and_no_more_and_its_visitors_still_come()
    {
        var shop = await _app.Open();
        var door = new WebDoor(_app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key, ["X-Forwarded-For"] = "203.0.113.9" });
        var answers = new List<WebAnswer>();
        for (var one = 0; one < 30; one++) answers.Add(await door.Ask(HttpMethod.Post, "/api/suggestions", """{"text":"Does the lamp darken?"}"""));
        Assert.InRange(answers.Count(answer => answer.IsGood), 1, 12);
        Assert.Contains(answers, answer => answer.Status == 429 && answer.Refusal?.Code == Refusals.TooMany.Code);
        Assert.True((await door.Ask(HttpMethod.Post, "/api/visitors", "{}")).IsGood);
        // The search page takes of the same share, and says so on the page with what was typed.
        var searched = await new Browser(_app.Address).Get($"/answers/{shop.Site.Slug}/search?q=lamp", ("X-Forwarded-For", "203.0.113.9"));
        var page = await searched.Content.ReadAsStringAsync();
        Assert.Equal((429, true, true), ((int)searched.StatusCode, searched.Headers.RetryAfter is not null, page.Contains("many searches", StringComparison.Ordinal) && page.Contains("value=\"lamp\"", StringComparison.Ordinal)));
        Assert.True((await new Browser(_app.Address).Get($"/answers/{shop.Site.Slug}/search?q=lamp", ("X-Forwarded-For", "203.0.113.10"))).IsSuccessStatusCode);
    }

    public static TheoryData<string, string> ForNobody => new()
    {
        { "/api/identity", """{"token":"x"}""" }, { "/api/visitors/leave", """{"token":"x"}""" }, { "/api/mail/open", """{"secret":"x"}""" }, { "/api/mail/stop/x", "{}" },
    };

    [Theory, MemberData(nameof(ForNobody))]
    public async Task Nobody_knocks_without_end_at_a_door_that_asks_for_a_secret(string path, string body)
    {
        var shop = await _app.Open();
        var answers = new List<HttpResponseMessage>();
        for (var one = 0; one < 30; one++)
            answers.Add(await new Browser(_app.Address).Send(HttpMethod.Post, path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), ("X-Site", shop.Site.Key), ("X-Forwarded-For", "203.0.113.11")));
        var refused = answers.Where(answer => (int)answer.StatusCode == 429).ToList();
        Assert.InRange(refused.Count, 18, 29);
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        // Who comes anew has a share of their own.
        Assert.True((await new WebDoor(_app.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key, ["X-Forwarded-For"] = "203.0.113.11" }).Ask(HttpMethod.Post, "/api/visitors", "{}")).IsGood);
    }

    [Fact]
    public async Task Nobody_tries_one_account_after_the_other_from_one_address()
    {
        await _app.Open();
        var browser = new Browser(_app.Address).Through(("X-Forwarded-For", "203.0.113.12"));
        HttpResponseMessage? last = null;
        for (var one = 0; one < 12; one++) last = await browser.Submit("/sign-in", ("site", "shop-1"), ("email", $"member{one}@shop-1.example"), ("password", "is this the one?"));
        Assert.Equal((429, true), ((int)last!.StatusCode, last.Headers.RetryAfter is not null));
        Assert.Contains("too fast", await last.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task No_button_of_a_page_that_anybody_may_open_is_pressed_without_end_from_one_address()
    {
        // Whoever is nobody is sent away from these, or is not on this machine.
        string[] forSomebody = ["/charter/{slug?}", "/standing", "/demo/sign-in/{name}"];
        var shop = await _app.Open();
        await using var pages = new ShopPages(_app, shop);
        var page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var nobody = (await new DoorCallers(_app, shop, Secret.New()).All()).Single(caller => caller.Name == "nobody");
        var buttons = (await Door.All(_app)).Where(door => door is { IsPage: true, Changes: true } && DoorRows.All[door.Name].Opens.HasFlag(Who.Anybody) && !forSomebody.Contains(door.Route)).ToList();

        var endless = new List<string>();
        foreach (var (button, place) in buttons.Select((button, place) => (button, place)))
        {
            var (answers, comeAgain) = (new List<int>(), false);
            for (var press = 0; press < 12; press++)
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = nobody.Form!.Value.Token, ["question"] = $"Is number {press} a question?", ["text"] = $"Number {press} is an answer." });
                var path = button.At(part => part == "{slug}" ? shop.Site.Slug : page.PublicId);
                var answer = await new Browser(_app.Address).Send(HttpMethod.Post, path, form, ("Origin", _app.Address.GetLeftPart(UriPartial.Authority)), ("Cookie", nobody.Form.Value.Cookie), ("X-Forwarded-For", $"203.0.113.{100 + place}"), ("Accept", "text/html"));
                answers.Add((int)answer.StatusCode);
                comeAgain = answer.Headers.RetryAfter is not null;
            }
            if (answers[^1] != 429 || answers[0] == 429 || !comeAgain) endless.Add($"{button.Name}: {string.Join(' ', answers)}, says when to come again: {comeAgain}");
        }
        Assert.True(endless.Count == 0, string.Join('\n', endless));
        Assert.NotEmpty(buttons);
    }

    [Fact]
    public async Task A_site_that_takes_too_much_leaves_the_other_its_share()
    {
        var (greedy, other) = (await _app.Open(), await _app.Open());
        var crowd = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => greedy.Visitor()));
        var refused = 0;
        await Task.WhenAll(crowd.SelectMany(v => Enumerable.Range(0, 20).Select(async _ =>
        {
            if ((await v.Http.Resume("aaaaaaaaaa", 0)).Refusal == Refusals.TooMany) Interlocked.Increment(ref refused);
        })));
        Assert.True(refused > 0);
        Assert.NotNull((await (await other.Visitor()).Http.Ask(Keys.Question("Anybody?"))).Value);
    }

    private async Task<Browser> Moderator(Shop shop) => new Browser(_app.Address).Through(("Cookie", await shop.SignIn(await shop.Add(Roles.Moderator))));

    private sealed class TightApp() : RunningApp(new()
    {
        ["Limits:Enabled"] = "true",
        ["Limits:VisitorPerSecond"] = "2",
        ["Limits:MemberPerSecond"] = "4",
        ["Limits:SitePerSecond"] = "15",
        ["Limits:NewVisitorsPerMinute"] = "10",
        ["Limits:SuggestionsPerMinute"] = "10",
        ["Limits:TriesPerMinute"] = "10",
        ["Hosting:TrustedProxies"] = "127.0.0.1, ::1",
    });
}
