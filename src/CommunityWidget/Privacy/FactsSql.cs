namespace CommunityWidget.Privacy;

/// <summary>
/// What is kept about a person beside what they said, one statement for each kind: of a visitor or a member (<c>@id</c>, <c>@who</c> the same as text).
/// Each gives rows of <see cref="ExportedFact"/>; who decided about them, and hashes that open doors, are in none.
/// </summary>
public static class FactsSql
{
    private const string Reports =
        "select 'report' as what, r.at, t.public_id as thread, r.seq, r.reason as kind, r.state, r.words as text from reports r join threads t on t.id = r.thread where r.reporter = @who";

    public static readonly IReadOnlyList<string> OfVisitor =
    [
        "select 'consent' as what, c.at, t.public_id as thread, case when c.given then 'given' else 'taken back' end as kind, c.version || ' ' || c.language || ' ' || c.way as text from consents c join threads t on t.id = c.thread where t.visitor = @id",
        Reports,
        "select 'former name' as what, until, name as text from visitor_names where visitor = @id",
        "select 'device' as what, created_at as at, expires_at as until from visitor_sessions where visitor = @id",
        "select 'mail link' as what, p.created_at as at, t.public_id as thread, p.expires_at as until from visitor_passes p join threads t on t.id = p.thread where p.visitor = @id",
        "select 'pause' as what, 'silenced' as kind, silenced_until as until from visitors where id = @id and silenced_until is not null and (not blocked or blocked_until < silenced_until)",
        "select 'pause' as what, 'blocked' as kind, coalesce(blocked_until, silenced_until) as until from visitors where id = @id and silenced_until is not null and blocked",
        """
        select 'page' as what, coalesce(p.published_at, p.proposed_at) as at, t.public_id as thread, p.public_id as page, '/answers/' || s.slug || '/' || p.public_id || '/' || p.slug as kind,
            case when p.hidden_at is null then p.state else 'hidden' end as state, p.title || cast(@line as text) || p.question as text
        from pages p join threads t on t.id = p.thread join sites s on s.id = p.site where t.visitor = @id and p.title <> ''
        """,
        "select 'customer' as what, created_at as at, 'named by the shop' as kind from visitors where id = @id and subject is not null",
    ];

    /// <summary>What the shop's people filed under a visitor, for the copy the site hands out. Found a double, the note is another page's title.</summary>
    public static readonly IReadOnlyList<string> FiledUnderVisitor =
    [
        "select 'tag' as what, g.at, t.public_id as thread, g.tag as text from thread_tags g join threads t on t.id = g.thread where t.visitor = @id",
        """
        select 'decision' as what, d.at, t.public_id as thread, p.public_id as page, d.kind, case when d.undone_at is null then d.reason else 'taken back' end as state,
            case when d.kind = 'merged' then null else d.note end as text
        from decisions d join threads t on t.id = d.thread join pages p on p.id = d.page where t.visitor = @id and d.proposed is null
        """,
    ];

    public static readonly IReadOnlyList<string> OfMember =
    [
        "select 'sanction' as what, issued_at as at, kind, reason as text, ends_at as until, case when lifted_at is null then null else 'lifted' end as state from sanctions where member = @id",
        "select 'objection' as what, appealed_at as at, kind, appeal as text from sanctions where member = @id and appeal is not null",
        "select 'answer to an objection' as what, answered_at as at, kind, answer as text from sanctions where member = @id and answer is not null",
        "select 'probation' as what, probation_until as until from members where id = @id and probation_until is not null",
        "select 'strike' as what, s.at, t.public_id as thread, s.kind, case when s.settled_at is null then 'open' else 'settled' end as state from strikes s left join threads t on t.id = s.thread where s.member = @id",
        "select 'charter' as what, accepted_at as at, language as kind, cast(version as text) as text from charter_acceptances where member = @id",
        "select 'sign-in' as what, linked_at as at, issuer as kind, subject as text from member_logins where member = @id",
        "select 'key' as what, created_at as at, scopes as kind, name as text, revoked_at as until from api_keys where member = @id",
        Reports,
        "select 'proposed answer' as what, a.at, p.public_id as page, a.state, a.body as text from proposed_answers a join pages p on p.id = a.page where a.member = @id",
        "select 'answer on a page' as what, a.answered_at as at, p.public_id as page, a.state, a.body as text from answers a join pages p on p.id = a.page where a.member = @id",
        "select 'tag' as what, g.at, t.public_id as thread, g.tag as text from thread_tags g join threads t on t.id = g.thread where g.member = @id",
        "select 'offer' as what, o.offered_at as at, t.public_id as thread, o.state from offers o join threads t on t.id = o.thread where o.member = @id",
        "select 'topic' as what, topic as kind, cast(rated_count as text) || ' ratings, ' || cast(rated_sum as text) || ' stars' as text from member_topics where member = @id",
        "select 'thanks' as what, cast(thanks as text) as text from members where id = @id and thanks > 0",
        // Beside a double stands the survivor's title, which is not theirs.
        "select 'note on a decision' as what, d.at, t.public_id as thread, d.kind, d.note as text from decisions d join threads t on t.id = d.thread where d.member = @id and d.note is not null and d.kind <> 'merged'",
        "select 'note to an author' as what, public_id as page, sent_note as text from pages where sent_by = @id and sent_note is not null",
        "select 'sent to be mended' as what, public_id as page, sent_note as text from pages where sent_to = @id",
        """
        select 'wording of a page' as what, r.at, p.public_id as page, r.title || cast(@line as text) || r.question || cast(@line as text) || r.answers as text
        from revisions r join pages p on p.id = r.page where r.member = @id
        """,
        """
        select 'change' as what, at, action as kind, coalesce(was, '') || cast(@line as text) || coalesce(became, '') as text
        from audit where site = (select site from members where id = @id) and subject = @who and outcome = 'changed'
        """,
        """
        select 'call for help' as what, c.asked_at as at, t.public_id as thread, case when c.asker = @id then 'asked' else 'was asked' end as kind, c.state
        from help_calls c join threads t on t.id = c.thread where c.asker = @id or c.member = @id
        """,
        // By the day: an hour each would be thousands.
        """
        select 'available' as what, hour / 86400000 * 86400000 as at, cast(sum(minutes) as text) || ' minutes' as text
        from available_minutes where site = (select site from members where id = @id) and member = @id group by hour / 86400000
        """,
        "select 'conversation' as what, p.joined_at as at, t.public_id as thread, p.role as kind, p.left_reason as state, p.left_at as until from participants p join threads t on t.id = p.thread where p.member = @id",
        "select 'invitation' as what, i.created_at as at, i.roles as kind, i.name as text, i.expires_at as until from invitations i join members m on m.site = i.site and m.email = i.email where m.id = @id",
    ];
}
