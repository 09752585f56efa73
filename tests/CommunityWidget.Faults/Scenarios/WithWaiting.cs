using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>Beside the chats, questions that nobody takes: the queue has something to lose.</summary>
internal abstract class WithWaiting(int number, string fault) : UnderLoad(number, fault)
{
    private const int Many = 100, PatienceSeconds = 30;

    private Unwanted? _unwanted;

    // They wait for longer than the scenario lasts.
    protected override Shape Shape => new() { Ladder = rung => rung["staysMs"] = (string?)rung["kind"] == "agents" ? 3_600_000 : (long)rung["staysMs"]! };

    public override string Load(Rig rig) => $"{base.Load(rig)}, {rig.Of(Many)} questions waiting";

    protected override async Task Prepare(Rig rig, Nodes nodes, Chats chats) => _unwanted = await Unwanted.Ask(chats.Setting, rig.Of(Many));

    protected override async Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome)
    {
        await _unwanted!.Cancel();
        await _unwanted.DisposeAsync();
    }

    /// <summary>I7: until the queue on Redis is what the database says.</summary>
    protected static async Task Queued(Nodes nodes, Outcome outcome, int atLeast = 1)
    {
        var took = await Unwanted.UntilQueued(nodes.Redis, nodes.Source, TimeSpan.FromSeconds(PatienceSeconds));
        outcome.AtLeast("questions that wait", atLeast, Unwanted.Waiting(nodes.Source).Count);
        outcome.AtMost("I7 the queue is what the database says, in order of age, after", 10, took?.TotalSeconds ?? double.PositiveInfinity, " s");
    }
}
