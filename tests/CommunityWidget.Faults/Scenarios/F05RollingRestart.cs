using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F05RollingRestart() : UnderLoad(5, "three nodes told to end (SIGTERM), one after the other, each started again")
{
    private const int Sockets = 2_000;

    private readonly List<Guest> _idle = [];

    public override string Load(Rig rig) => $"{base.Load(rig)}, {rig.Of(Sockets):n0} sockets";

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        await Parallel.ForAsync(0, Math.Max(0, rig.Of(Sockets) - chats.All.Count), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) =>
        {
            var guest = await Guest.Arrive(chats.Setting, $"idle-{number}", polls: false);
            lock (_idle) _idle.Add(guest);
        });
        foreach (var guest in _idle) await guest.Opened();
        foreach (var node in nodes.All)
        {
            var began = Now;
            await node.Stop();
            outcome.AtMost("a node ended after", 12, (Now - began) / 1_000.0, " s");
            await node.Start();
        }
        await Task.Delay(3_000);
        outcome.Note($"{_idle.Count} sockets beside the chats");
        foreach (var guest in _idle) await guest.DisposeAsync();
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        var moved = said.Absences.Where(a => a.LostAt >= BeganAt).ToList();
        outcome.AtMost("of all sockets, opened again in any one second", 20, 100.0 * Said.MostWithin(TimeSpan.FromSeconds(1), moved.Select(a => a.BackAt)) / rig.Of(Sockets), " %");
        outcome.AtMost("without a line, p95", 5, Said.Percentile(moved.Select(a => a.Seconds), 95), " s");
        AllAcknowledged(said, outcome);
    }
}
