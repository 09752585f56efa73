using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F06RedisEmptied() : WithWaiting(6, "Redis ended without saving, and started empty")
{
    protected override async Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        await nodes.Redis.Signal("KILL");
        await nodes.Redis.Stop();
        await Task.Delay(2_000);
        await nodes.Redis.StartAgain();
        await Queued(rig, nodes, outcome);
    }

    protected override void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome) => AllAcknowledged(said, outcome);
}
