using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F09PubSubCut() : UnderLoad(9, "every pub/sub line of Redis cut, each second for a minute")
{
    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        var cut = 0L;
        for (var second = 0; second < rig.Of(60); second++)
        {
            cut += (long)await nodes.Redis.Execute("CLIENT", "KILL", "TYPE", "pubsub");
            await Task.Delay(1_000);
        }
        outcome.AtLeast("lines cut", rig.Of(60), cut);
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        outcome.AtMost("a message meanwhile, p99", 3_000, Said.Percentile(said.Acked.Where(m => m.SentAt > BeganAt && m.SentAt < HealedAt).Select(m => m.DeliveryMs), 99), " ms");
        outcome.AtMost("a message from 5 s after on, p95", 500, Said.Percentile(said.Acked.Where(m => m.SentAt > HealedAt + 5_000).Select(m => m.DeliveryMs), 95), " ms");
        AllAcknowledged(said, outcome);
    }
}
