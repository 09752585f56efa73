using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>
/// Seats and open offers of members, counted in the row so that one conditional update decides every race.
/// Called only inside the transition's own transaction, members in order of id.
/// </summary>
public sealed class MemberSeats
{
    /// <summary>After this many offers missed in a row the member is set to away.</summary>
    public const int MissesBeforePause = 3;

    /// <summary>Locks the member's row before their offers are touched, where the database locks rows at all.</summary>
    public async Task Lock(Tx tx, Guid member)
    {
        if (!tx.Dialect.OneWriter) await tx.Find<Guid>($"select id from members where id = @member{tx.Dialect.ForUpdate}", new { member });
    }

    /// <summary>Takes a seat; false when none is free.</summary>
    public async Task<bool> Take(Tx tx, Guid member) => await tx.Execute(
        "update members set busy = busy + 1 where id = @member and busy < seats", new { member }) == 1;

    public Task Free(Tx tx, Guid member) => tx.Execute("update members set busy = busy - 1 where id = @member and busy > 0", new { member });

    /// <summary>Counts an open offer; false when the member has no free seat for it any more, went away or was suspended.</summary>
    public async Task<bool> CountOffer(Tx tx, Guid member, long now) => await tx.Execute(
        """
        update members set offered = offered + 1, last_offered_at = @now
        where id = @member and busy + offered < seats and intent = 'available' and (suspended_until is null or suspended_until <= @now)
        """,
        new { member, now }) == 1;

    public Task UncountOffer(Tx tx, Guid member) =>
        tx.Execute("update members set offered = offered - 1 where id = @member and offered > 0", new { member });

    /// <summary>How many open offers the member has beyond their free seats.</summary>
    public async Task<int> Surplus(Tx tx, Guid member) => (int)await tx.Find<long>(
        """
        select case when intent <> 'available' then offered
                    when busy + offered > seats then busy + offered - seats
                    else 0 end
        from members where id = @member
        """,
        new { member });

    /// <summary>Counts a missed offer; true when it was the one that sets the member to away.</summary>
    public async Task<bool> CountMiss(Tx tx, Guid member)
    {
        await tx.Execute("update members set missed = missed + 1 where id = @member", new { member });
        return await tx.Execute(
            "update members set intent = 'away', paused = @yes, missed = 0 where id = @member and missed >= @limit and intent = 'available'",
            new { member, yes = true, limit = MissesBeforePause }) == 1;
    }

    public Task ForgetMisses(Tx tx, Guid member) => tx.Execute("update members set missed = 0 where id = @member", new { member });

    public Task SetIntent(Tx tx, Guid member, string intent) => tx.Execute(
        "update members set intent = @intent, paused = @no, missed = 0 where id = @member",
        new { member, intent, no = false });
}
