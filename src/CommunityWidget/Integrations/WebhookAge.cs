using CommunityWidget.Database;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

namespace CommunityWidget.Integrations;

/// <summary>How long the oldest piece of news has been waiting for a receiver that is not paused; all nodes say the same.</summary>
public sealed class WebhookAge(Db db, TimeProvider clock) : IGauge
{
    public string Name => "communitywidget.webhooks.age";

    public string Unit => "s";

    public string Description => "Age of the oldest delivery that waits for a webhook's receiver.";

    // Of each webhook those that are due first, as an index holds them, and no more: while a receiver is down there may be a hundred thousand, every ten
    // seconds, on every node. The oldest is among them but for chance: what is overdue longest comes first, and of what is tried again some of every age is next.
    private const int Looked = 100;

    public async Task<IReadOnlyList<Reading>> Read()
    {
        var oldest = await db.Find<long?>(
            $"""
            select min((
                select min(first.created_at) from (
                    select d.created_at from deliveries d
                    where d.webhook = w.id and d.state = 'new' and d.due_at < {Subscriptions.Behind}
                    order by d.due_at
                    limit {Looked}) first))
            from webhooks w where w.deleted_at is null and w.paused_at is null
            """);
        return [new(oldest is { } since ? (clock.NowMs() - since) / 1_000.0 : 0)];
    }
}
