using CommunityWidget.Contracts;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F32EverybodyLeaves() : Scenario(32, "all super users leave, with and without questions in their hands")
{
    private const int Questions = 10;

    public override string Load(Rig rig) => $"{Questions} questions with nobody there, {Questions} whose wave leaves";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape());
        var setting = rig.Setting(nodes.Addresses);
        outcome.AtMost("nobody there: the visitor is told after", 2, await Longest(setting, "alone", () => Task.CompletedTask), " s");
        nodes.Warm();
        // They look at their offers, and the last one closes the door.
        var company = await Company.Gather(setting, nodes.Source, 6, 20, person => person.Wants = _ => null);
        outcome.AtMost("all leave with the offer open: told after", 120, await Longest(setting, "left", async () =>
        {
            await Task.Delay(3_000);
            await company.DisposeAsync();
        }), " s");
        await Queued(setting, nodes, outcome);
        await outcome.Invariants(rig, nodes);
    }

    private static async Task<double> Longest(Setting setting, string name, Func<Task> meanwhile)
    {
        var guests = new List<(Guest Guest, string Thread, long Since)>();
        for (var number = 0; number < Questions; number++)
        {
            var guest = await Guest.Arrive(setting, $"{name}-{number}", polls: false);
            await guest.Opened();
            var since = Now;
            guests.Add((guest, await guest.Ask($"{name} {number}", Mishap.None), since));
        }
        await meanwhile();
        var leftAt = Now;
        var longest = 0.0;
        foreach (var (guest, thread, since) in guests)
        {
            await guest.Shown.Until(thread, s => s.State == ThreadStates.Parked, "to be told", TimeSpan.FromMinutes(3));
            longest = Math.Max(longest, (guest.Shown.ParkedAt(thread) - Math.Max(since, name == "left" ? leftAt : 0)) / 1_000.0);
            await guest.End(thread);
            await guest.Shown.Until(thread, s => s.State == ThreadStates.Closed, "the end");
            await guest.DisposeAsync();
        }
        return longest;
    }
}
