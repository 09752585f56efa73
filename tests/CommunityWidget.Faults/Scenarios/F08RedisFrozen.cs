using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F08RedisFrozen() : UnderLoad(8, "Redis frozen for 30 s")
{
    private const int AsksPerSecond = 5;

    private Intake? _intake;

    public override string Load(Rig rig) => $"{base.Load(rig)}, {AsksPerSecond} asks/s";

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        var before = nodes.All.Select(Threads).ToList();
        using var over = new CancellationTokenSource();
        _intake = new(chats.Setting, AsksPerSecond);
        var asking = _intake.Run(over.Token);
        await nodes.Redis.Signal("STOP");
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(30)));
        outcome.AtMost("threads of a node's process, more than before", 50, nodes.All.Select((node, place) => Threads(node) - before[place]).Max());
        await nodes.Redis.Signal("CONT");
        await over.CancelAsync();
        await asking;
    }

    protected override async Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => await _intake!.End();

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var asked = _intake!.Asked;
        outcome.AtLeast("asks stored meanwhile", 99.9, 100.0 * asked.Count(a => a.Thread is not null) / asked.Count, " %");
        outcome.AtMost("an ask, p99", 2_000, Said.Percentile(asked.Select(a => a.Ms), 99), " ms");
        outcome.AtMost("a message to another node meanwhile, p99", 3_000, Said.Percentile(said.Acked.Where(m => m.SentAt > BeganAt && m.SentAt < HealedAt).Select(m => m.DeliveryMs), 99), " ms");
        double P95(Func<Message, bool> which) => Said.Percentile(said.Acked.Where(which).Select(m => m.DeliveryMs), 95);
        var usual = P95(m => m.SentAt < BeganAt);
        outcome.AtMost($"a message from 5 s after on, p95 (before: {Outcome.Number(usual)} ms)", 500, P95(m => m.SentAt > HealedAt + 5_000), " ms");
        AllAcknowledged(said, outcome);
    }

    private static int Threads(ProductNode node) => Directory.GetDirectories($"/proc/{node.Pid}/task").Length;
}
