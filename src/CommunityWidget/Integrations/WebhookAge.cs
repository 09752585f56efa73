using CommunityWidget.Database;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Integrations;

/// <summary>How long the oldest piece of news has been waiting for a receiver that is not paused; all nodes say the same.</summary>
public sealed class WebhookAge(Db db, TimeProvider clock) : IGauge
{
    public string Name => "communitywidget.webhooks.age";

    public string Unit => "s";

    public string Description => "Age of the oldest delivery that waits for a webhook's receiver.";

    // One look at the open ones of each webhook, which an index holds.
    public async Task<IReadOnlyList<Reading>> Read()
    {
        var oldest = await db.Find<long?>(
            "select min(d.created_at) from webhooks w join deliveries d on d.webhook = w.id and d.state = 'new' where w.deleted_at is null and w.paused_at is null");
        return [new(oldest is { } since ? (clock.NowMs() - since) / 1_000.0 : 0)];
    }
}
