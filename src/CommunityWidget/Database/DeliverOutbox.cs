using CommunityWidget.Telemetry;

namespace CommunityWidget.Database;

/// <summary>Hands stored news to its rooms, in order per thread; after five failures a row is set aside and those behind it go on.</summary>
public sealed partial class DeliverOutbox(Db db, IEnumerable<IOutboxHandler> handlers, TimeProvider clock, ILogger<DeliverOutbox> log)
{
    private const int MaxAttempts = 5, Batch = 100;

    private const string Due = """
        select o.id, o.thread, o.seq, o.kind, o.attempts
        from outbox o
        where o.state = 'new' and o.due_at <= @now and (case when o.kind like 'mail.%' then 'mail' else 'news' end) = @lane
          and not exists (select 1 from outbox e where e.thread = o.thread and e.state = 'new' and e.seq < o.seq and e.due_at > @now)
        order by o.created_at, o.seq
        limit @limit
        """;

    /// <summary>Delivers what is due in one lane; true when there may be more.</summary>
    public async Task<bool> Run(string lane = OutboxLanes.News)
    {
        var due = await db.Query<OutboxMessage>(Due, new { now = clock.NowMs(), limit = Batch, lane });
        var stopped = new HashSet<Guid>();
        foreach (var message in due.Where(m => !stopped.Contains(m.Thread)))
        {
            // What failed is waited for: nothing of its thread overtakes it.
            if (!await Deliver(message)) stopped.Add(message.Thread);
        }
        return due.Count == Batch;
    }

    private async Task<bool> Deliver(OutboxMessage message)
    {
        using var step = Traces.StepOf(message.Thread, "outbox.deliver");
        step?.SetTag("outbox.kind", message.Kind);
        try
        {
            foreach (var handler in handlers.Where(h => h.Wants(message.Kind))) await handler.Handle(message);
            await Settle(message, "done", message.Attempts + 1, clock.NowMs());
            Count("done");
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var attempts = message.Attempts + 1;
            Log.Failed(log, error, message.Id, message.Kind, attempts);
            var later = clock.NowMs() + (1_000L << (int)attempts);
            var dead = attempts >= MaxAttempts;
            await Settle(message, dead ? "dead" : "new", attempts, later);
            Count(dead ? "dead" : "failed");
            return dead;
        }
    }

    private Task Settle(OutboxMessage message, string state, long attempts, long due) => db.Write<Contracts.Done>(async tx =>
    {
        await tx.Execute(
            "update outbox set state = @state, attempts = @attempts, due_at = @due where id = @Id",
            new { message.Id, state, attempts, due });
        return Contracts.Done.It;
    });

    private static void Count(string outcome) => Instruments.OutboxDeliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    private static partial class Log
    {
        [LoggerMessage(111, LogLevel.Error, "Outbox row {Id} ({Kind}) failed, attempt {Attempts}")]
        public static partial void Failed(ILogger log, Exception error, Guid id, string kind, long attempts);
    }
}
