using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>Who was let do what, who was not, and what they changed. Names members and public ids only: nothing that tells who a visitor is.</summary>
public sealed class AuditLog(Db db, TimeProvider clock)
{
    private const string Insert = """
        insert into audit (id, site, at, actor, actor_kind, action, subject, outcome, was, became)
        values (@Id, @Site, @At, @Actor, @ActorKind, @Action, @Subject, @Outcome, @Was, @Became)
        """;

    /// <summary>Writes down that somebody was erased, in the erasure's own transaction: by a member, or by themselves.</summary>
    public Task Erased(Tx tx, Guid site, Guid? by, string what, Guid whom) => tx.Execute(
        Insert,
        new Change { Id = clock.NewId(), Site = site, At = clock.NowMs(), Actor = by, ActorKind = by is null ? "visitor" : "member", Action = what, Subject = whom.ToString(), Outcome = "changed" });

    /// <summary>The same of what a reader of public pages wrote, who is nobody of the site: by themselves, or by a member who says why.</summary>
    public Task Erased(Tx tx, Guid site, string what, string publicId, (Guid By, string Reason)? member) => tx.Execute(
        Insert,
        new Change { Id = clock.NewId(), Site = site, At = clock.NowMs(), Actor = member?.By, ActorKind = member is null ? "reader" : "member", Action = what, Subject = publicId, Outcome = "changed", Became = member is { } why ? JsonSerializer.Serialize(new { reason = why.Reason }) : null });

    /// <summary>Writes down what was done by whoever runs the program, who is nobody of the site.</summary>
    public Task Operated(Tx tx, Guid site, string what, Guid about, string? became) => tx.Execute(
        Insert,
        new Change { Id = clock.NewId(), Site = site, At = clock.NowMs(), ActorKind = "operator", Action = what, Subject = about.ToString(), Outcome = "allowed", Became = became });

    /// <summary>Writes down what a moderator decided about a conversation, in the decision's own transaction: it stays when the decision is purged.</summary>
    public Task Decided(Tx tx, Guid site, Guid by, string what, Guid thread) => tx.Execute(
        """
        insert into audit (id, site, at, actor, actor_kind, action, subject, outcome)
        select @id, @site, @now, @by, 'member', @what, public_id, 'allowed' from threads where id = @thread
        """,
        new { id = clock.NewId(), site, now = clock.NowMs(), by, what, thread });

    /// <summary>Drops what is older than a site keeps, and writes down that it did: without that the database lets nothing go.</summary>
    public Task Purge(Guid site, long before, int most) => db.Write<Done>(async tx =>
    {
        if (await tx.Find<long>("select count(*) from audit_purges where site = @site and before >= @before", new { site, before }) == 0)
        {
            await tx.Execute("delete from audit_purges where site = @site", new { site });
            await tx.Execute("insert into audit_purges (id, site, before, at) values (@id, @site, @before, @now)", new { id = clock.NewId(), site, before, now = clock.NowMs() });
        }
        await tx.Execute("delete from audit where id in (select id from audit where site = @site and at < @before order by at limit @most)", new { site, before, most });
        return Done.It;
    });

    /// <summary>Somebody looked at what is not theirs.</summary>
    public async Task<Refusal?> Read(MemberCaller reader, string what, string? subject) => (await db.Write<Done>(async tx =>
    {
        await tx.Execute(Insert, Row(reader, what, subject) with { Outcome = "read" });
        return Done.It;
    })).Refusal;

    /// <summary>Refused only when it could not be written.</summary>
    public async Task<Refusal?> Write(MemberCaller actor, string action, string? subject, bool allowed) => (await db.Write<Done>(async tx =>
    {
        await tx.Execute(Insert, Row(actor, action, subject) with { Outcome = allowed ? "allowed" : "refused" });
        return Done.It;
    })).Refusal;

    /// <summary>Writes down what a change made of what, in the change's own transaction.</summary>
    public async Task<Change> Changed(Tx tx, MemberCaller actor, string what, string? subject, string was, string became)
    {
        var row = Row(actor, what, subject) with { Outcome = "changed", Was = was, Became = became };
        await tx.Execute(Insert, row);
        return row;
    }

    /// <summary>Writes down what somebody did about their own account, in that change's transaction.</summary>
    public Task Own(Tx tx, Member member, string what) => tx.Execute(
        Insert,
        new Change { Id = clock.NewId(), Site = member.Site, At = clock.NowMs(), Actor = member.Id, Action = what, Subject = member.Id.ToString(), Outcome = "changed", Was = "", Became = "" });

    /// <summary>Writes down that a member came, went or objected: nothing of the site was changed.</summary>
    public Task Did(Tx tx, Member member, string what) => tx.Execute(
        Insert,
        new Change { Id = clock.NewId(), Site = member.Site, At = clock.NowMs(), Actor = member.Id, Action = what, Subject = member.Id.ToString(), Outcome = "allowed" });

    /// <summary>Writes down that somebody's account was shut by wrong passwords. The same statement where nobody has one, so that it takes as long.</summary>
    public Task LockedOut(Tx tx, Member? member) => tx.Execute(
        """
        insert into audit (id, site, at, actor, actor_kind, action, subject, outcome)
        select @id, site, @now, id, 'member', 'member.locked_out', @subject, 'refused' from members where id = @whose
        """,
        new { id = clock.NewId(), now = clock.NowMs(), whose = member?.Id ?? Guid.Empty, subject = member?.Id.ToString() });

    /// <summary>A visitor was given what is kept about them; refused only when it could not be written down.</summary>
    public async Task<Refusal?> Told(Guid site, Guid visitor) => (await db.Write<Done>(async tx =>
    {
        await tx.Execute(Insert, new Change { Id = clock.NewId(), Site = site, At = clock.NowMs(), ActorKind = "visitor", Action = "visitor.exported", Subject = visitor.ToString(), Outcome = "read" });
        return Done.It;
    })).Refusal;

    /// <summary>What was changed on a site, newest first.</summary>
    public Task<IReadOnlyList<Change>> Changes(Guid site, int most) => db.Query<Change>(
        "select * from audit where site = @site and outcome = 'changed' order by at desc, id desc limit @most", new { site, most });

    public Task<Change?> Find(Guid site, Guid id) => db.Find<Change>(
        "select * from audit where id = @id and site = @site and outcome = 'changed'", new { site, id });

    /// <summary>Marks a change as taken back; false when it was already.</summary>
    public async Task<bool> MarkUndone(Tx tx, Guid id) => await tx.Execute(
        "update audit set undone_at = @now where id = @id and undone_at is null", new { id, now = clock.NowMs() }) == 1;

    private Change Row(MemberCaller actor, string action, string? subject) => new()
    {
        Id = clock.NewId(),
        Site = actor.Site.Id,
        At = clock.NowMs(),
        Actor = actor.Id,
        Action = action,
        Subject = Clean(subject),
    };

    // A subject comes from the caller: an id is kept, anything else might be text somebody typed.
    private static string? Clean(string? subject) =>
        subject is { Length: > 0 and <= 36 } && subject.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? subject : null;
}
