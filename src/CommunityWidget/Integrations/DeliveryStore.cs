using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Integrations;

/// <summary>Deliveries as rows: taken for a while, settled, tried again later, set aside after five tries; and their log.</summary>
public sealed class DeliveryStore(Db db, MessagesBehind behind, TimeProvider clock)
{
    // Only the first of each thread: what comes after it waits until that is settled, whichever node has it. Most of that is not due
    // (Subscriptions.Behind); what came in one go, or was sent anew before something that waits, is told apart here.
    private static readonly string MayGo = $"""
        d.state = 'new' and d.due_at <= @now and d.due_at < {Subscriptions.Behind}
              and not exists (select 1 from deliveries e where e.webhook = d.webhook and e.thread = d.thread and e.state = 'new' and e.seq < d.seq)
        """;

    private string Take => $"""
        update deliveries set due_at = @until where webhook = @webhook and event in (
            select d.event from deliveries d
            where d.webhook = @webhook and {MayGo}
            order by d.due_at, d.seq
            limit @most{db.Dialect.SkipLocked})
        returning *
        """;

    private static readonly string Firsts = $"""
        update deliveries set due_at = {Subscriptions.TurnComes}
        where state = 'new' and due_at = @behind and not exists (
            select 1 from deliveries e where e.webhook = deliveries.webhook and e.thread = deliveries.thread and e.state = 'new' and e.seq < deliveries.seq)
        """;

    /// <summary>Webhooks for which something is due.</summary>
    public Task<IReadOnlyList<Guid>> Due() => db.Query<Guid>(
        $"""
        select w.id from webhooks w
        where w.deleted_at is null and w.paused_at is null and exists (select 1 from deliveries d where d.webhook = w.id and {MayGo})
        """,
        new { now = clock.NowMs() });

    /// <summary>Takes what is due for one webhook; hidden from other nodes until then.</summary>
    public async Task<IReadOnlyList<Delivery>> Claim(Guid webhook, int most, long until)
    {
        var taken = await db.Write<Taken>(async tx => new Taken(await tx.Query<Delivery>(Take, new { webhook, most, until, now = clock.NowMs() })));
        return taken.Value?.Deliveries ?? [];
    }

    public Task Add(Delivery delivery) => db.Write<Done>(async tx =>
    {
        await tx.Execute(
            """
            insert into deliveries (webhook, event, thread, seq, kind, state, attempts, tries, due_at, created_at)
            values (@Webhook, @Event, @Thread, @Seq, @Kind, @State, 0, 0, @DueAt, @CreatedAt)
            """,
            delivery);
        return Done.It;
    });

    /// <summary>Writes down what a try came to, and what becomes of the delivery. Once it is done or given up, what stands behind it is due.</summary>
    public Task Settle(Delivery delivery, Try came, string state, long due) => db.Write<Done>(async tx =>
    {
        // Whoever stores the thread's next one holds this lock too, so none is stored behind one that is settled meanwhile; and so does whoever erases.
        await tx.Execute($"select 1 from threads where id = @Thread{tx.Dialect.ForUpdate}", delivery);
        await tx.Execute(
            """
            update deliveries set state = @state, attempts = @attempts, tries = @Tries, due_at = @due
            where webhook = @Webhook and event = @Event and state = 'new'
            """,
            new { delivery.Webhook, delivery.Event, Tries = delivery.Tries + 1, attempts = delivery.Attempts + 1, state, due });
        await tx.Execute(
            """
            insert into delivery_tries (webhook, event, number, at, status, took_ms, answer, trouble)
            select @Webhook, @Event, @Number, @At, @Status, @TookMs, @Answer, @Trouble from deliveries where webhook = @Webhook and event = @Event
            on conflict (webhook, event, number) do nothing
            """,
            came with { Webhook = delivery.Webhook, Event = delivery.Event, Number = delivery.Tries + 1, Answer = came.Answer is not { Length: > 0 } || await MayBeKept(tx, delivery) ? came.Answer : null });
        if (state != DeliveryStates.New) await behind.GoOn(tx, delivery);
        return Done.It;
    });

    // An answer may say back what it was told, and come when that was erased. A test tells of no thread.
    private static async Task<bool> MayBeKept(Tx tx, Delivery delivery) => delivery.Thread == Guid.Empty || await tx.Find<long?>(
        """
        select 1 from threads t where t.id = @Thread and t.erased_at is null
            and not exists (select 1 from events e where e.thread = t.id and e.seq = @Seq and e.kind = 'tombstone')
        """,
        delivery) is not null;

    /// <summary>Sends one anew, or all that failed; gives how many.</summary>
    public async Task<int> Replay(Guid webhook, string? only)
    {
        var count = 0;
        await db.Write<Done>(async tx =>
        {
            var which = only is null ? "state = 'dead'" : "state <> 'new' and event = @only";
            count = await tx.Execute(
                $"update deliveries set state = 'new', attempts = 0, due_at = @behind where webhook = @webhook and {which} and kind <> @test",
                new { webhook, only, behind = Subscriptions.Behind, test = WriteBody.Test });
            await tx.Execute($"{Firsts} and webhook = @webhook", new { webhook, now = clock.NowMs(), behind = Subscriptions.Behind });
            return Done.It;
        });
        return count;
    }

    /// <summary>Newest first, from below a place on.</summary>
    public Task<IReadOnlyList<Delivery>> Log(Guid webhook, bool onlyFailed, (long At, string Event)? below, int most) => db.Query<Delivery>(
        $"""
        select * from deliveries
        where webhook = @webhook{(onlyFailed ? " and state = 'dead'" : "")}{(below is null ? "" : " and (created_at, event) < (@at, @event)")}
        order by created_at desc, event desc limit @most
        """,
        new { webhook, at = below?.At, @event = below?.Event, most });

    public Task<IReadOnlyList<Try>> Tries(Guid webhook, IReadOnlyCollection<string> events) => db.Query<Try>(
        $"select * from delivery_tries where webhook = @webhook and {db.Dialect.AnyOf("event", "@these")} order by event, number",
        new { webhook, these = db.Dialect.Texts([.. events]) });

    /// <summary>How much waits and how much failed, for each webhook of a site.</summary>
    public async Task<IReadOnlyDictionary<Guid, Standing>> Standings(Guid site) => (await db.Query<Standing>(
        """
        select w.id as webhook,
            (select count(*) from deliveries d where d.webhook = w.id and d.state = 'new')
                + (select count(*) from deliveries d join events e on e.thread = d.thread and e.seq >= d.follows and e.kind = 'message' and e.audience = 'all'
                   where d.webhook = w.id and d.state = 'new' and d.follows is not null) as waiting,
            (select count(*) from deliveries d where d.webhook = w.id and d.state = 'dead') as failed
        from webhooks w where w.site = @site and w.deleted_at is null
        """,
        new { site })).ToDictionary(s => s.Webhook);

    /// <summary>Drops what is older than a moment, delivered or not; what stood behind it is due.</summary>
    public static async Task Purge(Tx tx, long before, long now)
    {
        foreach (var webhook in await tx.Query<Guid>("select id from webhooks"))
        {
            const string Old = "webhook = @webhook and created_at < @before";
            await tx.Execute($"delete from delivery_tries where webhook = @webhook and event in (select event from deliveries where {Old})", new { webhook, before });
            await tx.Execute($"delete from deliveries where {Old}", new { webhook, before });
        }
        await tx.Execute(Firsts, new { now, behind = Subscriptions.Behind });
    }

    private sealed record Taken(IReadOnlyList<Delivery> Deliveries);
}

/// <summary>What is still to be delivered to a webhook, and what could not be.</summary>
public sealed record Standing
{
    public Guid Webhook { get; init; }
    public long Waiting { get; init; }
    public long Failed { get; init; }
}
