using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using Npgsql;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F16ConnectionsExhausted() : UnderLoad(16, "PostgreSQL has 20 connections: pools of 4 per node, and five others that sleep")
{
    private const int Sleepers = 5;

    private Intake? _intake;
    private long _ended;
    private int _lockedOut;

    protected override Shape Shape => new() { Postgres = ["max_connections=20"], Settings = new Dictionary<string, string> { ["Database__PoolSize"] = "4" } };

    public override string Load(Rig rig) => $"{base.Load(rig)}, 5 asks/s";

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        var seconds = rig.Of(TimeSpan.FromSeconds(20)).TotalSeconds;
        using var over = new CancellationTokenSource();
        _intake = new(chats.Setting, perSecond: 5);
        var asking = _intake.Run(over.Token);
        await Task.WhenAll(Enumerable.Range(0, Sleepers).Select(_ => Sleep(nodes, seconds)));
        _ended = Now;
        await over.CancelAsync();
        await asking;
    }

    protected override async Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => await _intake!.End();

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var asked = _intake!.Asked;
        outcome.Exactly("others who found no connection left", 0, _lockedOut);
        outcome.AtMost("asks that failed", 1, 100.0 * asked.Count(a => a.Thread is null) / Math.Max(1, asked.Count), " %");
        outcome.AtMost("an ask, p99", 3_000, Said.Percentile(asked.Select(a => a.Ms), 99), " ms");
        outcome.AtMost("every node has written again after", 5, said.AllWriteAgainAfter(_ended, nodes.All.Count), " s");
        var log = File.ReadAllLines(nodes.Postgres.Log);
        var deadlocks = log.Index().Where(line => line.Item.Contains("deadlock detected", StringComparison.Ordinal)).ToList();
        outcome.Exactly("deadlocks PostgreSQL saw", 0, deadlocks.Count);
        foreach (var line in deadlocks.Take(2).SelectMany(found => log.Skip(found.Index).Take(14))) outcome.Note(line);
        AllAcknowledged(said, outcome);
    }

    private async Task Sleep(Nodes nodes, double seconds)
    {
        await using var connection = new NpgsqlConnection(nodes.Source + ";Pooling=false");
        try
        {
            await connection.OpenAsync();
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            Interlocked.Increment(ref _lockedOut);
            return;
        }
        await using var command = new NpgsqlCommand($"select pg_sleep({FormattableString.Invariant($"{seconds}")})", connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
