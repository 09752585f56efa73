using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityWidget.Checker;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F28ReconnectStorm() : Scenario(28, "every line closed at once, without a proxy (one process here may hold 20,000 descriptors)")
{
    private const int Lines = 10_000, Talks = 20;

    private readonly ConcurrentBag<double> _back = [];
    private int _failed;

    public override string Load(Rig rig) => $"{rig.Of(Lines):n0} visitors' sockets, {Talks} chats × 1 msg/s";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { Postgres = PrivatePostgres.CountsStatements ? ["shared_preload_libraries=pg_stat_statements"] : [] });
        if (PrivatePostgres.CountsStatements) await nodes.Postgres.Execute("create extension pg_stat_statements", nodes.Database);
        var setting = rig.Setting(nodes.Addresses);
        await using (var chats = await Chats.Open(setting, nodes.Source, Talks))
        {
            var lines = await Open(setting, rig.Of(Lines));
            using var over = new CancellationTokenSource();
            var talking = chats.Talk(over.Token);
            await Task.Delay(5_000);
            var usual = await Questions(nodes, TimeSpan.FromSeconds(5));

            nodes.Warm();
            var (began, before) = (Stopwatch.GetTimestamp(), Questions(nodes));
            foreach (var line in lines) line.Line?.Vanish();
            await Task.WhenAll(lines.Select(line => Return(setting, line, began)));
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var each = (Questions(nodes) - before - (usual * took)) / lines.Length;

            outcome.AtMost("all are back after", 60, _back.DefaultIfEmpty(double.PositiveInfinity).Max(), " s");
            outcome.AtMost("of them, could not come back", 0.1, 100.0 * _failed / lines.Length, " %");
            outcome.AtMost(PrivatePostgres.CountsStatements ? "statements of PostgreSQL for each" : "transactions of PostgreSQL for each (this one cannot count statements)", 3, each);
            var calm = Now;
            await Task.Delay(TimeSpan.FromSeconds(Math.Max(5, Math.Min(30, 90 - took))));
            await over.CancelAsync();
            await talking;
            outcome.AtMost("a message after, p99", 2_000, Said.Percentile(Said.Read(rig.Recordings).Acked.Where(m => m.SentAt > calm).Select(m => m.DeliveryMs), 99), " ms");
            await Queued(setting, nodes, outcome);
            await Task.WhenAll(lines.Where(line => line.Line is not null).Select(line => line.Line!.DisposeAsync().AsTask()));
            await chats.End();
        }
        await outcome.Invariants(rig, nodes);
    }

    private static async Task<Visitor[]> Open(Setting setting, int count)
    {
        var lines = new Visitor[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 48 }, async (number, _) =>
        {
            var server = setting.Servers[number % setting.Servers.Count];
            var welcome = await new WebDoor(server, new Dictionary<string, string> { ["X-Site"] = "demo" }).Post<VisitorWelcome>("/api/visitors", new { });
            lines[number] = new(number, welcome.Value!.Token);
            await lines[number].Connect(server);
        });
        return lines;
    }

    // As the widget: by chance within a moment that doubles with each failure, at the next node.
    private async Task Return(Setting setting, Visitor line, long began)
    {
        for (var tries = 0; tries < 12; tries++)
        {
            await Task.Delay(Random.Shared.Next(Math.Min(8_000, 1_000 << tries)));
            try
            {
                await line.Connect(setting.Servers[(line.Number + tries) % setting.Servers.Count]);
                _back.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
                return;
            }
            catch (Exception error) when (error is HttpRequestException or System.Net.WebSockets.WebSocketException or OperationCanceledException or TimeoutException or HubError or InvalidOperationException)
            {
                // Again, later.
            }
        }
        Interlocked.Increment(ref _failed);
    }

    private static async Task<double> Questions(Nodes nodes, TimeSpan during)
    {
        var before = Questions(nodes);
        await Task.Delay(during);
        return (Questions(nodes) - before) / during.TotalSeconds;
    }

    // Statements but for the brackets of their transactions, or transactions.
    private static long Questions(Nodes nodes)
    {
        using var db = Source.Open(nodes.Source);
        return db.Rows(
            PrivatePostgres.CountsStatements
                ? "select coalesce(sum(calls), 0)::bigint from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database()) and query !~* '^\\s*(begin|commit|rollback|start)'"
                : "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()",
            r => r.GetInt64(0))[0];
    }

    private sealed record Visitor(int Number, string Token)
    {
        public HubClient? Line { get; private set; }

        public async Task Connect(Uri server)
        {
            var web = new WebDoor(server, new Dictionary<string, string> { ["X-Site"] = "demo", ["X-Visitor"] = Token });
            Line = await HubClient.Connect(await web.Hub("visitor"), origin: null, (_, _) => { });
        }
    }
}
