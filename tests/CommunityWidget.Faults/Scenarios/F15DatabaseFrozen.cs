using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F15DatabaseFrozen() : UnderLoad(15, "every PostgreSQL process frozen for 30 s")
{
    private Intake? _intake;
    private long _began, _ended;

    public override string Load(Rig rig) => $"{base.Load(rig)}, 5 asks/s";

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        var before = nodes.All.Select(node => node.RssMb()).ToList();
        using var over = new CancellationTokenSource();
        _intake = new(chats.Setting, perSecond: 5);
        var asking = _intake.Run(over.Token);
        _began = Now;
        await nodes.SignalDatabase("STOP");
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(30)));
        outcome.AtMost("memory of a node, more than before", 100, nodes.All.Select((node, place) => node.RssMb() - before[place]).Max(), " MB");
        _ended = Now;
        await nodes.SignalDatabase("CONT");
        await over.CancelAsync();
        await asking;
    }

    protected override async Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => await _intake!.End();

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        // Asked while it was frozen, and answered by a patient client before it thawed.
        var asked = _intake!.Asked.Where(a => a.At > _began + 500 && a.At < _ended - 6_000).ToList();
        var refused = asked.Where(a => a.RetryAfter is not null).ToList();
        outcome.AtLeast("asks meanwhile told clearly to come back later", 99, 100.0 * refused.Count / Math.Max(1, asked.Count), " %");
        outcome.Note($"slowest: {string.Join(", ", refused.OrderByDescending(a => a.Ms).Take(5).Select(a => $"{Outcome.Number(a.Ms)} ms, asked {Outcome.Number((a.At - _began) / 1_000.0)} s after the freeze"))}");
        foreach (var other in asked.Where(a => a.RetryAfter is null).GroupBy(a => a.Refused ?? "stored").Take(3)) outcome.Note($"{other.Count()} × {other.Key}");
        outcome.AtMost("until they were told, at the latest", 5_000, Said.Percentile(refused.Select(a => a.Ms), 100), " ms");
        outcome.AtMost("every node has written again after", 10, said.AllWriteAgainAfter(_ended, nodes.All.Count), " s");
        AllAcknowledged(said, outcome);
    }
}
