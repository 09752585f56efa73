using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Integrations;

/// <summary>
/// Gives messages their rows when their turn comes. While something of a thread waits, its newer messages stand nowhere but in the thread: where
/// they begin is written beside it (<c>follows</c>), so that a program that is away costs conversations nothing.
/// </summary>
public sealed class MessagesBehind(Db db, TimeProvider clock, IOptions<WebhookOptions> options) : IChore
{
    private const int AtOnce = 200;

    // By its place, so that however much waits in a thread is not walked for each that is settled.
    private const string First = "seq = (select min(e.seq) from deliveries e where e.webhook = @Webhook and e.thread = @Thread and e.state = 'new')";

    private const string Those = "webhook = @Webhook and thread = @Thread and state = 'new'";

    private const string Messages = $"""
        select e.thread, e.seq, e.at, t.public_id from events e join threads t on t.id = e.thread
        where e.thread = @Thread and e.seq >= @follows and e.at >= @since and e.kind = '{EventKinds.Message}' and e.audience = '{Audiences.All}'
              and not exists (select 1 from deliveries d where d.webhook = @Webhook and d.event = t.public_id || '-' || e.seq)
        order by e.seq limit 2
        """;

    private long Oldest => clock.NowMs() - options.Value.LogMs;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>What comes next in the thread of one that was settled; under the thread's lock.</summary>
    public async Task GoOn(Tx tx, Delivery settled)
    {
        var where = new { settled.Webhook, settled.Thread, settled.Event, now = clock.NowMs(), behind = Subscriptions.Behind };
        if (await tx.Find<long?>("select follows from deliveries where webhook = @Webhook and event = @Event", where) is not { } follows)
        {
            await tx.Execute($"update deliveries set due_at = {Subscriptions.TurnComes} where {Those} and due_at = @behind and {First}", where);
            return;
        }
        await tx.Execute("update deliveries set follows = null where webhook = @Webhook and event = @Event", where);
        await Continue(tx, settled.Webhook, settled.Thread, follows);
    }

    /// <summary>Goes on where a place was left behind: with what grew too old to be told, and by a node of an earlier version, which knows of no such place.</summary>
    public Task Run() => Run(CancellationToken.None);

    public async Task Run(CancellationToken stop)
    {
        IReadOnlyList<Delivery> left;
        do
        {
            left = await db.Query<Delivery>($"select * from deliveries where follows is not null and (state <> 'new' or created_at < @Oldest) limit {AtOnce}", new { Oldest });
            foreach (var delivery in left.TakeWhile(_ => !stop.IsCancellationRequested)) await db.Write<Done>(async tx => await LeaveBehind(tx, delivery));
        }
        while (left.Count == AtOnce && !stop.IsCancellationRequested);
    }

    private async Task<Reply<Done>> LeaveBehind(Tx tx, Delivery delivery)
    {
        await tx.Execute($"select 1 from threads where id = @Thread{tx.Dialect.ForUpdate}", delivery);
        // It may have been settled, and gone on from, since it was looked for.
        if (await tx.Find<long?>("select follows from deliveries where webhook = @Webhook and event = @Event and state = @State", delivery) is not { } follows) return Done.It;
        await tx.Execute($"{(delivery.State == DeliveryStates.New ? "delete from deliveries" : "update deliveries set follows = null")} where webhook = @Webhook and event = @Event", delivery);
        await Continue(tx, delivery.Webhook, delivery.Thread, follows);
        return Done.It;
    }

    private async Task Continue(Tx tx, Guid webhook, Guid thread, long follows)
    {
        var where = new { Webhook = webhook, Thread = thread, follows, since = Oldest, now = clock.NowMs(), behind = Subscriptions.Behind };
        var messages = await tx.Query<Message>(Messages, where);
        var waits = await tx.Find<long?>($"select min(seq) from deliveries where {Those}", where);
        if (messages is [var next, ..] && (waits is null || next.Seq < waits))
        {
            await tx.Execute(
                """
                insert into deliveries (webhook, event, thread, seq, kind, state, attempts, tries, due_at, created_at, follows)
                values (@webhook, @event, @Thread, @Seq, @kind, 'new', 0, 0, @now, @At, @follows)
                """,
                new
                {
                    webhook, next.Thread, next.Seq, next.At, where.now, kind = SubscribedKinds.Message,
                    @event = Subscriptions.EventId(next.PublicId, next.Seq, SubscribedKinds.Message), follows = messages.Count > 1 ? messages[1].Seq : (long?)null,
                });
            return;
        }
        if (waits is null) return;
        await tx.Execute($"update deliveries set due_at = {Subscriptions.TurnComes} where {Those} and due_at = @behind and seq = @waits", new { where.Webhook, where.Thread, where.now, where.behind, waits });
        if (messages is [var later, ..]) await tx.Execute($"update deliveries set follows = @Seq where {Those} and seq = @waits", new { where.Webhook, where.Thread, later.Seq, waits });
    }

    private sealed record Message
    {
        public Guid Thread { get; init; }
        public long Seq { get; init; }
        public long At { get; init; }
        public string PublicId { get; init; } = "";
    }
}
