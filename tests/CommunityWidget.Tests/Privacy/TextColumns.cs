using static CommunityWidget.Tests.Privacy.Holds;

namespace CommunityWidget.Tests.Privacy;

/// <summary>What a column of text may hold, and so what an erasure must do about it.</summary>
public enum Holds
{
    /// <summary>What a visitor typed, or what was said to or about them: nothing of it stays when they are erased.</summary>
    OfVisitor,

    /// <summary>What tells who a member is: nothing of it stays when they are erased.</summary>
    OfMember,

    /// <summary>What the owner of a site typed about the shop. It is nobody's.</summary>
    OfShop,

    /// <summary>A word of ours, a code, a language, a hash or a key.</summary>
    OurWords,
}

/// <summary>
/// Every column of text there is. A new one fails <see cref="SchemaTests"/> until it is put here, and, where it holds something of a person, until
/// <see cref="CommunityWidget.Privacy.ErasureSql"/> empties it and <see cref="Canary"/> plants something in it.
/// </summary>
public static class TextColumns
{
    public static readonly IReadOnlyDictionary<string, Holds> All = new Dictionary<string, string>
    {
        [nameof(OfVisitor)] = """
            visitors.name, visitor_names.name, threads.page, threads.product, threads.masked_context, threads.email, events.body, events.masked_body, thread_tags.tag, tags.tag, thread_words.words, thread_docs.words,
            pages.title, pages.slug, pages.question, answers.body, revisions.title, revisions.question, delivery_tries.answer, delivery_tries.trouble,
            pages.sent_note, revisions.answers, decisions.note, reports.words,
            pages.product_id, pages.product_name, pages.product_url, answers.author_name, proposed_answers.author_name, proposed_answers.body
            """,
        [nameof(OfMember)] = """
            members.email, members.name, invitations.email, invitations.name, api_keys.name, audit.was, audit.became, sanctions.reason, sanctions.appeal, sanctions.answer
            """,
        [nameof(OfShop)] = """
            sites.key, sites.slug, site_slugs.slug, sites.name, sites.origins, sites.languages, sites.topics, sites.hours, sites.ladder, sites.accent, sites.query_allow, sites.retention, sites.judging, sites.answers_base,
            sightings.origin, canned_replies.title, canned_replies.body, webhooks.address, webhooks.events, webhooks.secret, webhooks.old_secret, charters.body, sites.review_policy, imports.file
            """,
        [nameof(OurWords)] = """
            visitors.token_hash, members.password, members.roles, members.languages, members.intent, members.sign_in_stamp, member_topics.topic,
            invitations.secret_hash, invitations.roles, invitations.languages, invitations.topics, sign_in_tries.who, protection_keys.id, protection_keys.xml, used_tickets.id,
            audit.actor_kind, audit.action, audit.subject, audit.outcome, threads.public_id, threads.state, threads.outcome, threads.language, threads.topic, threads.publication,
            threads.consent_version, threads.retention, events.kind, events.audience, events.author_kind, events.client_key, events.verdict, holds.reasons, holds.decision, events.status,
            participants.role, participants.left_reason, offers.state, idempotency.key, idempotency.body_hash, outbox.kind, outbox.state, outbox.reason, explanations.step,
            pages.public_id, pages.state, pages.language, pages.topic, answers.source_seqs, answers.state, answers.id, reader_votes.mark, reader_votes.kind, reader_votes.answer,
            proposed_answers.public_id, proposed_answers.rewords, proposed_answers.mark, proposed_answers.state, proposed_answers.risks, proposed_answers.key_hash, password_links.secret_hash, probes.name,
            search_progress.name, thread_words.site, mail_links.purpose, mail_links.secret_hash, confirmations.mark, visitor_passes.token_hash, question_tallies.language, question_tallies.topic,
            question_tallies.outcome, question_tallies.taken_rung, member_tallies.language, member_tallies.topic, member_tallies.acted_as, tally_marks.name, tally_days.packed,
            deliveries.event, deliveries.kind, deliveries.state, delivery_tries.event, help_calls.topic, help_calls.state, api_keys.prefix, api_keys.key_hash, api_keys.scopes,
            migrations.checksum, search_spaces.language, search_pages.vector, deflections.reader, deflections.language, deflections.topic, pages.risks, decisions.kind, decisions.reason, decisions.was_first, consents.version, consents.language, consents.way, reports.public_id, reports.reporter_kind,
            reports.reporter, reports.reason, reports.state, reports.key_hash, daily_keys.key, charters.language, charter_acceptances.language, sanctions.kind, strikes.kind,
            visitors.subject, visitors.place, visitor_sessions.token_hash, used_identities.jti, blocked_places.place, identity_keys.kid, identity_keys.algorithm, identity_keys.material,
            member_logins.issuer, member_logins.subject, imports.content_hash, imported.mark, imported.question, imported.about, imported.said
            """,
    }.SelectMany(group => group.Value.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries).Select(column => (column, Enum.Parse<Holds>(group.Key))))
        .ToDictionary(one => one.column, one => one.Item2);
}
