using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>Which members are, or were, part of a thread.</summary>
public sealed class ParticipantStore(Db db)
{
    public const string Responder = "responder", Helper = "helper";

    private const string CurrentOf = "select distinct member from participants where thread = @thread and left_at is null";

    /// <summary>Someone who comes back under the same fence continues their old row.</summary>
    public Task Join(Tx tx, Guid thread, Guid member, string role, long fence, long now) => tx.Execute(
        """
        insert into participants (thread, member, role, joined_at, fence) values (@thread, @member, @role, @now, @fence)
        on conflict (thread, member, fence) do update set role = @role, left_at = null, left_reason = null
        """,
        new { thread, member, role, fence, now });

    public Task Leave(Tx tx, Guid thread, Guid member, string reason, long now) => tx.Execute(
        "update participants set left_at = @now, left_reason = @reason where thread = @thread and member = @member and left_at is null",
        new { thread, member, reason, now });

    public Task LeaveAll(Tx tx, Guid thread, string reason, long now) => tx.Execute(
        "update participants set left_at = @now, left_reason = @reason where thread = @thread and left_at is null",
        new { thread, reason, now });

    /// <summary>Helpers whom an ending sent away are back where it is taken back.</summary>
    public Task Return(Tx tx, Guid thread, long endedAt) => tx.Execute(
        """
        update participants set left_at = null, left_reason = null
        where thread = @thread and role = 'helper' and left_reason = 'ended' and left_at >= @since
        """,
        new { thread, since = endedAt - ThreadMachine.UndoWithinMs });

    public Task<IReadOnlyList<Guid>> Current(Tx tx, Guid thread) => tx.Query<Guid>(CurrentOf, new { thread });

    public Task<IReadOnlyList<Guid>> Current(Guid thread) => db.Query<Guid>(CurrentOf, new { thread });

    public async Task<bool> TakenOverSince(Tx tx, Guid thread, long time) => await tx.Find<long>(
        "select count(*) from participants where thread = @thread and left_reason = 'taken_over' and left_at > @time", new { thread, time }) > 0;

    /// <summary>Who helps in these threads now, in the order they joined.</summary>
    public Task<IReadOnlyList<Participant>> Helpers(IReadOnlyCollection<Guid> threads) => db.Query<Participant>(
        $"select thread, member from participants where {db.Dialect.In("thread", "@threads")} and role = 'helper' and left_at is null order by joined_at, member",
        new { threads });

    public async Task<bool> IsHelper(Guid thread, Guid member) => (await Helpers([thread])).Any(h => h.Member == member);

    /// <summary>Members of a thread now or until a moment ago: who must hear of its newest event.</summary>
    public Task<IReadOnlyList<Participant>> Since(IReadOnlyCollection<Guid> threads, long time) => db.Query<Participant>(
        $"select distinct thread, member from participants where {db.Dialect.In("thread", "@threads")} and (left_at is null or left_at >= @time)",
        new { threads, time });

    /// <summary>True when the member is or was part of the thread: then they may read it.</summary>
    public async Task<bool> Ever(Guid thread, Guid member) =>
        await db.Find<long>("select count(*) from participants where thread = @thread and member = @member", new { thread, member }) > 0;

    /// <summary>Who gave a thread back, by <c>released</c> or <c>vanished</c> and the like, of these threads.</summary>
    public Task<IReadOnlyList<Departure>> Departures(IReadOnlyCollection<Guid> threads) => db.Query<Departure>(
        $"select thread, member, left_reason, left_at from participants where {db.Dialect.In("thread", "@threads")} and role = 'responder' and left_at is not null",
        new { threads });
}

/// <summary>A member in a thread.</summary>
public sealed record Participant
{
    public Guid Thread { get; init; }
    public Guid Member { get; init; }
}

/// <summary>A responder who left a thread.</summary>
public sealed record Departure
{
    public Guid Thread { get; init; }
    public Guid Member { get; init; }
    public string LeftReason { get; init; } = "";
    public long LeftAt { get; init; }
}
