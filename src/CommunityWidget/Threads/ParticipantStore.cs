using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>Which members are, or were, part of a thread.</summary>
public sealed class ParticipantStore(Db db)
{
    public Task Join(Tx tx, Guid thread, Guid member, string role, long fence, long now) => tx.Execute(
        "insert into participants (thread, member, role, joined_at, fence) values (@thread, @member, @role, @now, @fence)",
        new { thread, member, role, fence, now });

    public Task LeaveAll(Tx tx, Guid thread, string reason, long now) => tx.Execute(
        "update participants set left_at = @now, left_reason = @reason where thread = @thread and left_at is null",
        new { thread, reason, now });

    public Task<IReadOnlyList<Guid>> Current(Tx tx, Guid thread) =>
        tx.Query<Guid>("select member from participants where thread = @thread and left_at is null", new { thread });

    public Task<IReadOnlyList<Guid>> Current(Guid thread) =>
        db.Query<Guid>("select member from participants where thread = @thread and left_at is null", new { thread });

    /// <summary>True when the member is or was part of the thread: then they may read it.</summary>
    public async Task<bool> Ever(Guid thread, Guid member) =>
        await db.Find<long>("select count(*) from participants where thread = @thread and member = @member", new { thread, member }) > 0;

    /// <summary>Who gave a thread back, by <c>released</c> or <c>vanished</c> and the like, of these threads.</summary>
    public Task<IReadOnlyList<Departure>> Departures(IReadOnlyCollection<Guid> threads) => db.Query<Departure>(
        $"select thread, member, left_reason, left_at from participants where {db.Dialect.In("thread", "@threads")} and left_at is not null",
        new { threads });
}

/// <summary>A member who left a thread before it closed.</summary>
public sealed record Departure
{
    public Guid Thread { get; init; }
    public Guid Member { get; init; }
    public string LeftReason { get; init; } = "";
    public long LeftAt { get; init; }
}
