using Microsoft.Extensions.Options;

namespace CommunityWidget.Inbox;

/// <summary>What happens to an inbox by itself: what was put aside comes back on the clock, and what was said can be searched.</summary>
public sealed partial class InboxWorker(SnoozeThread snooze, IndexThreads index, TimeProvider clock, IOptions<InboxOptions> options, ILogger<InboxWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Every(snooze.WakeDue, stoppingToken), Every(Index, stoppingToken));

    // A database that was filled before is read in small steps, others' writes between them.
    private async Task Index()
    {
        while (await index.Run()) await Task.Yield();
    }

    private async Task Every(Func<Task> work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.SweepMs), clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await work();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(log, error, work.Method.Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(451, LogLevel.Error, "{Work} of the inbox failed; trying again")]
        public static partial void Failed(ILogger log, Exception error, string work);
    }
}
