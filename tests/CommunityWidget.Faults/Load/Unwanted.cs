using CommunityWidget.Checker;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Replay;
using CommunityWidget.Replay.Play;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Load;

/// <summary>Questions nobody takes: every helper declines them, and an agent is there who lets them wait.</summary>
internal sealed class Unwanted : IAsyncDisposable
{
    public const string Word = "unwanted";

    private readonly Helper _agent;
    private readonly (VisitorHttp Door, string Thread)[] _asked;

    private Unwanted(Helper agent, (VisitorHttp, string)[] asked) => (_agent, _asked) = (agent, asked);

    public static async Task<Unwanted> Ask(Setting setting, int count)
    {
        var agent = new Helper(setting, "agent", await DemoSignIn.As(setting.Server, "sam"), isAgent: true) { Wants = _ => null };
        await agent.Ready();
        var asked = new (VisitorHttp, string)[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            var door = await Arrive(setting.Servers[number % setting.Servers.Count]);
            asked[number] = (door, (await door.Ask(Keys.Question($"{Word} {number}"))).Value!.Thread.ThreadId);
        });
        return new(agent, asked);
    }

    public static async Task<VisitorHttp> Arrive(Uri server)
    {
        var welcome = await new WebDoor(server, new Dictionary<string, string> { ["X-Site"] = "demo" }).Post<VisitorWelcome>("/api/visitors", new { });
        return new(new(server, new Dictionary<string, string> { ["X-Site"] = "demo", ["X-Visitor"] = welcome.Value!.Token }));
    }

    public Task Cancel() => Parallel.ForEachAsync(_asked, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (asked, _) => await asked.Door.End(asked.Thread));

    public ValueTask DisposeAsync() => _agent.DisposeAsync();

    /// <summary>Waits until the queue on Redis holds what the database says waits, in the same order of age; how long that took, or null.</summary>
    public static async Task<TimeSpan?> UntilQueued(PrivateRedis redis, string database, TimeSpan patience)
    {
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        while (System.Diagnostics.Stopwatch.GetElapsedTime(since) < patience)
        {
            if ((await Queued(redis)).SequenceEqual(Waiting(database))) return System.Diagnostics.Stopwatch.GetElapsedTime(since);
            await Task.Delay(100);
        }
        return null;
    }

    /// <summary>What waits by the database, oldest first.</summary>
    public static IReadOnlyList<string> Waiting(string database)
    {
        using var db = Source.Open(database);
        return [.. db.Rows("select id, asked_at from threads where state = 'waiting'", r => (Id: r.Id(0)!, At: r.GetInt64(1))).OrderBy(t => t.At).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Id)];
    }

    /// <summary>What was asked and does not wait, with what came of it last.</summary>
    public static IReadOnlyList<(string Thread, string State)> NotWaiting(string database)
    {
        using var db = Source.Open(database);
        return db.Rows(
            "select t.id, t.state || coalesce(' ' || t.outcome, '') || coalesce(' ' || (select e.status::text from events e where e.thread = t.id and e.kind = 'status' order by e.seq desc limit 1), '') from threads t where t.state <> 'waiting' order by t.id limit 5",
            r => (r.Id(0)!, r.GetString(1)));
    }

    private static async Task<IReadOnlyList<string>> Queued(PrivateRedis redis)
    {
        var queued = new List<string>();
        foreach (var key in (string[]?)await redis.Execute("KEYS", "*:ages") ?? []) queued.AddRange((string[]?)await redis.Execute("ZRANGE", key, 0, -1) ?? []);
        return queued;
    }
}
