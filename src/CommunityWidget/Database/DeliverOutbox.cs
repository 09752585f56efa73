using System.Data.Common;
using CommunityWidget.Telemetry;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Database;

/// <summary>
/// Hands stored news to its rooms, in order per thread; after five failures, or one that is final, a row is set aside and those behind it go on. Every node
/// does: what one has taken is hidden from the others until it is settled, or until that node has had time enough.
/// </summary>
public sealed partial class DeliverOutbox(Db db, IEnumerable<IOutboxHandler> handlers, TimeProvider clock, IOptions<MailRetryOptions> mails, ILogger<DeliverOutbox> log)
{
    /// <summary>Tries of one row.</summary>
    public const int MaxAttempts = 5;

    // So long a database may be away, locked or full without a row being to blame; a row that is older is tried five times like any other.
    private const long AwayMs = 3_600_000, AwayRetryMs = 2_000;

    // So long a row that no room of this release wants is left to nodes of the next.
    private const long UnknownMs = 3_600_000;

    // Only the first of each thread in its lane: what comes after it waits until that is settled, whichever node has it.
    private string Take => $"""
        update outbox set due_at = @until where id in (
            select o.id from outbox o
            where o.state = 'new' and o.due_at <= @now and {LaneOf("o")} = @lane
              and not exists (select 1 from outbox e where e.thread = o.thread and e.state = 'new' and e.seq < o.seq and {LaneOf("e")} = @lane)
            order by o.created_at, o.seq
            limit @limit{db.Dialect.SkipLocked})
        returning id, thread, seq, kind, attempts, created_at
        """;

    private static string LaneOf(string row) => $"(case when {row}.kind like 'mail.%' then 'mail' when {row}.kind like 'list.%' then 'list' else 'news' end)";

    /// <summary>Where something is due.</summary>
    public Task<IReadOnlyList<string>> DueLanes() =>
        db.Query<string>($"select distinct {LaneOf("o")} from outbox o where o.state = 'new' and o.due_at <= @now", new { now = clock.NowMs() });

    /// <summary>Delivers what is due in one lane; true when there may be more. Told to stop, it ends with the row it is at and gives the others back.</summary>
    public async Task<bool> Run(string lane = OutboxLanes.News, CancellationToken stop = default)
    {
        var until = clock.NowMs() + OutboxLanes.LeaseMs(lane);
        var taken = await db.Write<Taken>(async tx => new Taken(await tx.Query<OutboxMessage>(Take, new { now = clock.NowMs(), until, lane, limit = OutboxLanes.Batch(lane) })));
        if (taken.Value is not { Messages.Count: > 0 } mine) return false;
        var left = new Queue<OutboxMessage>(mine.Messages.OrderBy(m => m.CreatedAt).ThenBy(m => m.Seq));
        // Too slow: it is anybody's again.
        while (left.Count > 0 && clock.NowMs() < until && !stop.IsCancellationRequested) await Deliver(left.Dequeue(), until, stop);
        if (left.Count > 0 && stop.IsCancellationRequested) await GiveBack([.. left.Select(m => m.Id)], until);
        return true;
    }

    // Another node need not wait until this one's time is up.
    private Task GiveBack(IReadOnlyCollection<Guid> ids, long until) => db.Write<Contracts.Done>(async tx =>
    {
        await tx.Execute($"update outbox set due_at = @now where {tx.Dialect.In("id", "@ids")} and state = 'new' and due_at = @until", new { ids, now = clock.NowMs(), until });
        return Contracts.Done.It;
    });

    private async Task Deliver(OutboxMessage message, long until, CancellationToken stop)
    {
        using var step = Traces.StepOf(message.Thread, "outbox.deliver");
        step?.SetTag("outbox.kind", message.Kind);
        var (outcome, change) = await Handle(message);
        // What was handed over is not handed over again because the database was away for a moment; what else was taken waits for it as well.
        while (!await Settle(message.Id, change) && clock.NowMs() < until && !stop.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromMilliseconds(AwayRetryMs), clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Instruments.OutboxDeliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    private async Task<(string Outcome, Change Change)> Handle(OutboxMessage message)
    {
        var wanting = handlers.Where(h => h.Wants(message.Kind)).ToList();
        if (wanting.Count == 0 && clock.NowMs() - message.CreatedAt < UnknownMs) return ("unknown", Later(message));
        try
        {
            foreach (var handler in wanting) await handler.Handle(message);
            return ("done", new("done", message.Attempts + 1, clock.NowMs(), Reason: null));
        }
        catch (Exception error) when (IsAway(error) && clock.NowMs() - message.CreatedAt < AwayMs)
        {
            Log.Postponed(log, message.Id, message.Kind, error.Message);
            return ("postponed", Later(message));
        }
        catch (Exception error)
        {
            var attempts = message.Attempts + 1;
            Log.Failed(log, error, message.Id, message.Kind, attempts);
            var failure = wanting.Select(h => h.Understand(error)).FirstOrDefault(understood => understood is not null);
            var dead = attempts >= MaxAttempts || failure is { IsFinal: true };
            return (dead ? "dead" : "failed", new(dead ? "dead" : "new", attempts, clock.NowMs() + RetryMs(OutboxLanes.Of(message.Kind), attempts), failure?.Reason));
        }
    }

    private Change Later(OutboxMessage message) => new("new", message.Attempts, clock.NowMs() + AwayRetryMs, Reason: null);

    private long RetryMs(string lane, long attempts) => lane == OutboxLanes.Mail ? mails.Value.After(attempts) : 1_000L << (int)attempts;

    private bool IsAway(Exception error) => error is StorageAwayException || (error is DbException storage && db.Dialect.IsAway(storage));

    private async Task<bool> Settle(Guid id, Change change) => (await db.Write<Contracts.Done>(async tx =>
    {
        await tx.Execute(
            "update outbox set state = @State, attempts = @Attempts, due_at = @Due, reason = @Reason where id = @id and state = 'new'",
            new { id, change.State, change.Attempts, change.Due, change.Reason });
        return Contracts.Done.It;
    })).Refusal is null;

    private sealed record Taken(IReadOnlyList<OutboxMessage> Messages);

    private sealed record Change(string State, long Attempts, long Due, string? Reason);

    private static partial class Log
    {
        [LoggerMessage(111, LogLevel.Error, "Outbox row {Id} ({Kind}) failed, attempt {Attempts}")]
        public static partial void Failed(ILogger log, Exception error, Guid id, string kind, long attempts);

        [LoggerMessage(113, LogLevel.Debug, "Outbox row {Id} ({Kind}) waits for the database: {Why}")]
        public static partial void Postponed(ILogger log, Guid id, string kind, string why);
    }
}
