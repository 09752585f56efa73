using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Xunit.Abstractions;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>
/// Thousands of short random histories on the virtual clock. HISTORY_SEEDS=20000 runs so many; HISTORY_FIRST=4711 starts elsewhere.
/// A failure names its seed and tells the whole story: ids and ties are drawn by lot, so the story is what counts.
/// </summary>
public sealed class RandomHistoryTests(ITestOutputHelper output)
{
    private const int StepsPerHistory = 25, AtOnce = 2, SeedsPerRun = 2_000, SeedsOnBoth = 120;

    [Fact]
    public async Task Every_promise_holds_after_every_step_of_every_history()
    {
        await RunAll(Setting("HISTORY_SEEDS", SeedsPerRun), queue: null);
    }

    /// <summary>The queue in process and the one on Redis side by side, verb by verb. HISTORY_BOTH_SEEDS runs as many.</summary>
    [RedisFact]
    public Task Every_promise_holds_and_both_queues_agree_at_every_verb() => RunAll(
        Setting("HISTORY_BOTH_SEEDS", SeedsOnBoth), clock => new BothQueues(new InMemoryMatchQueue(clock), TestRedis.NewQueue(clock)));

    private async Task RunAll(int count, Func<TimeProvider, IMatchQueue>? queue)
    {
        var first = Setting("HISTORY_FIRST", 1);
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) => await Run(seed, queue));
        output.WriteLine($"{count} histories of {StepsPerHistory} steps");
    }

    private static async Task Run(int seed, Func<TimeProvider, IMatchQueue>? queue)
    {
        await using var history = await History.Begin(seed, queue);
        try
        {
            await history.Run(StepsPerHistory);
        }
        catch (Exception broken)
        {
            var trace = broken is BrokenPromiseException ? "" : broken.StackTrace;
            Assert.Fail($"Seed {seed}: {broken.Message}\n{string.Join('\n', history.Log)}\n{trace}");
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
