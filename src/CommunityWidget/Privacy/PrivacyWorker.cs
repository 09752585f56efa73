namespace CommunityWidget.Privacy;

/// <summary>Every hour what is kept no longer goes, a little and a breath; what could not leave the disk is tried again soon.</summary>
public sealed partial class PrivacyWorker(PurgeOld purge, Scrub scrub, TimeProvider clock, ILogger<PrivacyWorker> log) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Breath = TimeSpan.FromMilliseconds(250), Soon = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Every(Hour, () => Purge(stoppingToken), stoppingToken),
        Every(Soon, scrub.Retry, stoppingToken));

    private async Task Purge(CancellationToken stop)
    {
        while (await purge.Run()) await Task.Delay(Breath, clock, stop);
    }

    private async Task Every(TimeSpan pause, Func<Task> work, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    await work();
                }
                catch (Exception error) when (error is not OutOfMemoryException and not OperationCanceledException)
                {
                    Log.Failed(log, error);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; the next hour goes on.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(951, LogLevel.Error, "What is kept no longer could not be removed; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
