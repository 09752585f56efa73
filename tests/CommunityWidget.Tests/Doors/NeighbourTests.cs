using System.Diagnostics;
using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Xunit.Abstractions;

namespace CommunityWidget.Tests.Doors;

/// <summary>A site that asks for twenty times its share, by people each of whom keeps to theirs, is given its share; the shop next door goes on as if nobody were there.</summary>
public sealed class NeighbourTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int PerSecond = 40, AtOnce = 12 * PerSecond, TimesItsShare = 20, Crowd = 16, Messages = 60;

    private readonly OneShare _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_site_at_twenty_times_its_limit_gets_its_limit_and_its_neighbour_sees_no_error()
    {
        var (greedy, neighbour) = (await _app.Open(), await _app.Open());
        var crowd = new List<VisitorDriver>();
        for (var one = 0; one < Crowd; one++) crowd.Add(one % 2 == 0 ? await greedy.ConnectedVisitor() : await greedy.Visitor());
        await using var visitor = await neighbour.ConnectedVisitor();
        await using var maya = await neighbour.SuperUser();
        var thread = (await visitor.Socket.Ask(Keys.Question("Is it quiet here?"))).Value!.Thread.ThreadId;
        await maya.AcceptNext(thread);
        var quiet = await Talk(visitor, thread, "quiet");

        var (began, done) = (Stopwatch.GetTimestamp(), false);
        var (asked, given) = (0, 0);
        // Both doors; until the neighbour is through, and twenty times the share was asked for.
        var flood = crowd.Select(async (one, place) =>
        {
            var door = place % 2 == 0 ? one.Socket : one.Http;
            while (!Volatile.Read(ref done) || Volatile.Read(ref asked) < TimesItsShare * AtOnce)
            {
                Interlocked.Increment(ref asked);
                var refusal = (await door.Resume("aaaaaaaaaa", 0)).Refusal!;
                if (refusal.Code == Refusals.NotFound.Code) Interlocked.Increment(ref given);
                else Assert.Equal((Refusals.TooMany.Code, Refusals.TooMany.RetryAfter), (refusal.Code, refusal.RetryAfter));
            }
        }).ToList();
        var loud = await Talk(visitor, thread, "loud");
        var refused = await new Browser(_app.Address).Get("/api/threads/aaaaaaaaaa/events", ("X-Site", greedy.Site.Key), ("X-Visitor", crowd[0].Token));
        Volatile.Write(ref done, true);
        await Task.WhenAll(flood);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        foreach (var one in crowd) await one.DisposeAsync();

        output.WriteLine($"{asked} asked for in {seconds:0.0} s, {given} given; of {Messages} messages next door p95 {P95(quiet):0.0} ms before, {P95(loud):0.0} ms meanwhile");
        Assert.InRange(given, 1, AtOnce + (PerSecond * (int)(seconds + 2)));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(Refusals.TooMany.RetryAfter!.Value)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        // Every word of the neighbour's is there, once and in order.
        var said = await _app.Db.Query<string>("select body from events where thread = (select id from threads where public_id = @thread) and (body like 'quiet %' or body like 'loud %') order by seq", new { thread });
        Assert.Equal([.. Enumerable.Range(0, Messages).Select(n => $"quiet {n}"), .. Enumerable.Range(0, Messages).Select(n => $"loud {n}")], said);
        await _app.Check();
    }

    private static async Task<List<double>> Talk(VisitorDriver visitor, string thread, string how)
    {
        var took = new List<double>();
        for (var n = 0; n < Messages; n++)
        {
            var began = Stopwatch.GetTimestamp();
            Assert.Null((await visitor.Socket.Send(new(thread, Keys.New(), $"{how} {n}"))).Refusal);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return took;
    }

    private static double P95(List<double> took) => took.Order().ElementAt(took.Count * 95 / 100);

    // A person's own share is out of the way: only the site's counts.
    private sealed class OneShare() : RunningApp(new()
    {
        ["Limits:Enabled"] = "true",
        ["Limits:VisitorPerSecond"] = "100000",
        ["Limits:MemberPerSecond"] = "100000",
        ["Limits:MessagesInTenSeconds"] = "100000",
        ["Limits:SitePerSecond"] = $"{PerSecond}",
    });
}
