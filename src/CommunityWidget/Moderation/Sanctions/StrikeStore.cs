using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>What speaks against a member: texts that were refused or held, reports that were upheld. They only ever add up to a proposal; a human decides.</summary>
public sealed class StrikeStore(Db db, TimeProvider clock)
{
    public const string Refused = "refused", Held = "held", Report = "report";

    private const long HourMs = 3_600_000, DayMs = 24 * HourMs;

    private const int Most = 200;

    /// <summary>One more, inside the transaction of what it is for.</summary>
    /// <param name="tx">That transaction.</param>
    /// <param name="site">Whose member.</param>
    /// <param name="member">Against whom.</param>
    /// <param name="kind"><see cref="Refused"/>, <see cref="Held"/> or <see cref="Report"/>.</param>
    /// <param name="thread">Where, if anywhere.</param>
    public Task Add(Tx tx, Guid site, Guid member, string kind, Guid? thread) => tx.Execute(
        "insert into strikes (id, site, member, kind, thread, at) values (@id, @site, @member, @kind, @thread, @now)",
        new { id = clock.NewId(), site, member, kind, thread, now = clock.NowMs() });

    /// <summary>Takes one back that came of a decision of that moment.</summary>
    public Task TakeBack(Tx tx, Guid member, string kind, Guid thread, long at) => tx.Execute(
        "delete from strikes where member = @member and kind = @kind and thread = @thread and at between @at and @until and settled_at is null",
        new { member, kind, thread, at, until = at + 1_000 });

    public Task<long> LastAt(Tx tx, Guid member) => tx.Find<long>("select coalesce(max(at), 0) from strikes where member = @member", new { member });

    /// <summary>Where the last of what speaks against a member comes from, also when it was settled a moment ago by what was taken back; none that was erased.</summary>
    public Task<Guid?> LatestThread(Tx tx, Guid member, long now) => tx.Find<Guid?>(
        """
        select s.thread from strikes s join threads t on t.id = s.thread
        where s.member = @member and t.erased_at is null and (s.settled_at is null or s.settled_at > @lately) order by s.at desc limit 1
        """,
        new { member, lately = now - HourMs });

    /// <summary>Members whose strikes of the site's window have come to the site's number, most first.</summary>
    public Task<IReadOnlyList<StrikeCount>> Proposals(Site site, long now) => db.Query<StrikeCount>(
        """
        select member, cast(count(*) as bigint) as total, cast(sum(case when kind = 'report' then 1 else 0 end) as bigint) as reports, max(at) as last_at
        from strikes where site = @Id and settled_at is null and at > @since
        group by member having count(*) >= @StrikesToPropose
        order by total desc, member limit @Most
        """,
        new { site.Id, site.StrikesToPropose, since = now - (site.StrikeDays * DayMs), Most });

    /// <summary>Whether something speaks against a member that nobody has decided about: a report that was right, or enough for a proposal.</summary>
    public async Task<bool> SpeakAgainst(Tx tx, Site site, Guid member, long now) => await tx.Find<StrikeCount>(
        """
        select cast(count(*) as bigint) as total, cast(coalesce(sum(case when kind = 'report' then 1 else 0 end), 0) as bigint) as reports
        from strikes where member = @member and site = @Id and settled_at is null and at > @since
        """,
        new { member, site.Id, since = now - (site.StrikeDays * DayMs) }) is { } count && (count.Reports > 0 || count.Total >= site.StrikesToPropose);

    /// <summary>A human decided: what there was counts for no further proposal. A sanction came of those that were settled in the moment it was issued.</summary>
    public Task Settle(Tx tx, Guid member, long now) =>
        tx.Execute("update strikes set settled_at = @now where member = @member and settled_at is null", new { member, now });
}

/// <summary>What speaks against one member within the window.</summary>
public sealed record StrikeCount
{
    public Guid Member { get; init; }
    public long Total { get; init; }
    public long Reports { get; init; }
    public long LastAt { get; init; }
}
