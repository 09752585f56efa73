using CommunityWidget.Hosting;
using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers;

/// <summary>Keeps the numbers up to date, far from whoever waits for an answer.</summary>
public sealed partial class NumbersWorker(TallyQuestions questions, CountAvailable available, Drain drain, TimeProvider clock, ILogger<NumbersWorker> log) : BackgroundService
{
    private static readonly TimeSpan TallyEvery = TimeSpan.FromSeconds(30), LookEvery = TimeSpan.FromSeconds(20);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Every(TallyEvery, Tally, stoppingToken),
        Every(LookEvery, available.Run, stoppingToken));

    private async Task Tally()
    {
        // A first start on years of questions: a batch after the other, others between them.
        while (!drain.HasBegun && await questions.Run()) await Task.Yield();
    }

    private async Task Every(TimeSpan interval, Func<Task> work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await work();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(log, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(901, LogLevel.Error, "The numbers could not be brought up to date; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
