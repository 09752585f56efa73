using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Reports;

/// <summary>Reports as rows.</summary>
public sealed class ReportStore(Db db)
{
    /// <summary>For how long what somebody made, and what was dismissed of it, counts.</summary>
    public const long DayMs = 24L * 3_600 * 1_000, MonthMs = 30 * DayMs;

    /// <summary>False when this reporter reported the same before.</summary>
    public async Task<bool> Add(Tx tx, Report report) => await tx.Execute(
        """
        insert into reports (id, public_id, site, thread, seq, reporter_kind, reporter, trusted, reason, words, state, key_hash, at)
        values (@Id, @PublicId, @Site, @Thread, @Seq, @ReporterKind, @Reporter, @Trusted, @Reason, @Words, @State, @KeyHash, @At)
        on conflict (thread, seq, reporter) do nothing
        """,
        report) == 1;

    public Task<Report?> By(Tx tx, Guid thread, long seq, string reporter) =>
        tx.Find<Report>("select * from reports where thread = @thread and seq = @seq and reporter = @reporter", new { thread, seq, reporter });

    /// <summary>Whether what a report is about says something else since it was decided.</summary>
    public async Task<bool> IsOutdated(Tx tx, Report decided) => decided.DecidedAt is not null && decided.State is ReportStates.Upheld or ReportStates.Dismissed && await tx.Find<long>(
        decided.Seq == 0
            ? "select count(*) from pages where thread = @Thread and modified_at > @DecidedAt"
            : "select count(*) from events where thread = @Thread and seq = @Seq and rewritten_at > @DecidedAt",
        decided) > 0;

    /// <summary>It is made anew in its place, and nobody has decided about it; that it was made and dismissed before still counts.</summary>
    public Task Renew(Tx tx, Report report) => tx.Execute(
        """
        update reports set trusted = @Trusted, reason = @Reason, words = @Words, state = @State, key_hash = @KeyHash, at = @At, decided_at = null,
            made_before = case when at > @day then made_before + 1 else 0 end,
            dismissed_before = case when at > @month then dismissed_before + case when state = 'dismissed' then 1 else 0 end else 0 end
        where id = @Id
        """,
        new { report.Id, report.Trusted, report.Reason, report.Words, report.State, report.KeyHash, report.At, day = report.At - DayMs, month = report.At - MonthMs });

    /// <summary>The same sent again a moment ago: what it was sent with now opens it.</summary>
    public Task SetKey(Tx tx, Guid id, string hash) => tx.Execute("update reports set key_hash = @hash where id = @id", new { id, hash });

    /// <summary>Nothing is left of what somebody reported but that they did.</summary>
    public async Task<bool> Empty(Tx tx, Guid site, string publicId, long now) => await tx.Execute(
        "update reports set state = 'erased', reason = '', words = null, key_hash = null, decided_at = @now where site = @site and public_id = @publicId and state <> 'erased'", new { site, publicId, now }) > 0;

    /// <summary>How many somebody made since a moment, and how many of those were dismissed.</summary>
    public async Task<ReportCount> Since(Tx tx, string reporter, long since) => await tx.Find<ReportCount>(
        """
        select cast(coalesce(sum(1 + made_before), 0) as bigint) as made,
            cast(coalesce(sum(case when state = 'dismissed' then 1 else 0 end + dismissed_before), 0) as bigint) as dismissed
        from reports where reporter = @reporter and at > @since
        """,
        new { reporter, since }) ?? new();

    /// <summary>How many trusted people have an open report about a thread or its page. The words of a rating stand on no page.</summary>
    public Task<long> Trusted(Tx tx, Guid thread) => tx.Find<long>(
        """
        select count(distinct reporter) from reports r where thread = @thread and trusted = @yes and state = 'open'
            and not exists (select 1 from events e where e.thread = r.thread and e.seq = r.seq and e.kind = 'rating')
        """,
        new { thread, yes = true });

    /// <summary>They are enough to take a page out of sight.</summary>
    public async Task<bool> AreEnough(Tx tx, Site site, Guid thread) => site.ReportHideAfter > 0 && await Trusted(tx, thread) >= site.ReportHideAfter;

    /// <summary>Somebody has reported a thread or its page, and nobody has decided about it.</summary>
    public async Task<bool> AreOpen(Tx tx, Guid thread) =>
        await tx.Find<long>("select count(*) from reports where thread = @thread and state = 'open'", new { thread }) > 0;

    /// <summary>What is to be decided, one for each thing reported, oldest first.</summary>
    public Task<IReadOnlyList<Report>> Open(Guid site, int most) => db.Query<Report>(
        "select * from reports where site = @site and state = 'open' order by at, id limit @most", new { site, most });

    public Task<Report?> Find(Guid site, string publicId) =>
        db.Find<Report>("select * from reports where public_id = @publicId and site = @site", new { site, publicId });

    /// <summary>What somebody reported in a thread.</summary>
    public Task<IReadOnlyList<Report>> By(Guid thread, string reporter) =>
        db.Query<Report>("select * from reports where thread = @thread and reporter = @reporter order by at", new { thread, reporter });

    /// <summary>What somebody reported, newest first.</summary>
    public Task<IReadOnlyList<Report>> By(string reporter, int most) =>
        db.Query<Report>("select * from reports where reporter = @reporter order by at desc limit @most", new { reporter, most });

    /// <summary>Everything that is open about one thing is decided alike; gives how many.</summary>
    public Task<int> Decide(Tx tx, Guid thread, long seq, string state, long now) => tx.Execute(
        "update reports set state = @state, decided_at = @now where thread = @thread and seq = @seq and state = 'open'", new { thread, seq, state, now });

    /// <summary>Takes back what was decided at a moment.</summary>
    public Task<int> Reopen(Tx tx, Guid thread, long seq, string state, long decidedAt) => tx.Execute(
        "update reports set state = 'open', decided_at = null where thread = @thread and seq = @seq and state = @state and decided_at = @decidedAt", new { thread, seq, state, decidedAt });
}

public sealed record ReportCount
{
    public long Made { get; init; }
    public long Dismissed { get; init; }
}
