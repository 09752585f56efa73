namespace CommunityWidget.Database;

/// <summary>News for earlier rooms, stored with the change it tells of and handed over at least once.</summary>
public sealed class Outbox(TimeProvider clock, OutboxSignal signal)
{
    /// <param name="tx">The change's own transaction.</param>
    /// <param name="kind">Which news; its first word is its lane.</param>
    /// <param name="thread">About which thread.</param>
    /// <param name="seq">Orders news of a thread.</param>
    /// <param name="afterMs">Handed over no earlier than that.</param>
    public async Task Add(Tx tx, string kind, Guid thread, long seq, long afterMs = 0)
    {
        await tx.Execute(
            "insert into outbox (id, thread, seq, kind, state, attempts, due_at, created_at) values (@Id, @Thread, @Seq, @Kind, 'new', 0, @Due, @Now)",
            new { Id = clock.NewId(), Thread = thread, Seq = seq, Kind = kind, Due = clock.NowMs() + afterMs, Now = clock.NowMs() });
        tx.AfterCommit(() => { signal.Raise(OutboxLanes.Of(kind)); return Task.CompletedTask; });
    }

    /// <summary>What was set aside gets its tries anew; false when it was not, or is not any more.</summary>
    public async Task<bool> Again(Tx tx, Guid id, string kind)
    {
        var again = await tx.Execute(
            "update outbox set state = 'new', attempts = 0, due_at = @now where id = @id and kind = @kind and state = 'dead'", new { id, kind, now = clock.NowMs() }) == 1;
        if (again) tx.AfterCommit(() => { signal.Raise(OutboxLanes.Of(kind)); return Task.CompletedTask; });
        return again;
    }

    /// <summary>Whether it is still wanted: whoever took it may find that it was withdrawn since.</summary>
    public async Task<bool> IsWanted(Tx tx, Guid id) => await tx.Find<long>("select count(*) from outbox where id = @id and state = 'new'", new { id }) > 0;

    /// <summary>What was not handed over yet is not wanted any more.</summary>
    public Task Withdraw(Tx tx, string kind, Guid thread) => tx.Execute(
        "update outbox set state = 'done' where thread = @thread and kind = @kind and state = 'new'", new { kind, thread });
}

/// <summary>Mails go by a lane and a worker of their own: a mail server that hangs holds up no question. So do changes of lists: a thousand at once hold up none either.</summary>
public static class OutboxLanes
{
    public const string News = "news", Mail = "mail", List = "list";

    public static readonly IReadOnlyList<string> All = [News, Mail, List];

    /// <summary>How many rows a node takes at once: a mail server may take long over each.</summary>
    public static int Batch(string lane) => lane == Mail ? 1 : 100;

    /// <summary>How long a node may work on what it took.</summary>
    public static long LeaseMs(string lane) => lane == Mail ? 120_000 : 30_000;

    public static string Of(string kind) => kind.Split('.')[0] switch { Mail => Mail, List => List, _ => News };
}

/// <summary>One stored piece of news.</summary>
public sealed record OutboxMessage
{
    public Guid Id { get; init; }
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public string Kind { get; init; } = "";
    public long Attempts { get; init; }
    public long CreatedAt { get; init; }
}

/// <summary>A room that wants to hear news. Handling must be safe to repeat.</summary>
public interface IOutboxHandler
{
    bool Wants(string kind);

    Task Handle(OutboxMessage message);

    /// <summary>What a failure of this handler's was, for whoever looks at what stayed; null when it is not known.</summary>
    Failure? Understand(Exception error) => null;
}

/// <summary>Why a piece of news was not handed over.</summary>
/// <param name="Reason">A word or a number; nothing that names anybody.</param>
/// <param name="IsFinal">No further try can do better.</param>
public sealed record Failure(string Reason, bool IsFinal);

/// <summary>Wakes the worker right after a commit, so that the outbox is no poll.</summary>
public sealed class OutboxSignal
{
    private readonly Dictionary<string, SemaphoreSlim> _raised = OutboxLanes.All.ToDictionary(lane => lane, _ => new SemaphoreSlim(0, 1));

    public void Raise(string lane = OutboxLanes.News)
    {
        try { _raised[lane].Release(); }
        catch (SemaphoreFullException) { /* already raised: one wake serves all */ }
    }

    public Task<bool> Wait(TimeSpan atMost, CancellationToken stop, string lane = OutboxLanes.News) => _raised[lane].WaitAsync(atMost, stop);
}
