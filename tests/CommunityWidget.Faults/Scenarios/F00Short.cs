using CommunityWidget.Contracts;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>For every run of the tests: a race, Redis killed, PostgreSQL frozen and a node killed, one after the other on one fleet.</summary>
internal sealed class F00Short() : Scenario(0, "in short: 50 accept at once, Redis killed, PostgreSQL frozen, a node killed")
{
    private const int Members = 50, Races = 6, Talks = 12;

    public override string Load(Rig rig) => $"{Races} races of {Members}, {Talks} chats × 1 msg/s";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { Ladder = rung => rung["wave"] = Members });
        var setting = rig.Setting(nodes.Addresses);
        var company = await Company.Gather(setting, nodes.Source, Members, 20, person => person.Wants = _ => null, Roles.Agent);
        var races = new AcceptRaces(setting, company, rig.Seed);
        await races.Run(Races, atOnce: 2);
        races.Judge(outcome, Races);
        foreach (var person in company.People) person.Wants = Helper.Willing;
        await using var stalls = new Stalls(() => Now / 1_000.0);
        await using (var chats = await Chats.Open(setting, company, Talks))
        {
            using var over = new CancellationTokenSource();
            var talking = chats.Talk(over.Token);
            await Task.Delay(2_000);
            nodes.Warm();
            await nodes.Redis.Signal("KILL");
            await nodes.Redis.Stop();
            await Task.Delay(1_500);
            await nodes.Redis.StartAgain();
            await Task.Delay(1_500);
            await nodes.SignalDatabase("STOP");
            await Task.Delay(4_000);
            await nodes.SignalDatabase("CONT");
            await Task.Delay(2_000);
            await nodes.All[1].Kill();
            await Task.Delay(4_000);
            await over.CancelAsync();
            await talking;
            await Queued(setting, nodes, outcome);
            await chats.End();
        }
        var said = Said.Read(rig.Recordings);
        outcome.AtLeast("clients that lost their line", 1, said.Absences.Count);
        outcome.AtMost("back on another node, p95", 5, Said.Percentile(said.Absences.Select(a => a.Seconds - stalls.Between(a.LostAt / 1_000.0, a.BackAt / 1_000.0)), 95), " s");
        outcome.Exactly("sends without an answer in the end", 0, said.Lost);
        await outcome.Invariants(rig, nodes);
    }
}
