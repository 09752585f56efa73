using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>What speaks against a member: texts that were refused or held, reports that were upheld. They only ever add up to a proposal; a human decides.</summary>
public sealed class StrikeStore(Db db, TimeProvider clock)
{
    public const string Refused = "refused", Held = "held", Report = "report";

    private const long DayMs = 86_400_000;

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

    /// <summary>Members whose strikes of the site's window have come to the site's number, most first.</summary>
    public Task<IReadOnlyList<StrikeCount>> Proposals(Site site, long now) => db.Query<StrikeCount>(
        """
        select member, cast(count(*) as bigint) as total, cast(sum(case when kind = 'report' then 1 else 0 end) as bigint) as reports, max(at) as last_at
        from strikes where site = @Id and settled_at is null and at > @since
        group by member having count(*) >= @StrikesToPropose
        order by total desc, member limit @Most
        """,
        new { site.Id, site.StrikesToPropose, since = now - (site.StrikeDays * DayMs), Most });

    /// <summary>A human decided: what there was counts for no further proposal.</summary>
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
