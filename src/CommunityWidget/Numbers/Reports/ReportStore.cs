using CommunityWidget.Database;

namespace CommunityWidget.Numbers.Reports;

/// <summary>
/// Reads what was counted. One narrow row a question, found by site and time of asking: a year of 200,000 questions is read whole, so that every
/// percentile is exact and a late answer or a new rating moves the day its question belongs to.
/// </summary>
public sealed class ReportStore(Db db)
{
    public Task<IReadOnlyList<QuestionRow>> Questions(Guid site, Span span, ReportFilter filter) => db.Query<QuestionRow>(
        $"""
        select q.asked_at, q.language, q.topic, q.outcome, q.taken_ms, q.taken_rung, q.reached_team, q.stars,
            q.visitor_messages, q.super_user_messages, q.team_messages
        from question_tallies q where q.site = @site and q.asked_at >= @from and q.asked_at < @to{filter.And}
        """,
        filter.With(site, span));

    public Task<IReadOnlyList<MemberRow>> Members(Guid site, Span span, ReportFilter filter) => db.Query<MemberRow>(
        $"""
        select q.member, q.took, q.messages, q.taken_ms, q.stars
        from member_tallies q where q.site = @site and q.asked_at >= @from and q.asked_at < @to{filter.And}
        """,
        filter.With(site, span));

    /// <summary>Who took a question or wrote in one.</summary>
    public Task<IReadOnlyList<Guid>> Active(Guid site, Span span, ReportFilter filter) => db.Query<Guid>(
        $"select distinct q.member from member_tallies q where q.site = @site and q.asked_at >= @from and q.asked_at < @to{filter.And}",
        filter.With(site, span));

    public Task<IReadOnlyList<AvailableRow>> Available(Guid site, Span span) => db.Query<AvailableRow>(
        "select hour, member, minutes from available_minutes where site = @site and hour >= @From and hour < @To", new { site, span.From, span.To });

    /// <summary>Since when presence is counted at all; 0 when it never was.</summary>
    public Task<long> AvailableSince(Guid site) =>
        db.Find<long>("select coalesce(min(hour), 0) from available_minutes where site = @site", new { site });

    /// <summary>What visitors wrote with their stars, the newest question first.</summary>
    public Task<IReadOnlyList<SaidRow>> Words(Guid site, Span span, ReportFilter filter, PageMark before, int most) => db.Query<SaidRow>(
        $"""
        select q.thread, q.asked_at, q.stars, t.public_id, e.body as words
        from question_tallies q join threads t on t.id = q.thread
            join events e on e.thread = q.thread and e.seq = q.words_seq and e.kind = 'rating' and e.body is not null
        where q.site = @site and q.words_seq is not null and q.asked_at >= @from and q.asked_at < @to
            and (q.asked_at < @askedAt or (q.asked_at = @askedAt and q.thread < @thread)){filter.And}
        order by q.asked_at desc, q.thread desc limit @most
        """,
        filter.With(site, span, new { askedAt = before.AskedAt, thread = before.Thread, most }));
}
