namespace CommunityWidget.Threads;

internal static class ThreadSql
{
    public const string Insert = """
        insert into threads (id, public_id, site, visitor, state, outcome, rung, rung_entered_at, wave, fence, last_seq, language, topic, page,
            product, masked_context, responder, wanted_member, publication, retention, asked_at, last_event_at, visitor_seen, responder_seen)
        values (@Id, @PublicId, @Site, @Visitor, @State, @Outcome, @Rung, @RungEnteredAt, @Wave, @Fence, @LastSeq, @Language, @Topic, @Page,
            @Product, @MaskedContext, @Responder, @WantedMember, @Publication, 'private', @AskedAt, @LastEventAt, @VisitorSeen, @ResponderSeen)
        """;

    // The row must still be the one the step was decided on.
    public const string Update = """
        update threads set state = @State, outcome = @Outcome, rung = @Rung, rung_entered_at = @RungEnteredAt, wave = @Wave, fence = @Fence,
            last_seq = @LastSeq, topic = @Topic, responder = @Responder, wanted_member = @WantedMember, assigned_until = @AssignedUntil, snoozed_until = @SnoozedUntil, publication = @Publication,
            last_event_at = @LastEventAt, closed_at = @ClosedAt, stars = @Stars, email = @Email, email_confirmed_at = @EmailConfirmedAt, mail_watched = @MailWatched,
            consent_version = @ConsentVersion, consent_at = @ConsentAt
        where id = @Id and fence = @FenceBefore and last_seq = @LastSeqBefore and wave = @WaveBefore
        """;

    public const string InsertEvent = """
        insert into events (thread, seq, kind, audience, author_kind, author, client_key, body, masked_body, verdict, of_hold, status, suggested_by, at)
        values (@Thread, @Seq, @Kind, @Audience, @AuthorKind, @Author, @ClientKey, @Body, @MaskedBody, @Verdict, @OfHold, @Status, @SuggestedBy, @At)
        """;

    public const string EventsAfter = "select * from events where thread = @thread and seq > @after order by seq";

    public const string With = """
        select * from threads where state = 'live' and responder = @member
        union
        select t.* from threads t join participants p on p.thread = t.id
        where p.member = @member and p.left_at is null and p.role = 'helper' and t.state in ('live', 'waiting')
        order by asked_at
        """;
}
