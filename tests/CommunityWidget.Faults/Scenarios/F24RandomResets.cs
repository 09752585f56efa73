using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F24RandomResets() : UnderLoad(24, "lines reset at random, every one to three seconds for five minutes")
{
    protected override Shape Shape => new() { ProxiedClients = true };

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        var (dice, until, resets) = (new Random(rig.Seed), Now + (long)rig.Of(TimeSpan.FromMinutes(5)).TotalMilliseconds, 0);
        while (Now < until)
        {
            foreach (var proxy in nodes.Clients)
            {
                for (var line = 0; line < Math.Max(1, proxy.Open / 20); line++) resets += proxy.ResetOne(dice) ? 1 : 0;
            }
            await Task.Delay(dice.Next(1_000, 3_000));
        }
        outcome.AtLeast("lines reset", 20, resets);
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        outcome.AtMost("without a line, p95", 5, Said.Percentile(said.Absences.Select(a => a.Seconds), 95), " s");
        AllAcknowledged(said, outcome);
    }
}
