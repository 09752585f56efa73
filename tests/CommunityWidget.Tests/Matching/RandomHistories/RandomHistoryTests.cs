using Xunit.Abstractions;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>
/// Thousands of short random histories on the virtual clock. HISTORY_SEEDS=20000 runs so many; HISTORY_FIRST=4711 starts elsewhere.
/// A failure names its seed and tells the whole story: ids and ties are drawn by lot, so the story is what counts.
/// </summary>
public sealed class RandomHistoryTests(ITestOutputHelper output)
{
    private const int StepsPerHistory = 25, AtOnce = 2, SeedsPerRun = 2_000;

    [Fact]
    public async Task Every_promise_holds_after_every_step_of_every_history()
    {
        var (first, count) = (Setting("HISTORY_FIRST", 1), Setting("HISTORY_SEEDS", SeedsPerRun));
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) => await Run(seed));
        output.WriteLine($"{count} histories of {StepsPerHistory} steps");
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
