using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>Beside the chats, many questions that nobody takes; the queue is compared as soon as the fault is healed, too.</summary>
internal abstract class WithWaiting(int number, string fault) : UnderLoad(number, fault)
{
    private const int Many = 100;

    protected override int HowManyWait(Rig rig) => rig.Of(Many);

    protected Task Queued(Rig rig, Nodes nodes, Outcome outcome) => Queued(nodes.Redis, nodes, outcome, HowManyWait(rig));
}
