using CommunityWidget.Database;
using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers.Reports;

/// <summary>
/// Reads what was counted: the days that rest from a row each, packed; the others question by question. A year is read whole, so that every percentile
/// is exact and a late answer or a new rating moves the day its question belongs to.
/// </summary>
public sealed class ReportStore(Db db)
{
    public async Task<IReadOnlyList<QuestionRow>> Questions(Guid site, Span span, ReportFilter filter)
    {
        var days = await db.Query<DayRow>(
            "select day, packed from tally_days where site = @site and day between @first and @last order by day", new { site, first = span.From / PackedDay.Ms, last = (span.To - 1) / PackedDay.Ms });
        var found = new List<QuestionRow>();
        foreach (var run in Runs(days))
        {
            if (run[0].Packed is not null) found.AddRange(run.SelectMany(day => PackedDay.Unpack(day.Day, day.Packed!)).Where(q => span.Has(q.AskedAt) && filter.Has(q)));
            else found.AddRange(await Counted(site, new(Math.Max(span.From, run[0].Day * PackedDay.Ms), Math.Min(span.To, (run[^1].Day + 1) * PackedDay.Ms)), filter));
        }
        return found;
    }

    /// <summary>From the tallies themselves.</summary>
    public async Task<IReadOnlyList<QuestionRow>> Counted(Guid site, Span span, ReportFilter filter)
    {
        var did = (await db.Query<DidRow>(
            $"select q.thread, q.member, q.took, q.messages, q.helped from member_tallies q where q.site = @site and q.asked_at >= @from and q.asked_at < @to{filter.And}", filter.With(site, span)))
            .ToLookup(row => row.Thread, row => new Did(row.Member, row.Took, row.Messages, row.Helped));
        var counted = await db.Query<CountedRow>(
            $"""
            select q.thread, q.asked_at, q.language, q.topic, q.outcome, q.taken_ms, q.taken_rung, q.reached_team, q.stars,
                q.visitor_messages, q.super_user_messages, q.team_messages, q.held_ms
            from question_tallies q where q.site = @site and q.asked_at >= @from and q.asked_at < @to{filter.And}
            """,
            filter.With(site, span));
        return [.. counted.Select(row => row with { Members = [.. did[row.Thread]] })];
    }

    /// <summary>Who took a question, wrote in one or helped.</summary>
    public Task<IReadOnlyList<Guid>> Active(Guid site, Span span, ReportFilter filter) => db.Query<Guid>(
        $"select distinct q.member from member_tallies q where q.site = @site and q.asked_at >= @from and q.asked_at < @to{filter.And}",
        filter.With(site, span));

    /// <summary>How long these members could be asked, hour by hour.</summary>
    public Task<IReadOnlyList<HourRow>> Hours(Guid site, Span span, IReadOnlyCollection<Guid> members) => db.Query<HourRow>(
        $"select hour, cast(sum(minutes) as bigint) as minutes from available_minutes where site = @site and hour >= @From and hour < @To and {db.Dialect.In("member", "@members")} group by hour",
        new { site, span.From, span.To, members });

    /// <summary>And each of them.</summary>
    public Task<IReadOnlyList<PresentRow>> Present(Guid site, Span span, IReadOnlyCollection<Guid> members) => db.Query<PresentRow>(
        $"select member, cast(sum(minutes) as bigint) as minutes from available_minutes where site = @site and hour >= @From and hour < @To and {db.Dialect.In("member", "@members")} group by member",
        new { site, span.From, span.To, members });

    /// <summary>Since when presence is counted at all; 0 when it never was.</summary>
    public Task<long> AvailableSince(Guid site) =>
        db.Find<long>("select coalesce(min(hour), 0) from available_minutes where site = @site", new { site });

    /// <summary>The end of the slot that was looked at last and in which anybody was there.</summary>
    public async Task<long> LookedUntil() =>
        await db.Find<long>("select coalesce(max(at), 0) from tally_marks where name = @Available", new { TallyStore.Available }) + CountAvailable.SlotMs;

    /// <summary>What visitors wrote with their stars, but for what a moderator took away, the newest question first.</summary>
    public Task<IReadOnlyList<SaidRow>> Words(Guid site, Span span, ReportFilter filter, PageMark before, int most) => db.Query<SaidRow>(
        $"""
        select q.thread, q.asked_at, q.stars, t.public_id, e.body as words
        from question_tallies q join threads t on t.id = q.thread
            join events e on e.thread = q.thread and e.seq = q.words_seq and e.kind = 'rating' and e.body is not null and coalesce(e.verdict, '') <> 'refused'
        where q.site = @site and q.words_seq is not null and q.asked_at >= @from and q.asked_at < @to
            and (q.asked_at < @askedAt or (q.asked_at = @askedAt and q.thread < @thread)){filter.And}
        order by q.asked_at desc, q.thread desc limit @most
        """,
        filter.With(site, span, new { askedAt = before.AskedAt, thread = before.Thread, most }));

    // Days that follow each other and are read in the same way; a day without a row had no question.
    private static IEnumerable<IReadOnlyList<DayRow>> Runs(IReadOnlyList<DayRow> days)
    {
        for (var from = 0; from < days.Count;)
        {
            var run = days.Skip(from).TakeWhile(day => day.Packed is null == days[from].Packed is null).ToList();
            from += run.Count;
            yield return run;
        }
    }

    private sealed record DayRow
    {
        public long Day { get; init; }
        public byte[]? Packed { get; init; }
    }

    private sealed record CountedRow : QuestionRow
    {
        public Guid Thread { get; init; }
    }

    private sealed record DidRow
    {
        public Guid Thread { get; init; }
        public Guid Member { get; init; }
        public bool Took { get; init; }
        public long Messages { get; init; }
        public bool Helped { get; init; }
    }
}
