using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Integrations;

/// <summary>Delivers on this node: a task of its own for each webhook with something due, so that none waits for another; woken by commits, ten times a second at most, and every two seconds for what fell due.</summary>
public sealed partial class WebhookWorker(
    DeliverWebhooks deliver, DeliveryStore deliveries, SubscriptionSignal signal, ILogger<WebhookWorker> log) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromMilliseconds(100);

    private readonly Rounds _rounds = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await signal.Wait(Sweep, stoppingToken);
                await Guarded(async () =>
                {
                    foreach (var webhook in await deliveries.Due()) Begin(webhook, stoppingToken);
                    // A busy site commits a thousand times a second, and each of them wakes.
                    await Task.Delay(Pause, stoppingToken);
                });
            }
        }
        finally
        {
            await _rounds.Ended;
        }
    }

    private void Begin(Guid webhook, CancellationToken stop) => _rounds.Begin(
        webhook,
        () => Task.Run(() => Guarded(async () => { while (!stop.IsCancellationRequested && await deliver.Run(webhook, stop)) { } }), CancellationToken.None),
        async () =>
        {
            // What was stored while the last round ended is nobody's otherwise until the next sweep.
            if (!stop.IsCancellationRequested && (await Due()).Contains(webhook)) signal.Raise();
        });

    private async Task<IReadOnlyList<Guid>> Due()
    {
        IReadOnlyList<Guid> due = [];
        await Guarded(async () => due = await deliveries.Due());
        return due;
    }

    private async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The program ends; what was taken is anybody's when its time is up.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Log.Failed(log, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(702, LogLevel.Error, "Webhooks could not be delivered; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}

/// <summary>The log has an end, and a deleted webhook leaves nothing behind a day later.</summary>
public sealed class ForgetDeliveries(Db db, MessagesBehind behind, WebhookStore hooks, TimeProvider clock, IOptions<WebhookOptions> options) : IChore
{
    private const long DayMs = 24L * 3_600 * 1_000;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run() => Run(CancellationToken.None);

    public async Task Run(CancellationToken stop)
    {
        // What stands behind what grew too old goes on without it.
        await behind.Run(stop);
        if (stop.IsCancellationRequested) return;
        await db.Write<Done>(async tx =>
        {
            await DeliveryStore.Purge(tx, clock.NowMs() - options.Value.LogMs, clock.NowMs());
            await hooks.Purge(tx, clock.NowMs() - DayMs);
            return Done.It;
        });
    }
}
