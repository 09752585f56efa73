using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>The usual course: chats with a message a second, the fault in the middle, everybody ends, everything is compared.</summary>
internal abstract class UnderLoad(int number, string fault) : Scenario(number, fault)
{
    /// <summary>When the fault began, and when it was over.</summary>
    protected long BeganAt { get; private set; }

    protected long HealedAt { get; private set; }

    protected virtual Shape Shape => new();

    public override string Load(Rig rig) => $"{rig.Chats} chats × 1 msg/s, {rig.Lasts.TotalSeconds:f0} s";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, Shape);
        await using (var chats = await Chats.Open(rig.Setting(nodes.Addresses), nodes.Source, rig.Chats))
        {
            var talking = chats.Talk(Lasts(rig));
            await Task.Delay(rig.FaultAt);
            BeganAt = Now;
            await Befall(rig, nodes, chats, outcome);
            HealedAt = Now;
            await talking;
            await Settle(rig, nodes, chats, outcome);
            await chats.End();
            chats.Setting.Tally.Print(Console.Out);
        }
        Judge(rig, Said.Read(rig.Recordings), nodes, outcome);
        outcome.Invariants(rig, nodes);
    }

    protected virtual TimeSpan Lasts(Rig rig) => rig.Lasts;

    /// <summary>The fault; returns when it is healed.</summary>
    protected abstract Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome);

    /// <summary>What is looked at before everybody goes home.</summary>
    protected virtual Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => Task.CompletedTask;

    protected virtual void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
    }

    protected static void AllAcknowledged(Said said, Outcome outcome) => outcome.Exactly("sends without an answer in the end", 0, said.Lost);
}
