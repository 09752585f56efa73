namespace CommunityWidget.Database;

/// <summary>Runs <see cref="DeliverOutbox"/> whenever something was stored, and looks every two seconds whether something is due: a retry, or what no wake came for.</summary>
public sealed partial class OutboxWorker(DeliverOutbox deliver, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll([Sweep(stoppingToken), .. OutboxLanes.All.Select(lane => Work(lane, stoppingToken))]);

    private async Task Work(string lane, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await signal.Wait(Timeout.InfiniteTimeSpan, stop, lane);
            await Try(async () =>
            {
                while (!stop.IsCancellationRequested && await deliver.Run(lane, stop)) { }
            }, stop);
        }
    }

    // One read for all lanes: taking is a transaction, and there is mostly nothing to take.
    private async Task Sweep(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await Try(async () =>
            {
                foreach (var lane in await deliver.DueLanes()) signal.Raise(lane);
            }, stop);
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private async Task Try(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            Log.Failed(log, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(112, LogLevel.Error, "The outbox could not be read; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
