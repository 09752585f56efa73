namespace CommunityWidget.Database;

/// <summary>Runs <see cref="DeliverOutbox"/> whenever something was stored, and every two seconds in case a wake was lost.</summary>
public sealed partial class OutboxWorker(DeliverOutbox deliver, OutboxSignal signal, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.Wait(Sweep, stoppingToken);
            try
            {
                while (await deliver.Run()) { }
            }
            catch (Exception error) when (error is not OperationCanceledException)
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
