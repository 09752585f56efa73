using System.Diagnostics;
using Xunit.Abstractions;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>
/// Thousands of short random histories on the virtual clock, as many as fit into the time a test run has.
/// HISTORY_SEEDS=20000 runs so many however long it takes; HISTORY_FIRST=4711 starts elsewhere.
/// A failure names its seed and tells the whole story: ids and ties are drawn by lot, so the story is what counts.
/// </summary>
public sealed class RandomHistoryTests(ITestOutputHelper output)
{
    private const int StepsPerHistory = 25, AtOnce = 2, SeedsPerRun = 3_000, AtLeast = 50;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Every_promise_holds_after_every_step_of_every_history()
    {
        var asked = Setting("HISTORY_SEEDS", 0);
        var (first, count, ran) = (Setting("HISTORY_FIRST", 1), asked > 0 ? asked : SeedsPerRun, 0);
        var running = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (seed, _) =>
            {
                if (asked == 0 && ran >= AtLeast && running.Elapsed > Budget) return;
                await Run(seed);
                Interlocked.Increment(ref ran);
            });
        output.WriteLine($"{ran} histories of {StepsPerHistory} steps");
    }

    private static async Task Run(int seed)
    {
        await using var history = await History.Begin(seed);
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
