using CommunityWidget.Contracts;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F29AcceptRace() : Scenario(29, "everybody of a wave accepts at once, on three nodes")
{
    private const int Questions = 1_000, Members = 50, AtOnce = 3;

    public override string Load(Rig rig) => $"{Members} members, {rig.Of(Questions):n0} questions";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { Ladder = rung => rung["wave"] = Members });
        var setting = rig.Setting(nodes.Addresses);
        await using (var company = await Company.Gather(setting, nodes.Source, Members, 100, person => person.Wants = _ => null, Roles.Agent))
        {
            nodes.Warm();
            var races = new AcceptRaces(setting, company, rig.Seed);
            await races.Run(rig.Of(Questions), AtOnce);
            races.Judge(outcome, rig.Of(Questions));
        }
        await Queued(setting, nodes, outcome);
        await outcome.Invariants(rig, nodes);
    }
}
