using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>What is held for review, as rows: the oldest first, a page at a time.</summary>
public sealed class HoldStore(Db db, TimeProvider clock)
{
    // What is older was told long ago: nobody looks through all that was ever kept back.
    private const long LongestOutageMs = 7L * 24 * 3_600_000;

    /// <summary>Held texts of a site that nobody has decided, below a place.</summary>
    /// <param name="site">Whose.</param>
    /// <param name="after">The last one seen, or null from the top.</param>
    /// <param name="most">How many.</param>
    public Task<IReadOnlyList<HeldText>> Open(Guid site, HeldText? after, int most) => db.Query<HeldText>(
        """
        select h.thread, h.seq, h.site, h.reasons, h.held_at, t.public_id, t.language, t.outcome, e.author_kind, e.author, e.body, e.masked_body
        from holds h join threads t on t.id = h.thread join events e on e.thread = h.thread and e.seq = h.seq
        where h.site = @site and h.decision is null and (h.seq > 1 or t.state <> 'closed') and (h.held_at, h.thread, h.seq) > (@at, @thread, @seq)
        order by h.held_at, h.thread, h.seq limit @most
        """,
        new { site, at = after?.HeldAt ?? 0, thread = after?.Thread ?? Guid.Empty, seq = after?.Seq ?? 0, most });

    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">Whose text it is.</param>
    /// <param name="seq">Its event.</param>
    /// <param name="reasons">Of <see cref="JudgedReasons"/>.</param>
    /// <param name="continues">Its author wanted an ended conversation back by it.</param>
    public Task Add(Tx tx, ThreadRecord thread, long seq, IReadOnlyList<string> reasons, bool continues) => tx.Execute(
        "insert into holds (thread, seq, site, reasons, held_at, continues) values (@Id, @seq, @Site, @reasons, @now, @continues)",
        new { thread.Id, thread.Site, seq, reasons = string.Join(' ', reasons), now = clock.NowMs(), continues });

    /// <summary>Whether its author wanted an ended conversation back by a held text, and nothing moved it since.</summary>
    public async Task<bool> MayContinue(Tx tx, Guid thread, long seq) => await tx.Find<long>(
        "select count(*) from holds h where h.thread = @thread and h.seq = @seq and h.continues = @yes and not exists (select 1 from events e where e.thread = h.thread and e.seq > h.seq and e.kind = 'status')",
        new { thread, seq, yes = true }) > 0;

    /// <summary>False when somebody decided before. The event says it too: a fresh look needs no other table.</summary>
    public async Task<bool> Decide(Tx tx, Guid thread, long seq, string decision, Guid by)
    {
        var decided = await tx.Execute(
            "update holds set decision = @decision, decided_by = @by, decided_at = @now where thread = @thread and seq = @seq and decision is null",
            new { thread, seq, decision, by, now = clock.NowMs() });
        if (decided == 0) return false;
        await tx.Execute("update events set verdict = @decision where thread = @thread and seq = @seq", new { thread, seq, decision });
        return true;
    }

    /// <summary>Keeps one back, which is told when it cannot be taken back any more; false when somebody decided before.</summary>
    public async Task<bool> KeepBack(Tx tx, Guid thread, long seq, Guid by) => await tx.Execute(
        "update holds set decision = 'refused', decided_by = @by, decided_at = @now where thread = @thread and seq = @seq and decision is null",
        new { thread, seq, by, now = clock.NowMs() }) == 1;

    /// <summary>It waits for a decision again; false once it was told.</summary>
    public async Task<bool> TakeBack(Tx tx, Guid thread, long seq) => await tx.Execute(
        $"update holds set decision = null, decided_by = null, decided_at = null where thread = @thread and seq = @seq and {Untold}", new { thread, seq }) == 1;

    /// <summary>What was kept back before a moment and nobody was told of, the oldest first, behind so many of them.</summary>
    public Task<IReadOnlyList<KeptBack>> KeptBack(long before, int most, int behind = 0) => db.Query<KeptBack>(
        $"select thread, seq, decided_by from holds where decided_at < @before and decided_at > @since and {Untold} order by decided_at, thread, seq limit @most offset @behind", new { before, since = before - LongestOutageMs, most, behind });

    /// <summary>The event says it now; false when it was taken back or told meanwhile.</summary>
    public async Task<bool> Tell(Tx tx, Guid thread, long seq) => await tx.Execute(
        $"update events set verdict = 'refused' where thread = @thread and seq = @seq and verdict = 'held' and exists (select 1 from holds where thread = @thread and seq = @seq and {Untold})", new { thread, seq }) == 1;

    private const string Untold = "decision = 'refused' and exists (select 1 from events e where e.thread = holds.thread and e.seq = holds.seq and e.kind = 'hold' and e.verdict = 'held')";

    /// <summary>A question that was held becomes what everybody reads: nobody but its author had a place of it.</summary>
    public Task BecomesMessage(Tx tx, Guid thread, long seq) => tx.Execute(
        $"update events set kind = '{EventKinds.Message}' where thread = @thread and seq = @seq and kind = '{EventKinds.Hold}'", new { thread, seq });
}

/// <summary>A text that was not let through.</summary>
public sealed record KeptBack
{
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public Guid DecidedBy { get; init; }
}

/// <summary>A text that waits for a decision.</summary>
public sealed record HeldText
{
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public Guid Site { get; init; }

    /// <summary>Of <see cref="JudgedReasons"/>, separated by spaces.</summary>
    public string Reasons { get; init; } = "";

    public long HeldAt { get; init; }
    public string PublicId { get; init; } = "";
    public string Language { get; init; } = "";
    public string? Outcome { get; init; }
    public string AuthorKind { get; init; } = "";
    public Guid? Author { get; init; }
    public string Body { get; init; } = "";

    /// <summary>Without personal data; null when there is none in it.</summary>
    public string? MaskedBody { get; init; }

    public IReadOnlyList<string> ReasonList => Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True when the whole question waits: it was offered to nobody.</summary>
    public bool IsQuestion => Outcome == Outcomes.Held;
}
