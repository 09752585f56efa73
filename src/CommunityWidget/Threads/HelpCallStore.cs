using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>Who was asked into which conversation. Being asked takes no seat and is no offer: whoever does not come has missed nothing.</summary>
public sealed class HelpCallStore(Db db)
{
    public Task<HelpCall?> Find(Guid id) => db.Find<HelpCall>("select * from help_calls where id = @id", new { id });

    public Task<IReadOnlyList<HelpCall>> OpenOf(Guid member, long now) => db.Query<HelpCall>(
        "select * from help_calls where member = @member and state = 'open' and deadline > @now order by asked_at, id", new { member, now });

    public Task<IReadOnlyList<HelpCall>> OpenOf(Tx tx, Guid thread) =>
        tx.Query<HelpCall>("select * from help_calls where thread = @thread and state = 'open' order by member", new { thread });

    /// <summary>Open ones whose time is up, or whose conversation is nobody's any more.</summary>
    public Task<IReadOnlyList<HelpCall>> Over(long now) => db.Query<HelpCall>(
        """
        select h.* from help_calls h join threads t on t.id = h.thread
        where h.state = 'open' and (h.deadline <= @now or t.state <> 'live')
        """,
        new { now });

    public Task Add(Tx tx, HelpCall call) => tx.Execute(
        """
        insert into help_calls (id, thread, site, asker, member, topic, state, asked_at, deadline)
        values (@Id, @Thread, @Site, @Asker, @Member, @Topic, 'open', @AskedAt, @Deadline)
        """,
        call);

    /// <summary>Ends an open one; false when it had ended already.</summary>
    public async Task<bool> End(Tx tx, HelpCall call, string state, long now) => await tx.Execute(
        "update help_calls set state = @state, ended_at = @now where id = @Id and state = 'open'", new { call.Id, state, now }) == 1;
}

/// <summary>A member asked into a conversation until a deadline.</summary>
public sealed record HelpCall
{
    public Guid Id { get; init; }
    public Guid Thread { get; init; }
    public Guid Site { get; init; }
    public Guid Asker { get; init; }
    public Guid Member { get; init; }

    /// <summary>Set when whoever knows a topic was asked: the first who comes is enough.</summary>
    public string? Topic { get; init; }

    public string State { get; init; } = HelpCallStates.Open;
    public long AskedAt { get; init; }
    public long Deadline { get; init; }
}

public static class HelpCallStates
{
    public const string Open = "open", Accepted = "accepted", Declined = "declined", Expired = "expired";

    /// <summary>Somebody else came, or the conversation is over.</summary>
    public const string Withdrawn = "withdrawn";
}
