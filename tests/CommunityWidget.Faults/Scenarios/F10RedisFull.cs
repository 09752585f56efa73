using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F10RedisFull() : WithWaiting(10, "Redis full (5 MB, noeviction); and one that evicts, at start")
{
    private const int AsksPerSecond = 5;

    private static readonly string Junk = new('x', 50_000);

    private Intake? _intake;

    public override string Load(Rig rig) => $"{base.Load(rig)}, {AsksPerSecond} asks/s while it is full";

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        await nodes.Redis.Execute("CONFIG", "SET", "maxmemory", "5mb");
        var filled = 0;
        try
        {
            for (; filled < 1_000; filled++) await nodes.Redis.Execute("SET", $"junk:{filled}", Junk);
        }
        catch (StackExchange.Redis.RedisServerException)
        {
            // Full.
        }
        outcome.Note($"full after {filled} values of 50 kB");
        using var over = new CancellationTokenSource();
        _intake = new(chats.Setting, AsksPerSecond);
        var asking = _intake.Run(over.Token);
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(20)));
        await over.CancelAsync();
        await asking;
        // None of those could be put into the queue.
        await nodes.Redis.Execute("CONFIG", "SET", "maxmemory", "0");
        await Queued(rig, nodes, outcome);
        await nodes.Redis.Execute("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
        await nodes.All[2].Kill();
        await nodes.All[2].Start();
        var warned = File.ReadLines(nodes.All[2].Log).Any(line => line.Contains("maxmemory-policy allkeys-lru", StringComparison.Ordinal));
        outcome.Add("a node that starts on a Redis that evicts says so", "1 of 1", warned ? "1 of 1" : "0 of 1", warned);
    }

    protected override async Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => await _intake!.End();

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        outcome.AtLeast("asks stored meanwhile", 99.9, 100.0 * _intake!.Asked.Count(a => a.Thread is not null) / _intake.Asked.Count, " %");
        AllAcknowledged(said, outcome);
    }
}
