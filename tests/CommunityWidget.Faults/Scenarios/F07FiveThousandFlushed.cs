using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F07FiveThousandFlushed() : Scenario(7, "FLUSHALL with thousands of questions waiting")
{
    private const int Questions = 5_000;

    public override string Load(Rig rig) => $"{rig.Of(Questions):n0} questions waiting";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape { Ladder = rung => rung["staysMs"] = 3_600_000 });
        await using var unwanted = await Unwanted.Ask(rig.Setting(nodes.Addresses), rig.Of(Questions));
        var before = await Unwanted.UntilQueued(nodes.Redis, nodes.Source, TimeSpan.FromSeconds(60));
        outcome.Add("the queue was whole before", "yes", before is null ? "no" : "yes", before is not null);
        nodes.Warm();
        var (waited, flushedAt) = (Unwanted.Waiting(nodes.Source).ToHashSet(), Now);
        await nodes.Redis.Execute("FLUSHALL");
        var took = await Unwanted.UntilQueued(nodes.Redis, nodes.Source, TimeSpan.FromSeconds(60));
        outcome.Exactly("questions that wait", rig.Of(Questions), Unwanted.Waiting(nodes.Source).Count);
        foreach (var (thread, state) in Unwanted.NotWaiting(nodes.Source))
            outcome.Note($"{(waited.Contains(thread) ? $"of those that waited, since {Now - flushedAt} ms" : "never waited")}: {state}");
        outcome.AtMost("none missing, none twice, in order of age, after", 10, took?.TotalSeconds ?? double.PositiveInfinity, " s");
        await unwanted.Cancel();
        outcome.Add("I7 the queue is empty once nothing waits", "yes", await Unwanted.UntilQueued(nodes.Redis, nodes.Source, TimeSpan.FromSeconds(30)) is null ? "no" : "yes", Unwanted.Waiting(nodes.Source).Count == 0 && (await Unwanted.Queued(nodes.Redis)).Count == 0);
        await outcome.Invariants(rig, nodes);
    }
}
