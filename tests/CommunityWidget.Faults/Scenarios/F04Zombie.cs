using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F04Zombie() : UnderLoad(4, "a node frozen for 40 s, then back as if nothing had been")
{
    private IReadOnlySet<string> _there = new HashSet<string>();
    private Helper _stays = null!, _looks = null!;

    // One who goes nowhere else, and one who sees who could be asked.
    protected override async Task Prepare(Rig rig, Nodes nodes, Chats chats)
    {
        var cookies = await Company.Invite(chats.Setting.Server, nodes.Source, 1, seats: 20);
        _stays = new(rig.Setting([nodes.Addresses[1]]), "stays", cookies[0]) { Wants = _ => false };
        _looks = new(rig.Setting([nodes.Addresses[0]]), "looks", await DemoSignIn.As(nodes.Addresses[0], "sam"), isAgent: true) { Wants = _ => null };
        await _stays.Ready();
        await _looks.Ready();
    }

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        _there = chats.All.Select(c => (Replay.Play.Client)c.Guest).Concat(chats.Company.People).Where(c => c.At == 1).Select(c => c.Name).ToHashSet();
        var before = await IsReachable();
        outcome.Add("whoever is at it can be reached before", "yes", before ? "yes" : "no", before);
        var frozenAt = Now;
        await nodes.All[1].Freeze();
        var lasts = Task.Delay(rig.Of(TimeSpan.FromSeconds(40)));
        while (!lasts.IsCompleted && await IsReachable()) await Task.Delay(250);
        // Thawed sooner than they could be missed, at a small scale: none.
        outcome.AtMost("whoever is at it counts as being there for", 35, lasts.IsCompleted ? double.PositiveInfinity : (Now - frozenAt) / 1_000.0, " s");
        await lasts;
        await nodes.All[1].Thaw();
    }

    protected override async Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        await _stays.DisposeAsync();
        await _looks.DisposeAsync();
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var back = said.Absences.Where(a => a.LostAt >= BeganAt && _there.Contains(a.Client.Split('/')[^1])).Select(a => (a.BackAt - BeganAt) / 1_000.0).ToList();
        outcome.AtLeast("clients at the frozen node", 1, _there.Count);
        outcome.AtLeast("of them, gone to another", _there.Count, said.Absences.Where(a => a.LostAt >= BeganAt).Select(a => a.Client.Split('/')[^1]).Distinct().Count(_there.Contains));
        outcome.AtMost("talking on another node after, at the latest", 35, Said.Percentile(back, 100), " s");
        AllAcknowledged(said, outcome);
    }

    private async Task<bool> IsReachable() => (await _looks.Reachable()).Contains(_stays.Id!);
}
