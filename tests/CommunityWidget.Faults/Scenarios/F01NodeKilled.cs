using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F01NodeKilled() : UnderLoad(1, "one of three nodes killed (SIGKILL) mid-chat")
{
    protected override Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => nodes.All[1].Kill();

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var back = said.Absences.Select(a => a.Seconds).ToList();
        outcome.AtLeast("clients that lost their line", 1, back.Count);
        outcome.AtMost("back on another node, p95", 5, Said.Percentile(back, 95), " s");
        outcome.AtMost("back on another node, at the latest", 20, Said.Percentile(back, 100), " s");
        AllAcknowledged(said, outcome);
    }
}
