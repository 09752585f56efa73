using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F26MobileLine() : UnderLoad(26, "a bad mobile line: 300 ± 200 ms there and back, two in a hundred stall for 1.5 s")
{
    private const int RoundTripMs = 300;

    protected override Shape Shape => new() { ProxiedClients = true };

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        var bad = new Servers.Weather(TimeSpan.FromMilliseconds(RoundTripMs / 2), TimeSpan.FromMilliseconds(100), StallChance: 0.02);
        foreach (var proxy in nodes.Clients) proxy.Weather = bad;
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(40)));
        foreach (var proxy in nodes.Clients) proxy.Weather = Servers.Weather.Good;
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var meanwhile = said.Acked.Where(m => m.SentAt > BeganAt && m.SentAt < HealedAt).Select(m => m.DeliveryMs).ToList();
        outcome.AtLeast("a message there and to the other, p50: the line is bad", RoundTripMs * 0.8, Said.Percentile(meanwhile, 50), " ms");
        outcome.AtMost("a message there and to the other, p95", RoundTripMs + 500, Said.Percentile(meanwhile, 95), " ms");
        AllAcknowledged(said, outcome);
    }
}
