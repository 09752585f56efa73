using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F10RedisFull() : WithWaiting(10, "Redis full (5 MB, noeviction); and one that evicts, at start")
{
    private static readonly string Junk = new('x', 50_000);

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
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(20)));
        await nodes.Redis.Execute("CONFIG", "SET", "maxmemory", "0");
        await Queued(nodes, outcome);
        await nodes.Redis.Execute("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
        await nodes.All[2].Kill();
        await nodes.All[2].Start();
        var warned = File.ReadLines(nodes.All[2].Log).Any(line => line.Contains("maxmemory-policy allkeys-lru", StringComparison.Ordinal));
        outcome.Add("a node that starts on a Redis that evicts says so", "1 of 1", warned ? "1 of 1" : "0 of 1", warned);
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome) => AllAcknowledged(said, outcome);
}
