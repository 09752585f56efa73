using CommunityWidget.AnswerPages.Searching.Index;

namespace CommunityWidget.Privacy;

/// <summary>
/// What every table forgets, one line each: of a thread of an erased visitor (<c>@thread</c>, <c>@now</c>), of a visitor (<c>@visitor</c>), of a member
/// (<c>@member</c>, <c>@email</c>, <c>@who</c>, <c>@site</c>), of a thread whose time is up (<c>@thread</c>). A test reads the schema and fails for a table or a
/// column of text that nobody has put here or said is never personal.
/// </summary>
public static class ErasureSql
{
    /// <summary>Beside the thread's own row and events, which <see cref="Threads.EraseThread"/> empties.</summary>
    public static readonly IReadOnlyList<string> OfThread =
    [
        "delete from explanations where thread = @thread",
        "delete from idempotency where thread = @thread",
        "delete from holds where thread = @thread",
        "delete from consents where thread = @thread",
        "delete from reports where thread = @thread",
        "update decisions set note = null where thread = @thread",
        TitleBesideDoubles,
        WordsOfSanctions,
        "update outbox set state = 'done' where thread = @thread and kind like 'mail.%' and state <> 'done'",
        // What a receiver answered may say back what it was told.
        "update delivery_tries set answer = null, trouble = null where exists (select 1 from deliveries d where d.webhook = delivery_tries.webhook and d.event = delivery_tries.event and d.thread = @thread)",
        "delete from mail_links where thread = @thread",
        "delete from visitor_passes where thread = @thread",
        .. WithTags,
        .. WithPage,
        // A page that was public says from now on that it is gone, and nothing else; for how long is counted from when it went.
        "delete from pages where thread = @thread and published_at is null",
        """
        update pages set updated_at = case when state = 'withdrawn' then updated_at else @now end, state = 'withdrawn',
            title = '', slug = '', question = '', sent_note = null, product_id = null, product_name = null, product_url = null
        where thread = @thread
        """,
        // Nobody will answer it any more, and what is erased is not counted again: its day is packed anew.
        """
        update tally_days set version = version + 1, packed = null
        where (site, day) in (select site, asked_at / 86400000 from question_tallies where thread = @thread and outcome = 'open')
        """,
        """
        update question_tallies set words_seq = null, seq = (select last_seq from threads where id = @thread),
            outcome = case when outcome <> 'open' then outcome when taken_ms is null then 'withdrawn' else 'wordless' end
        where thread = @thread
        """,
    ];

    /// <summary>A visitor stays as a row that says nothing: what is counted refers to it.</summary>
    public static readonly IReadOnlyList<string> OfVisitor =
    [
        // Until then every node knows that whoever still listens is nobody any more.
        "update visitors set name = null, token_hash = @nobody, subject = null, silenced_until = @until, blocked = @no, blocked_until = null, left_at = @now, place = null, place_day = null where id = @visitor",
        "delete from visitor_names where visitor = @visitor",
        "delete from visitor_sessions where visitor = @visitor",
        // Nobody erases their way back in: where they wrote from stays shut until the day ends, and is nobody's.
        "update blocked_places set visitor = null where visitor = @visitor",
        "delete from visitor_passes where visitor = @visitor",
        "delete from idempotency where actor = @visitor",
        "update reports set words = null where reporter = @visitorText",
    ];

    /// <summary>A member stays as a row without name, e-mail, roles or way in: what others talked about with them refers to it.</summary>
    public static readonly IReadOnlyList<string> OfMember =
    [
        """
        update members set email = @nobody, name = '', password = null, roles = '', languages = '', customer_since = null, intent = 'away',
            thanks = 0, suspended_until = @forever, sign_in_stamp = @stamp, erased_at = @now
        where id = @member
        """,
        "delete from member_topics where member = @member",
        "update api_keys set name = '', revoked_at = coalesce(revoked_at, @now) where member = @member",
        "delete from password_links where member = @member",
        "delete from member_logins where member = @member",
        "delete from charter_acceptances where member = @member",
        "delete from strikes where member = @member",
        "delete from sanctions where member = @member",
        // Nobody waits for what they were to mend.
        "update pages set sent_to = null, sent_by = null, sent_note = null where sent_to = @member",
        // Nor for what they were to look after.
        "update pages set assigned_to = null where assigned_to = @member",
        "delete from invitations where site = @site and email = @email",
        "delete from sign_in_tries where who = @who",
        "delete from idempotency where actor = @member",
        "update reports set words = null where reporter = @memberText",
        // That something was changed stays, what it was goes.
        "update audit set was = null, became = null where site = @site and subject = @memberText and (was is not null or became is not null)",
    ];

    /// <summary>
    /// Threads a member (<c>@member</c>) of a site (<c>@site</c>) wrote in: those they were part of, and those where they only noted or suggested something. Who answers a
    /// parked question and is held is no part of it, nor is who was let through when it had gone on: there the hold tells.
    /// </summary>
    public const string WroteIn = """
        select thread from participants where member = @member
        union
        select thread from events where author = @member and kind in ('note', 'suggestion')
        union
        select h.thread from holds h join events e on e.thread = h.thread and e.seq = h.seq where h.site = @site and e.author = @member
        """;

    /// <summary>What a member wrote beside messages, where that is erased too.</summary>
    public static readonly IReadOnlyList<string> OfMembersWords =
    [
        "update tags set uses = uses - (select count(*) from thread_tags t where t.site = tags.site and t.tag = tags.tag and t.member = @member) where site = @site",
        "delete from thread_tags where site = @site and member = @member",
        "delete from tags where site = @site and uses <= 0",
        "delete from proposed_answers where member = @member",
        "delete from answers where member = @member",
        // What they wrote beside what they decided; beside a double stands the survivor's title, which is not theirs.
        "update decisions set note = null where member = @member and kind <> 'merged'",
        "update pages set sent_note = null where sent_by = @member",
        // What a receiver answered may say back what it was told.
        """
        update delivery_tries set answer = null, trouble = null where (webhook, event) in
            (select d.webhook, d.event from events e join deliveries d on d.thread = e.thread and d.seq = e.seq where e.author = @member and e.kind = 'tombstone')
        """,
    ];

    /// <summary>A visitor nobody has heard of for long, who keeps no conversation.</summary>
    public static readonly IReadOnlyList<string> WholeVisitor =
    [
        "delete from visitor_passes where visitor = @visitor",
        "delete from visitor_sessions where visitor = @visitor",
        "delete from visitor_names where visitor = @visitor",
        "delete from blocked_places where visitor = @visitor",
        "delete from idempotency where actor = @visitor",
        "delete from visitors where id = @visitor",
    ];

    /// <summary>A thread whose time is up goes with everything about it, in the order of what refers to what.</summary>
    public static readonly IReadOnlyList<string> WholeThread =
    [
        "delete from explanations where thread = @thread",
        "delete from idempotency where thread = @thread",
        "delete from outbox where thread = @thread",
        "delete from delivery_tries where exists (select 1 from deliveries d where d.webhook = delivery_tries.webhook and d.event = delivery_tries.event and d.thread = @thread)",
        "delete from deliveries where thread = @thread",
        "delete from mail_links where thread = @thread",
        "delete from visitor_passes where thread = @thread",
        "delete from help_calls where thread = @thread",
        // The last moment in which it is known what they quote.
        WordsOfSanctions,
        "delete from strikes where thread = @thread",
        // Kept by a time of its own.
        "update sanctions set thread = null where thread = @thread",
        "delete from holds where thread = @thread",
        "delete from consents where thread = @thread",
        "delete from reports where thread = @thread",
        "delete from decisions where thread = @thread",
        TitleBesideDoubles,
        // What is known of it stays a hash, so that it does not come with the next file.
        "update imported set thread = null where thread = @thread",
        "delete from search_unread where thread = @thread",
        "delete from contexts_to_mask where thread = @thread",
        "delete from offers where thread = @thread",
        "delete from participants where thread = @thread",
        .. WithTags,
        .. WithPage,
        "delete from pages where thread = @thread",
        "delete from events where thread = @thread",
        "delete from threads where id = @thread",
    ];

    // That somebody was sanctioned stays; what was said about it quotes what was said here. One decided on several strikes came of each of their threads.
    // An objection nobody has answered may be made once more, in other words.
    private const string WordsOfSanctions = """
        update sanctions set reason = '', answer = case when answer is null then null else '' end,
            appeal = case when appeal is null or answered_at is null then null else '' end, appealed_at = case when answered_at is null then null else appealed_at end
        where thread = @thread or (member, issued_at) in (select member, settled_at from strikes where thread = @thread)
        """;

    // Of what was found to be its double the survivor's title is told.
    private const string TitleBesideDoubles = "update decisions set note = null where page in (select d.id from pages d join pages s on s.id = d.merged_into where s.thread = @thread)";

    private static IReadOnlyList<string> WithTags =>
    [
        "update tags set uses = uses - 1 where exists (select 1 from thread_tags t where t.thread = @thread and t.site = tags.site and t.tag = tags.tag)",
        "delete from thread_tags where thread = @thread",
        "delete from tags where uses <= 0 and site = (select site from threads where id = @thread)",
    ];

    private static IReadOnlyList<string> WithPage =>
    [
        "delete from answers where page in (select id from pages where thread = @thread)",
        "delete from revisions where page in (select id from pages where thread = @thread)",
        .. IndexSql.ForgetThread,
        "delete from reader_votes where page in (select id from pages where thread = @thread)",
        "delete from proposed_answers where page in (select id from pages where thread = @thread)",
    ];
}
