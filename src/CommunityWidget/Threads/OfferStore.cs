using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Threads;

/// <summary>Offers as rows, each counted in its member's row in the same transaction.</summary>
public sealed class OfferStore(Db db, MemberSeats seats, INotices notices)
{
    private const string OpenOfThread = "select * from offers where thread = @thread and state = 'open' order by member";

    public Task<Offer?> Find(Guid id) => db.Find<Offer>("select * from offers where id = @id", new { id });

    public Task<IReadOnlyList<Offer>> OpenOf(Guid member) =>
        db.Query<Offer>("select * from offers where member = @member and state = 'open' order by offered_at", new { member });

    /// <summary>Offers of every site made since then that can still be taken.</summary>
    public Task<IReadOnlyList<Offer>> OpenSince(long time, long now) =>
        db.Query<Offer>("select * from offers where state = 'open' and deadline > @now and offered_at >= @time", new { time, now });

    /// <summary>Every offer ever made of these threads, oldest first.</summary>
    public Task<IReadOnlyList<Offer>> History(IReadOnlyCollection<Guid> threads) => db.Query<Offer>(
        $"select * from offers where {db.Dialect.In("thread", "@threads")} order by offered_at, wave", new { threads });

    public Task<Offer?> Find(Tx tx, Guid id) => tx.Find<Offer>("select * from offers where id = @id", new { id });

    public Task<IReadOnlyList<Offer>> Overdue(Tx tx, Guid thread, long now) => tx.Query<Offer>(
        "select * from offers where thread = @thread and state = 'open' and deadline <= @now order by member", new { thread, now });

    /// <summary>Which of these threads have an open offer past its deadline.</summary>
    public Task<IReadOnlyList<Guid>> Overdue(IReadOnlyCollection<Guid> threads, long now) => db.Query<Guid>(
        $"select distinct thread from offers where state = 'open' and deadline <= @now and {db.Dialect.In("thread", "@threads")}",
        new { threads, now });

    public Task<IReadOnlyList<Offer>> History(Tx tx, Guid thread) =>
        tx.Query<Offer>("select * from offers where thread = @thread", new { thread });

    /// <summary>Makes an offer if the member still has a free seat for it.</summary>
    public async Task<bool> Make(Tx tx, Offer offer)
    {
        if (!await seats.CountOffer(tx, offer.Member, offer.OfferedAt)) return false;
        await tx.Execute(
            """
            insert into offers (id, thread, site, member, fence, wave, rung, state, offered_at, deadline)
            values (@Id, @Thread, @Site, @Member, @Fence, @Wave, @Rung, 'open', @OfferedAt, @Deadline)
            """,
            offer);
        return true;
    }

    /// <summary>Remembers when offers reached their members' consoles.</summary>
    public Task MarkShown(IReadOnlyCollection<Guid> ids, long now) => db.Write<Done>(async tx =>
    {
        await LockMembersOf(tx, ids);
        await tx.Execute($"update offers set shown_at = @now where shown_at is null and {tx.Dialect.In("id", "@ids")}", new { ids, now });
        return Done.It;
    });

    /// <summary>Ends an open offer and tells its member after the commit; false when it had ended already.</summary>
    public async Task<bool> End(Tx tx, Offer offer, string state, long now)
    {
        await seats.Lock(tx, offer.Member);
        var ended = await tx.Execute(
            "update offers set state = @state, ended_at = @now where id = @Id and state = 'open'", new { offer.Id, state, now });
        if (ended == 0) return false;
        await seats.UncountOffer(tx, offer.Member);
        tx.AfterCommit(() =>
        {
            Instruments.Offers.Add(1, new KeyValuePair<string, object?>("outcome", state));
            return notices.OfferEnded(offer.Member, new OfferEnded(offer.Id.ToString(), state));
        });
        return true;
    }

    /// <summary>A declined offer is open again; nothing when its member has no free seat for it any more.</summary>
    public async Task<Offer?> Reopen(Tx tx, Offer offer, long now)
    {
        if (!await seats.CountOffer(tx, offer.Member, now)) return null;
        await tx.Execute("update offers set state = 'open', ended_at = null where id = @Id and state = 'declined'", new { offer.Id });
        return offer with { State = OfferStates.Open, EndedAt = null };
    }

    public async Task RescindAll(Tx tx, Guid thread, long now)
    {
        foreach (var offer in await tx.Query<Offer>(OpenOfThread, new { thread })) await End(tx, offer, OfferStates.Rescinded, now);
    }

    /// <summary>Rescinds every open offer of a member who left then: what was made later is for somebody who is back.</summary>
    public async Task RescindOf(Tx tx, Guid member, long leftAt, long now)
    {
        foreach (var offer in await tx.Query<Offer>("select * from offers where member = @member and state = 'open' and offered_at <= @leftAt", new { member, leftAt }))
            await End(tx, offer, OfferStates.Rescinded, now);
    }

    /// <summary>Locks everyone an open offer or the step concerns, in order of id, where the database locks rows at all.</summary>
    public async Task LockMembers(Tx tx, Guid thread, params IReadOnlyCollection<Guid> also)
    {
        if (tx.Dialect.OneWriter) return;
        await tx.Query<Guid>(
            $"""
            select id from members
            where {tx.Dialect.In("id", "@also")} or id in (select member from offers where thread = @thread and state = 'open')
            order by id{tx.Dialect.ForUpdate}
            """,
            new { thread, also });
    }

    // Several offers are changed at once, each behind its own member like everywhere.
    private static async Task LockMembersOf(Tx tx, IReadOnlyCollection<Guid> ids)
    {
        if (tx.Dialect.OneWriter) return;
        await tx.Query<Guid>(
            $"select id from members where id in (select member from offers where {tx.Dialect.In("id", "@ids")}) order by id{tx.Dialect.ForUpdate}", new { ids });
    }

    /// <summary>Rescinds the member's newest offers beyond their free seats, or all of them once they are away; gives the threads concerned.</summary>
    public async Task<IReadOnlyList<Guid>> RescindSurplus(Tx tx, Guid member, long now)
    {
        await seats.Lock(tx, member);
        var surplus = await seats.Surplus(tx, member);
        if (surplus <= 0) return [];
        var newest = await tx.Query<Offer>(
            "select * from offers where member = @member and state = 'open' order by offered_at desc, id desc limit @surplus", new { member, surplus });
        foreach (var offer in newest) await End(tx, offer, OfferStates.Rescinded, now);
        return [.. newest.Select(o => o.Thread)];
    }
}

/// <summary>A question proposed to one member until a deadline.</summary>
public sealed record Offer
{
    public Guid Id { get; init; }
    public Guid Thread { get; init; }
    public Guid Site { get; init; }
    public Guid Member { get; init; }
    public long Fence { get; init; }
    public long Wave { get; init; }
    public long Rung { get; init; }
    public string State { get; init; } = OfferStates.Open;
    public long OfferedAt { get; init; }
    public long Deadline { get; init; }

    /// <summary>When it reached the member's console; with <see cref="EndedAt"/>, how long the answer took.</summary>
    public long? ShownAt { get; init; }

    public long? EndedAt { get; init; }

    public bool IsOpen => State == OfferStates.Open;
}

public static class OfferStates
{
    public const string Open = "open", Accepted = "accepted", Declined = "declined", Expired = "expired", Rescinded = "rescinded";
}
