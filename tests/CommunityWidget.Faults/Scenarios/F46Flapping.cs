using CommunityWidget.Contracts;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F46Flapping() : Scenario(46, "a member joins and leaves once a second for a minute")
{
    private const int Times = 60;

    public override string Load(Rig rig) => $"{rig.Of(Times)} times, another member and an agent watch";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape());
        var setting = rig.Setting(nodes.Addresses);
        var cookies = await Company.Invite(setting.Server, nodes.Source, 2, 5);
        var agent = new Helper(setting, "agent", await DemoSignIn.As(setting.Server, "sam"), isAgent: true) { Wants = _ => null };
        var other = new Helper(setting, "other", cookies[1]) { Wants = _ => null };
        await agent.Ready();
        await other.Ready();
        nodes.Warm();
        var began = Now;
        for (var time = 0; time < rig.Of(Times); time++)
        {
            var flapper = new Helper(rig.Setting([nodes.Addresses[time % nodes.Addresses.Count]], $"flap-{time}"), "flapper", cookies[0]);
            await flapper.Ready();
            await Task.Delay(500);
            await flapper.DisposeAsync();
            await Task.Delay(500);
        }
        foreach (var (who, watcher) in new[] { ("an agent", agent), ("another member", other) })
        {
            var told = watcher.Told.Where(at => at >= began).ToList();
            outcome.AtMost($"told to {who} about it, in any five seconds", 1, Said.MostWithin(TimeSpan.FromSeconds(5), told));
            outcome.Note($"told to {who}: {told.Count} times in {(Now - began) / 1_000} s");
            await watcher.DisposeAsync();
        }
        outcome.AtMost("gone in the end: a question is told that nobody is there after", 2, await Until(setting, "after", ThreadStates.Parked), " s");
        await using (var back = new Helper(setting, "back", cookies[0]))
        {
            await back.Ready();
            outcome.AtMost("there in the end: a question is taken after", 2, await Until(setting, "last", ThreadStates.Live), " s");
        }
        await Queued(setting, nodes, outcome);
        await outcome.Invariants(rig, nodes);
    }

    private static async Task<double> Until(Setting setting, string name, string state)
    {
        await using var guest = await Guest.Arrive(setting, name, polls: false);
        await guest.Opened();
        var since = Now;
        var thread = await guest.Ask(name, Mishap.None);
        await guest.Shown.Until(thread, s => s.State == state, state, TimeSpan.FromMinutes(2));
        var took = (Now - since) / 1_000.0;
        await guest.End(thread);
        await guest.Shown.Until(thread, s => s.State == ThreadStates.Closed, "the end");
        return took;
    }
}
