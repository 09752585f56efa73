using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F14DatabaseRestarts() : UnderLoad(14, "PostgreSQL restarted hard (immediate), five times")
{
    // Longer than a call is tried again: what stands in a commit or comes meanwhile is refused, and sent again under its key.
    private static readonly TimeSpan Down = TimeSpan.FromSeconds(1.5);

    private readonly List<long> _ready = [];

    protected override TimeSpan After => TimeSpan.FromSeconds(15);

    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        for (var time = 0; time < 5; time++)
        {
            await nodes.Postgres.Signal("QUIT");
            await nodes.Postgres.Stop();
            await Task.Delay(Down);
            await nodes.Postgres.StartAgain();
            _ready.Add(Now);
            await Task.Delay(rig.Of(TimeSpan.FromSeconds(12)));
        }
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
        outcome.AtMost("every node has written again after it is ready, at the latest", 10, _ready.Max(ready => said.AllWriteAgainAfter(ready, nodes.All.Count)), " s");
        outcome.AtLeast("messages sent more than once", 1, said.Messages.Count(m => m.Sends > 1));
        AllAcknowledged(said, outcome);
    }
}
