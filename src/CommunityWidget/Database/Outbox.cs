namespace CommunityWidget.Database;

/// <summary>News for earlier rooms, stored with the change it tells of and handed over at least once.</summary>
public sealed class Outbox(TimeProvider clock, OutboxSignal signal)
{
    public async Task Add(Tx tx, string kind, Guid thread, long seq)
    {
        await tx.Execute(
            "insert into outbox (id, thread, seq, kind, state, attempts, due_at, created_at) values (@Id, @Thread, @Seq, @Kind, 'new', 0, @Now, @Now)",
            new { Id = clock.NewId(), Thread = thread, Seq = seq, Kind = kind, Now = clock.NowMs() });
        tx.AfterCommit(() => { signal.Raise(); return Task.CompletedTask; });
    }
}

/// <summary>One stored piece of news.</summary>
public sealed record OutboxMessage
{
    public Guid Id { get; init; }
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public string Kind { get; init; } = "";
    public long Attempts { get; init; }
}

/// <summary>A room that wants to hear news. Handling must be safe to repeat.</summary>
public interface IOutboxHandler
{
    bool Wants(string kind);

    Task Handle(OutboxMessage message);
}

/// <summary>Wakes the worker right after a commit, so that the outbox is no poll.</summary>
public sealed class OutboxSignal
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try { _raised.Release(); }
        catch (SemaphoreFullException) { /* already raised: one wake serves all */ }
    }

    public Task<bool> Wait(TimeSpan atMost, CancellationToken stop) => _raised.WaitAsync(atMost, stop);
}
