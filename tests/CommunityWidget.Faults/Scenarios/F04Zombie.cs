using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F04Zombie() : UnderLoad(4, "a node frozen for 40 s, then back as if nothing had been")
{
    private IReadOnlySet<string> _there = new HashSet<string>();

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        _there = chats.All.Select(c => (Replay.Play.Client)c.Guest).Concat(chats.Company.People).Where(c => c.At == 1).Select(c => c.Name).ToHashSet();
        await nodes.All[1].Freeze();
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(40)));
        await nodes.All[1].Thaw();
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var back = said.Absences.Where(a => a.LostAt >= BeganAt && _there.Contains(a.Client.Split('/')[^1])).Select(a => (a.BackAt - BeganAt) / 1_000.0).ToList();
        outcome.AtLeast("clients at the frozen node", 1, _there.Count);
        outcome.AtLeast("of them, gone to another", _there.Count, said.Absences.Where(a => a.LostAt >= BeganAt).Select(a => a.Client.Split('/')[^1]).Distinct().Count(_there.Contains));
        outcome.AtMost("talking on another node after, at the latest", 35, Said.Percentile(back, 100), " s");
        AllAcknowledged(said, outcome);
    }
}
