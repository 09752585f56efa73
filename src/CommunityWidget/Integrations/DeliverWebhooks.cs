using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Integrations;

/// <summary>
/// Tells one webhook what is due: several threads at once, each thread's events one after the other. What fails is tried again after ever
/// longer waits, kept in the row so that a restart forgets none; after five tries it is set aside and what is behind it goes on.
/// </summary>
public sealed partial class DeliverWebhooks(
    WebhookStore hooks, DeliveryStore deliveries, WriteBody write, WebhookSecrets secrets, GuardedClient client, TimeProvider clock, IOptions<WebhookOptions> options, ILogger<DeliverWebhooks> log)
{
    public const int MaxAttempts = 5, AtOnce = 8;

    // A try has an end, and then it must still be written down.
    private long LeaseMs => options.Value.TimeoutMs + 30_000;

    /// <summary>One round; true when there may be more.</summary>
    public async Task<bool> Run(Guid webhook, CancellationToken stop = default)
    {
        if (await hooks.Find(webhook) is not { IsActive: true } hook) return false;
        var taken = await deliveries.Claim(webhook, AtOnce, clock.NowMs() + LeaseMs);
        await Task.WhenAll(taken.Select(delivery => Deliver(hook, delivery, stop)));
        return taken.Count > 0;
    }

    /// <summary>Sends a test event now, once.</summary>
    public async Task<Try> Test(Webhook hook)
    {
        var now = clock.NowMs();
        var delivery = new Delivery { Webhook = hook.Id, Event = $"test-{ThreadStore.NewPublicId()}", Kind = WriteBody.Test, CreatedAt = now, DueAt = now + LeaseMs };
        await deliveries.Add(delivery);
        var came = await Attempt(hook, delivery, CancellationToken.None);
        await deliveries.Settle(delivery, came, came.IsGood ? DeliveryStates.Done : DeliveryStates.Dead, clock.NowMs());
        return came;
    }

    private async Task Deliver(Webhook hook, Delivery delivery, CancellationToken stop)
    {
        using var step = Traces.StepOf(delivery.Thread, "webhook.deliver");
        step?.SetTag("webhook.kind", delivery.Kind);
        var came = await Attempt(hook, delivery, stop);
        var attempts = delivery.Attempts + 1;
        // What is not there any more never will be.
        var state = came.IsGood || came.Trouble == Troubles.Gone ? DeliveryStates.Done : attempts >= MaxAttempts ? DeliveryStates.Dead : DeliveryStates.New;
        if (!came.IsGood) Log.Failed(log, delivery.Event, hook.Id, attempts, came.Status, came.Trouble);
        await deliveries.Settle(delivery, came, state, clock.NowMs() + ((long)options.Value.RetryMs << (int)delivery.Attempts));
        Instruments.OutboxDeliveries.Add(1, new KeyValuePair<string, object?>("outcome", state == DeliveryStates.New ? "failed" : state));
    }

    private async Task<Try> Attempt(Webhook hook, Delivery delivery, CancellationToken stop)
    {
        if (await write.Run(hook, delivery) is not { } body) return new() { At = clock.NowMs(), Trouble = Troubles.Gone };
        return await client.Post(new Uri(hook.Address), body, secrets.Headers(hook, delivery.Event, clock.NowMs(), body), stop);
    }

    private static partial class Log
    {
        [LoggerMessage(701, LogLevel.Warning, "Event {Event} could not be delivered to webhook {Webhook}, attempt {Attempts}: {Status} {Trouble}")]
        public static partial void Failed(ILogger log, string @event, Guid webhook, long attempts, long? status, string? trouble);
    }
}
