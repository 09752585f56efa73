using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>
/// What a site's own programs subscribed to: one row for each webhook and event, stored in the transaction of the change itself. So none is
/// lost, none is told of what was rolled back, and the lock of the thread gives them their order. Messages that come while an earlier event of
/// their thread waits are not stored once more: the first of them is written down beside what waits, and each has its row when its turn comes.
/// </summary>
public sealed class Subscriptions(SubscriptionSignal signal, TimeProvider clock)
{
    /// <summary>When a delivery is due that stands behind another one of its thread: not before that one is settled, which says so under the thread's lock.</summary>
    public const long Behind = long.MaxValue;

    /// <summary>So long after a page was published nobody hears of it: a decision taken back tells nothing.</summary>
    public const long PublishedAfterMs = 15_000;

    /// <summary>When what stood behind another one is due: as a rule <c>@now</c>.</summary>
    public static readonly string TurnComes =
        $"case when kind = '{SubscribedKinds.Published}' and created_at + {PublishedAfterMs} > @now then created_at + {PublishedAfterMs} else @now end";

    internal const string Into = "insert into deliveries (webhook, event, thread, seq, kind, state, attempts, tries, due_at, created_at)";

    /// <summary>"Webhook <c>w</c> is there and wants this kind": names of ours only, none is part of another.</summary>
    public static string Wants(string kind) => $"w.deleted_at is null and w.events like '%{kind}%'";

    // However much waits for a site's program that is away, whoever looks for what is due passes by none of it. Only an earlier one stands before it:
    // what was held and is let through later has an older place.
    private static string Due(string thread, string seq, string at) =>
        $"case when exists (select 1 from deliveries e where e.webhook = w.id and e.thread = {thread} and e.seq < {seq} and e.state = 'new') then {Behind} else {at} end";

    /// <summary>The id of an event for those who hear of it: the same however often it is sent.</summary>
    public static string EventId(string publicId, long seq, string kind) =>
        kind == SubscribedKinds.Published ? $"{publicId}-{seq}-published" : $"{publicId}-{seq}";

    public Task Add(Tx tx, ThreadRecord thread, long seq, string kind) => Add(tx, thread, seq, kind, clock.NowMs(), "do nothing");

    /// <summary>A page that was published. Published anew it is told anew: what was taken back before it was told has told nothing.</summary>
    public Task AddPublished(Tx tx, ThreadRecord thread) => Add(
        tx, thread, thread.LastSeq, SubscribedKinds.Published, clock.NowMs() + PublishedAfterMs,
        "do update set state = 'new', attempts = 0, due_at = excluded.due_at, created_at = excluded.created_at");

    private async Task Add(Tx tx, ThreadRecord thread, long seq, string kind, long due, string known)
    {
        var added = await tx.Execute(
            $"""
            {Into}
            select w.id, @event, @Id, @seq, @kind, 'new', 0, 0, {Due("@Id", "@seq", "@due")}, @now from webhooks w where w.site = @Site and {Wants(kind)}
            on conflict (webhook, event) {known}
            """,
            new { thread.Id, thread.Site, seq, kind, @event = EventId(thread.PublicId, seq, kind), due, now = clock.NowMs() });
        if (added > 0) Wake(tx);
    }

    /// <summary>The same for messages of many threads; nothing is asked where nobody listens, and nothing written where what comes next is known.</summary>
    public async Task Add(Tx tx, IReadOnlyList<NumberedMessage> messages)
    {
        if (await HeardMessages.Add(tx, [.. messages.Where(m => m.Thread.IsHeard)])) Wake(tx);
    }

    private void Wake(Tx tx) => tx.AfterCommit(() =>
    {
        signal.Raise();
        return Task.CompletedTask;
    });
}

/// <summary>What can be subscribed to.</summary>
public static class SubscribedKinds
{
    public const string Waiting = "thread.waiting", FellBack = "thread.fell_back", Parked = "thread.parked", Closed = "thread.closed";

    public const string Message = "message.added", Published = "answer.published";

    public static readonly IReadOnlyList<string> All = [Waiting, FellBack, Parked, Message, Closed, Published];
}

/// <summary>Wakes whoever delivers right after a commit, so that it is no poll.</summary>
public sealed class SubscriptionSignal
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try { _raised.Release(); }
        catch (SemaphoreFullException) { /* already raised: one wake serves all */ }
    }

    public Task<bool> Wait(TimeSpan atMost, CancellationToken stop) => _raised.WaitAsync(atMost, stop);
}
