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

    /// <summary>Questions that nobody takes: the queue has something to lose.</summary>
    protected Unwanted Waiting { get; private set; } = null!;

    protected virtual int HowManyWait(Rig rig) => FewWaiting;

    public override string Load(Rig rig) => $"{rig.Chats} chats × 1 msg/s, {rig.Lasts.TotalSeconds:f0} s, {HowManyWait(rig)} questions waiting";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, Shape with { Ladder = Shape.Ladder ?? Unwanted.LetWait });
        await using (var chats = await Chats.Open(rig.Setting(nodes.Addresses), nodes.Source, rig.Chats))
        {
            Waiting = await Unwanted.Ask(chats.Setting, HowManyWait(rig));
            await Prepare(rig, nodes, chats);
            using var over = new CancellationTokenSource();
            var (talking, least) = (chats.Talk(over.Token), Task.Delay(rig.Lasts));
            await Task.Delay(rig.FaultAt);
            nodes.Warm();
            BeganAt = Now;
            await Befall(rig, nodes, chats, outcome);
            HealedAt = Now;
            // They go on for a while after it is over.
            await Task.WhenAll(least, Task.Delay(rig.Of(After)));
            await over.CancelAsync();
            await talking;
            await Queued(nodes.Redis, nodes, outcome, HowManyWait(rig));
            await Waiting.Cancel();
            await Waiting.DisposeAsync();
            await Settle(rig, nodes, chats, outcome);
            await chats.End();
            chats.Setting.Tally.Print(Console.Out);
        }
        Judge(rig, Said.Read(rig.Recordings), nodes, outcome);
        await outcome.Invariants(rig, nodes);
    }

    /// <summary>How long talks go on after it.</summary>
    protected virtual TimeSpan After => TimeSpan.FromSeconds(10);

    /// <summary>What there is beside the chats before the fault.</summary>
    protected virtual Task Prepare(Rig rig, Nodes nodes, Chats chats) => Task.CompletedTask;

    /// <summary>The fault; returns when it is healed.</summary>
    protected abstract Task Befall(Rig rig, Nodes nodes, Chats chats, Outcome outcome);

    /// <summary>What is looked at before everybody goes home.</summary>
    protected virtual Task Settle(Rig rig, Nodes nodes, Chats chats, Outcome outcome) => Task.CompletedTask;

    protected virtual void Judge(Rig rig, Said said, Nodes nodes, Outcome outcome)
    {
    }

    protected static void AllAcknowledged(Said said, Outcome outcome) => outcome.Exactly("sends without an answer in the end", 0, said.Lost);
}
