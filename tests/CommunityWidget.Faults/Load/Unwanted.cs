using System.Text.Json.Nodes;
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

    // On several nodes: while the line of one is gone, the others are there.
    private const int Consoles = 3;

    private readonly Setting _setting;
    private readonly IReadOnlyList<Helper> _agents;
    private readonly List<(string Token, string Thread)> _asked = [];

    private Unwanted(Setting setting, IReadOnlyList<Helper> agents) => (_setting, _agents) = (setting, agents);

    /// <summary>How the site's owner lets questions wait for longer than any scenario lasts.</summary>
    public static void LetWait(JsonObject rung) => rung["staysMs"] = (string?)rung["kind"] == "agents" ? 3_600_000 : (long)rung["staysMs"]!;

    public static async Task<Unwanted> Ask(Setting setting, int count)
    {
        var cookie = await DemoSignIn.As(setting.Server, "sam");
        var agents = Enumerable.Range(0, Consoles).Select(number => new Helper(setting, $"agent-{number}", cookie, isAgent: true) { Wants = _ => null }).ToList();
        foreach (var agent in agents) await agent.Ready();
        var unwanted = new Unwanted(setting, agents);
        await unwanted.AskMore(count);
        return unwanted;
    }

    public Task AskMore(int count) => Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
    {
        var token = await Anywhere(number, Arrive);
        var question = Keys.Question($"{Word} {number}");
        var asked = await Patiently(() => Anywhere(number, server => As(server, token).Ask(question)));
        lock (_asked) _asked.Add((token, (asked.Value ?? throw new InvalidOperationException($"Nobody could ask: {asked.Refusal}")).Thread.ThreadId));
    });

    public Task Cancel() => Parallel.ForEachAsync(_asked.Index(), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (asked, _) =>
        await Patiently(() => Anywhere(asked.Index, server => As(server, asked.Item.Token).End(asked.Item.Thread))));

    public async ValueTask DisposeAsync() => await Task.WhenAll(_agents.Select(agent => agent.DisposeAsync().AsTask()));

    /// <summary>These questions, by the ids the queue knows.</summary>
    public IReadOnlySet<string> Ids(string database)
    {
        var mine = _asked.Select(asked => asked.Thread).ToHashSet();
        using var db = Source.Open(database);
        return db.Rows("select id, public_id from threads", r => (Id: r.Id(0)!, Public: r.Text(1)!)).Where(t => mine.Contains(t.Public)).Select(t => t.Id).ToHashSet();
    }

    /// <summary>Waits until the queue on Redis holds what the database says waits, in the same order of age; how long that took, or null.</summary>
    /// <param name="among">Looked at alone, while others come and go.</param>
    public static async Task<TimeSpan?> UntilQueued(PrivateRedis redis, string database, TimeSpan patience, IReadOnlySet<string>? among = null)
    {
        bool Counts(string id) => among is null || among.Contains(id);
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        while (System.Diagnostics.Stopwatch.GetElapsedTime(since) < patience)
        {
            if ((await Queued(redis)).Where(Counts).SequenceEqual(Waiting(database).Where(Counts))) return System.Diagnostics.Stopwatch.GetElapsedTime(since);
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

    /// <summary>What a Redis says that waits, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> Queued(PrivateRedis redis)
    {
        var queued = new List<string>();
        foreach (var key in (string[]?)await redis.Execute("KEYS", "*:ages") ?? []) queued.AddRange((string[]?)await redis.Execute("ZRANGE", key, 0, -1) ?? []);
        return queued;
    }

    private static async Task<string> Arrive(Uri server) =>
        (await new WebDoor(server, new Dictionary<string, string> { ["X-Site"] = "demo" }).Post<VisitorWelcome>("/api/visitors", new { })).Value!.Token;

    private static VisitorHttp As(Uri server, string token) => new(new(server, new Dictionary<string, string> { ["X-Site"] = "demo", ["X-Visitor"] = token }));

    // Whoever is told to come again does.
    private static async Task<Reply<T>> Patiently<T>(Func<Task<Reply<T>>> call) where T : class
    {
        while (true)
        {
            var reply = await call();
            if (reply.Refusal?.RetryAfter is null) return reply;
            await Task.Delay(500);
        }
    }

    // At the next node where one is dead.
    private async Task<T> Anywhere<T>(int first, Func<Uri, Task<T>> call)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await call(_setting.Servers[(first + tries) % _setting.Servers.Count]);
            }
            catch (HttpRequestException) when (tries < _setting.Servers.Count)
            {
                // Nobody is there.
            }
        }
    }
}
