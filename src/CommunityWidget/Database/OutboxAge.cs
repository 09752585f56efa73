using CommunityWidget.Telemetry;

namespace CommunityWidget.Database;

/// <summary>How long the oldest piece of news has been waiting to be handed over; all nodes say the same.</summary>
public sealed class OutboxAge(Db db, TimeProvider clock) : IGauge
{
    public string Name => "communitywidget.outbox.age";

    public string Unit => "s";

    public string Description => "Age of the oldest row of the outbox that was not handed over.";

    public async Task<IReadOnlyList<Reading>> Read()
    {
        var oldest = await db.Find<long?>("select min(created_at) from outbox where state = 'new'");
        return [new(oldest is { } since ? (clock.NowMs() - since) / 1_000.0 : 0)];
    }
}
