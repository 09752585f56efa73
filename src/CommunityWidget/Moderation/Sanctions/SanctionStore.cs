using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>Sanctions as rows.</summary>
public sealed class SanctionStore(Db db)
{
    private const int Most = 200;

    /// <summary>Everything a member was told, newest first.</summary>
    public Task<IReadOnlyList<Sanction>> Of(Guid member) => db.Query<Sanction>(
        "select * from sanctions where member = @member order by issued_at desc, id desc limit @Most", new { member, Most });

    public Task<Sanction?> Find(Guid id) => db.Find<Sanction>("select * from sanctions where id = @id", new { id });

    public Task<Sanction?> Find(Tx tx, Guid site, Guid id) => tx.Find<Sanction>("select * from sanctions where id = @id and site = @site", new { site, id });

    /// <summary>Reads the row for change, on this site only.</summary>
    public Task<Sanction?> Lock(Tx tx, Guid site, Guid id) =>
        tx.Find<Sanction>($"select * from sanctions where id = @id and site = @site{tx.Dialect.ForUpdate}", new { site, id });

    /// <summary>What shuts this member out or puts them on probation now.</summary>
    public async Task<IReadOnlyList<Sanction>> Active(Tx tx, Guid member, long now) =>
        [.. (await tx.Query<Sanction>("select * from sanctions where member = @member and lifted_at is null", new { member })).Where(sanction => sanction.IsActiveAt(now))];

    /// <summary>Whether this member was on probation or shut out while they wrote in a thread, up to a moment; what was lifted since then does not count.</summary>
    public async Task<bool> LastedWhile(Tx tx, Guid member, Guid thread, long until) => await tx.Find<long?>(
        """
        select 1 from sanctions where member = @member and lifted_at is null and kind <> 'reminder' and issued_at <= @until
            and (ends_at is null or ends_at > coalesce((select min(at) from events where thread = @thread and author = @member and kind = 'message'), @until))
        """,
        new { member, thread, until }) is not null;

    /// <summary>What shut this member out and was lifted by somebody in one moment.</summary>
    public Task<IReadOnlyList<Sanction>> LiftedAt(Tx tx, Guid member, Guid? by, long at) => tx.Query<Sanction>(
        "select * from sanctions where member = @member and lifted_by = @by and lifted_at = @at and kind in ('suspension', 'exclusion')", new { member, by, at });

    /// <summary>Appeals nobody has answered, oldest first.</summary>
    public Task<IReadOnlyList<Sanction>> Appealed(Guid site) => db.Query<Sanction>(
        "select * from sanctions where site = @site and appealed_at is not null and answered_at is null order by appealed_at limit @Most", new { site, Most });

    /// <summary>What lasts now, latest first.</summary>
    public Task<IReadOnlyList<Sanction>> Lasting(Guid site, long now) => db.Query<Sanction>(
        """
        select * from sanctions
        where site = @site and lifted_at is null and kind <> 'reminder' and (ends_at is null or ends_at > @now)
        order by issued_at desc, id desc limit @Most
        """,
        new { site, now, Most });

    public Task Add(Tx tx, Sanction sanction) => tx.Execute(
        """
        insert into sanctions (id, site, member, kind, thread, reason, issued_by, issued_at, ends_at)
        values (@Id, @Site, @Member, @Kind, @Thread, @Reason, @IssuedBy, @IssuedAt, @EndsAt)
        """,
        sanction);

    public Task Save(Tx tx, Sanction sanction) => tx.Execute(
        """
        update sanctions set lifted_at = @LiftedAt, lifted_by = @LiftedBy, appeal = @Appeal, appealed_at = @AppealedAt,
            answer = @Answer, answered_by = @AnsweredBy, answered_at = @AnsweredAt
        where id = @Id
        """,
        sanction);
}
