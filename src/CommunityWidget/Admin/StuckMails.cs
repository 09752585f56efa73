using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>Mails of a site that the mail server did not take: those still being tried, and those set aside. Whom they are for is not told here.</summary>
public sealed class StuckMails(Db db, Outbox outbox, AuditLog audit)
{
    private const string Columns = "o.id, o.kind, o.state, o.attempts, o.created_at, o.due_at, o.reason";

    // Each kind knows its site by what it is about. The state stands in the text: the indexes hold one each.
    private static string Stuck(string state) => $"""
        select {Columns}, t.public_id as about from outbox o join threads t on t.id = o.thread
        where o.state = '{state}' and o.attempts > 0 and o.kind in ('mail.confirm', 'mail.answer', 'mail.published', 'mail.published_elsewhere') and t.site = @site
        union all
        select {Columns}, null from outbox o join invitations i on i.id = o.thread
        where o.state = '{state}' and o.attempts > 0 and o.kind = 'mail.invitation' and i.site = @site
        union all
        select {Columns}, null from outbox o join password_links p on p.id = o.thread join members m on m.id = p.member
        where o.state = '{state}' and o.attempts > 0 and o.kind = 'mail.password' and m.site = @site
        union all
        select {Columns}, null from outbox o join sanctions s on s.id = o.thread
        where o.state = '{state}' and o.attempts > 0 and o.kind in ('mail.sanction_issued', 'mail.sanction_lifted', 'mail.sanction_answered') and s.site = @site
        order by created_at desc limit 100
        """;

    public async Task<IReadOnlyList<StuckMail>> Of(Guid site) =>
        [.. await Find(site, "dead"), .. await Find(site, "new")];

    public Task<Reply<Saved>> SendAgain(MemberCaller by, Guid id) => db.Write<Saved>(async tx =>
    {
        var found = (await tx.Query<StuckMail>(Stuck("dead"), new { site = by.Site.Id })).FirstOrDefault(mail => mail.Id == id);
        if (found is null || !await outbox.Again(tx, id, found.Kind)) return Refusals.NotFound;
        return new Saved((await audit.Changed(tx, by, "mail.sent_again", found.About, "", "new")).Id);
    });

    private Task<IReadOnlyList<StuckMail>> Find(Guid site, string state) => db.Query<StuckMail>(Stuck(state), new { site });
}

/// <summary>One mail that has not left.</summary>
public sealed record StuckMail
{
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public string State { get; init; } = "";
    public long Attempts { get; init; }
    public long CreatedAt { get; init; }
    public long DueAt { get; init; }

    /// <summary>The mail server's number, where it gave one.</summary>
    public string? Reason { get; init; }

    /// <summary>Public id of the thread it is about, if it is about one.</summary>
    public string? About { get; init; }

    public bool IsSetAside => State == "dead";
}
