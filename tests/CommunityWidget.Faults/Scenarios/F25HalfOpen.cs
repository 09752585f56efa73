using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F25HalfOpen() : UnderLoad(25, "the lines to one node swallow everything for 60 s")
{
    private int _there;

    protected override Shape Shape => new() { ProxiedClients = true };

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        _there = chats.All.Count(c => c.Guest.At == 0) + chats.Company.People.Count(p => p.At == 0);
        nodes.Clients[0].Weather = Servers.Weather.Hole;
        await Task.Delay(rig.Of(TimeSpan.FromSeconds(60)));
        nodes.Clients[0].Weather = Servers.Weather.Good;
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var gone = said.Absences.Where(a => a.LostAt >= BeganAt).ToList();
        outcome.AtLeast("clients that found out", Math.Max(1, _there), gone.Select(a => a.Client).Distinct().Count());
        outcome.AtMost("until they found out, at the latest", 35, Said.Percentile(gone.Select(a => (a.LostAt - BeganAt) / 1_000.0), 100), " s");
        outcome.AtMost("talking on another node after that, p95", 5, Said.Percentile(gone.Select(a => a.Seconds), 95), " s");
        AllAcknowledged(said, outcome);
    }
}
