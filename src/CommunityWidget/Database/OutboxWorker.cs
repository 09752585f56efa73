namespace CommunityWidget.Database;

/// <summary>Runs <see cref="DeliverOutbox"/> whenever something was stored, and every two seconds in case a wake was lost.</summary>
public sealed partial class OutboxWorker(DeliverOutbox deliver, OutboxSignal signal, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(OutboxLanes.All.Select(lane => Work(lane, stoppingToken)));

    private async Task Work(string lane, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await signal.Wait(Sweep, stop, lane);
            try
            {
                while (await deliver.Run(lane)) { }
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                Log.Failed(log, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(112, LogLevel.Error, "The outbox could not be read; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
