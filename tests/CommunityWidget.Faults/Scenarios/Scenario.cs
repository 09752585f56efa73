using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>One fault of the catalogue, by its number there.</summary>
internal abstract class Scenario(int number, string fault)
{
    /// <summary>Enough to see whether one is missing or out of order.</summary>
    protected const int FewWaiting = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public int Number => number;

    public string Fault => fault;

    /// <summary>In a few words, for the table.</summary>
    public abstract string Load(Rig rig);

    public abstract Task Run(Rig rig, Outcome outcome);

    /// <summary>I7: until the queue on Redis is what the database says waits, neither more nor less.</summary>
    protected static async Task Queued(PrivateRedis redis, Nodes nodes, Outcome outcome, int atLeast)
    {
        var took = await Unwanted.UntilQueued(redis, nodes.Source, Patience);
        outcome.AtLeast("questions that wait", atLeast, Unwanted.Waiting(nodes.Source).Count);
        outcome.AtMost("I7 the queue is what the database says, in order of age, after", 10, took?.TotalSeconds ?? double.PositiveInfinity, " s");
        if (took is not null) return;
        var (queued, waiting) = (await Unwanted.Queued(redis), Unwanted.Waiting(nodes.Source));
        outcome.Note($"{queued.Except(waiting).Count()} stand in the queue and do not wait, {waiting.Except(queued).Count()} wait and do not stand there");
    }

    /// <summary>The same at the end, with questions that nobody takes asked for it.</summary>
    protected static async Task Queued(Setting setting, Nodes nodes, Outcome outcome)
    {
        await using var unwanted = await Unwanted.Ask(setting, FewWaiting);
        await Queued(nodes.Redis, nodes, outcome, FewWaiting);
        await unwanted.Cancel();
    }

    protected static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
}
