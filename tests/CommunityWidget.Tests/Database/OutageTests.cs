using System.Diagnostics;
using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;
using Xunit.Abstractions;

namespace CommunityWidget.Tests.Database;

/// <summary>PostgreSQL freezes, dies, only reads or has no connection left: everybody is answered in time, nothing is called stored that is not, and it heals by itself.</summary>
public sealed class OutageTests(OutageTests.OutageApp app, ITestOutputHelper output) : IClassFixture<OutageTests.OutageApp>
{
    [PostgresFact]
    public async Task While_the_server_is_frozen_everybody_is_refused_and_afterwards_nothing_is_left_of_it()
    {
        var visitors = await Asked(8);
        await app.Server.Freeze();
        try
        {
            var watch = Stopwatch.StartNew();
            // Each has its answer while nothing moves: that is what bounded means.
            var answers = await Task.WhenAll(visitors.SelectMany(v => Enumerable.Range(0, 5).Select(_ => v.Send(Keys.New()))));
            var (read, ready, live) = (Status($"/api/threads/{visitors[0].ThreadId}/events?after=0", visitors[0].Driver), Status("/health/ready"), Status("/health/live"));
            output.WriteLine($"refused after {watch.ElapsedMilliseconds} ms");
            Assert.All(answers, reply => Assert.Equal(Refusals.StorageAway, reply.Refusal));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (await read, await ready, await live));
        }
        finally
        {
            await app.Server.Thaw();
        }
        await Heals(visitors);
        await Kept(visitors);
    }

    [PostgresFact]
    public async Task A_public_page_that_cannot_be_read_now_says_so_in_the_shop_s_own_name()
    {
        var (shop, visitors) = (await app.Open(), await Asked(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/answers/{shop.Site.Slug}/abcdefghij/anything") { Headers = { { "Accept", "text/html" } } };
        await app.Web.GetAsync($"/answers/{shop.Site.Slug}");
        await app.Server.Freeze();
        try
        {
            var answer = await app.Web.SendAsync(request);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.StatusCode, answer.Headers.RetryAfter is not null));
            Assert.Contains($">{shop.Site.Name}</a>", html);
            Assert.Contains("A fault on our side", html);
        }
        finally
        {
            await app.Server.Thaw();
        }
        await Heals(visitors);
    }

    [PostgresFact]
    public async Task What_is_sent_to_a_page_while_nothing_moves_stands_there_to_be_sent_again()
    {
        var (shop, visitors) = (await app.Open(), await Asked(1));
        var moderator = new Browser(app.Address).With(await shop.SignIn(await shop.Add(Roles.Moderator)));
        var (action, fields) = await moderator.Form($"/moderation/members/{(await shop.Add(Roles.SuperUser)).Id}", "Decide");
        using var typed = new FormUrlEncodedContent(fields.Where(field => field.Name != "Form.Words").Append(("Form.Words", "In the talk about lamps.")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        await app.Server.Freeze();
        try
        {
            var answer = await moderator.Send(HttpMethod.Post, action, typed, ("Origin", app.Address.GetLeftPart(UriPartial.Authority)), ("Accept", "text/html"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.StatusCode, answer.Headers.RetryAfter is not null));
            Assert.Contains("In the talk about lamps.</textarea>", await answer.Content.ReadAsStringAsync());
        }
        finally
        {
            await app.Server.Thaw();
        }
        await Heals(visitors);
    }

    [PostgresFact]
    public async Task What_was_acknowledged_while_the_server_was_killed_is_there_and_what_was_refused_is_stored_once_when_sent_again()
    {
        var visitors = await Asked(20);
        var (acked, unsure) = (0, 0);
        var sends = visitors.SelectMany(v => Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            var key = Keys.New();
            while (await v.Send(key) is { Refusal: { } refusal })
            {
                Assert.Equal(Refusals.StorageAway, refusal);
                Interlocked.Increment(ref unsure);
            }
            Interlocked.Increment(ref acked);
        }))).ToList();
        await Until(() => Volatile.Read(ref acked) >= 20);

        await app.Server.Signal("QUIT");
        await app.Server.StartAgain();

        await Task.WhenAll(sends);
        output.WriteLine($"{acked} acknowledged, {unsure} times refused or unsure");
        await Kept(visitors);
        Assert.All(visitors, v => Assert.Equal(10, v.Acked.Count));
    }

    [PostgresFact]
    public async Task While_the_server_only_reads_nothing_is_acknowledged_and_reading_goes_on()
    {
        var visitors = await Asked(4);
        await app.Server.Set("default_transaction_read_only", "on");
        await UntilStatus("/health/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await Status("/health/serving"));
        Assert.All(await Task.WhenAll(visitors.Select(v => v.Send(Keys.New()))), reply => Assert.Equal(Refusals.StorageAway, reply.Refusal));
        Assert.NotNull((await visitors[0].Driver.Http.Resume(visitors[0].ThreadId, 0)).Value);

        await app.Server.Set("default_transaction_read_only", "off");
        await Heals(visitors);
        await Kept(visitors);
    }

    /// <summary>An operator's mistake with rights or passwords is no fault of who asked, nor of ours: it ends as soon as it is mended.</summary>
    [PostgresFact]
    public async Task A_database_that_lets_nobody_in_is_away_and_why_is_said_once()
    {
        var (shop, visitors) = (await app.Open(), await Asked(4));
        await app.Server.Execute("alter database postgres allow_connections false", "template1");
        try
        {
            await app.Server.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'", "template1");

            Assert.All(await Task.WhenAll(visitors.Select(v => v.Send(Keys.New()))), reply => Assert.Equal(Refusals.StorageAway, reply.Refusal));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status($"/api/threads/{visitors[0].ThreadId}/events?after=0", visitors[0].Driver));
            var page = await app.Web.GetAsync($"/answers/{shop.Site.Slug}");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (page.StatusCode, page.Headers.RetryAfter is not null));
        }
        finally
        {
            await app.Server.Execute("alter database postgres allow_connections true", "template1");
        }
        await Heals(visitors);
        await Kept(visitors);
        Assert.Single(app.Errors.Entries, said => said.Contains("allow_connections true", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Errors.Entries, said => said.Contains("unhandled exception", StringComparison.Ordinal) && said.Contains("55000", StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task With_no_connection_left_those_beyond_the_queue_are_refused_at_once_and_the_others_after_a_while()
    {
        var visitors = await Asked(40);
        var held = await Task.WhenAll(Enumerable.Range(0, OutageApp.Pool).Select(_ => app.Get<SqlDialect>().Open(CancellationToken.None)));
        var watch = Stopwatch.StartNew();

        var answers = await Task.WhenAll(visitors.Select(async v => (Reply: await v.Send(Keys.New()), At: watch.ElapsedMilliseconds)));

        output.WriteLine(string.Join(' ', answers.Select(a => a.At).Order()));
        Assert.True(answers.Count(a => a.Reply.Refusal == Refusals.StorageAway) >= visitors.Count - OutageApp.Queue - 1);
        foreach (var connection in held) await connection.DisposeAsync();
        await Heals(visitors);
        await Kept(visitors);
    }

    private async Task<IReadOnlyList<Chat>> Asked(int many)
    {
        var shop = await app.Open();
        var chats = new List<Chat>();
        while (chats.Count < many)
        {
            var driver = await shop.Visitor();
            chats.Add(new(driver, (await driver.Http.Ask(Keys.Question("Is anybody there?"))).Value!.Thread.ThreadId));
        }
        return chats;
    }

    private static async Task Heals(IReadOnlyList<Chat> chats)
    {
        foreach (var chat in chats.Take(4)) await Until(async () => (await chat.Send(Keys.New())).Value is not null);
    }

    // Every acknowledged message is there once, and the sequence has no gap.
    private async Task Kept(IReadOnlyList<Chat> chats)
    {
        Assert.Empty(await Checker.Violations(app.Db));
        foreach (var chat in chats)
        {
            var kept = (await chat.Driver.Http.Resume(chat.ThreadId, 0)).Value!.Events.Where(e => e.Key is not null).Select(e => (e.Key!, e.Seq)).ToHashSet();
            Assert.Subset(kept, chat.Acked.Select(a => (a.Key, a.Seq)).ToHashSet());
        }
    }

    private Task UntilStatus(string path, HttpStatusCode expected) => Until(async () => await Status(path) == expected);

    private async Task<HttpStatusCode> Status(string path, VisitorDriver? visitor = null) =>
        visitor is null ? (await app.Web.GetAsync(path)).StatusCode : (HttpStatusCode)(await visitor.Web.Ask(HttpMethod.Get, path)).Status;

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds()) await interval.WaitForNextTickAsync(late.Token);
    }

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private sealed record Chat(VisitorDriver Driver, string ThreadId)
    {
        private readonly List<(string Key, long Seq)> _acked = [];

        public IReadOnlyList<(string Key, long Seq)> Acked => _acked;

        public async Task<Reply<ThreadEvent>> Send(string key)
        {
            var reply = await Driver.Http.Send(new VisitorMessage(ThreadId, key, $"said under {Plain(key)}"));
            if (reply.Value is { } stored) lock (_acked) _acked.Add((key, stored.Seq));
            return reply;
        }
    }

    // A key may read like an insult ("b17e"), and what is refused for its words is refused for good.
    private static string Plain(string key) => string.Concat(key.Select(sign => char.IsAsciiHexDigit(sign) ? "abdghjklmnrvwxyz"[Convert.ToInt32($"{sign}", 16)] : ' '));

    /// <summary>The program on a PostgreSQL of its own, with few connections.</summary>
    public sealed class OutageApp() : RunningApp(
        new() { ["Database:Migrate"] = "true", ["Database:PoolSize"] = $"{Pool}", ["Database:MostWaiting"] = $"{Queue}" },
        database: async () => await OwnServer.Start())
    {
        public const int Pool = 4, Queue = 25;

        public PrivatePostgres Server => ((OwnServer)Database).Server;

        public HttpClient Web => field ??= new HttpClient { BaseAddress = Address };
    }

    private sealed class OwnServer(PrivatePostgres server) : TestDatabase
    {
        public PrivatePostgres Server => server;

        public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = server.ConnectionString("postgres") };

        public static async Task<OwnServer> Start() => new(await PrivatePostgres.Start());

        public override ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
