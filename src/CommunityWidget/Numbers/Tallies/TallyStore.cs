using CommunityWidget.Database;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Threads;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>What was counted, as rows; and how far counting has come.</summary>
public sealed class TallyStore(Db db)
{
    public const string Questions = "questions", Available = "available";

    public Task<long> Mark(string name) => db.Find<long>("select at from tally_marks where name = @name", new { name });

    /// <summary>Forward only; false when somebody was there already.</summary>
    public async Task<bool> MoveMark(Tx tx, string name, long at) =>
        await tx.Execute(
            "insert into tally_marks (name, at) values (@name, @at) on conflict (name) do update set at = excluded.at where tally_marks.at < excluded.at", new { name, at }) == 1;

    /// <summary>
    /// Questions with events of this time that are not counted yet. A talk that goes on is not read again for each of its messages, but when it has grown by a
    /// quarter, and when it is live no more. What was erased keeps what was counted of it before; what came from elsewhere was not answered here.
    /// </summary>
    public Task<IReadOnlyList<ThreadRecord>> Stale(Span when, int most) => db.Query<ThreadRecord>(
        """
        select t.* from threads t left join question_tallies q on q.thread = t.id
        where t.id in (select e.thread from events e where e.at >= @From and e.at < @To) and t.erased_at is null and t.retention <> 'imported' and (q.thread is null or q.seq < t.last_seq)
            and (q.thread is null or q.outcome = 'open' or t.state <> 'live' or t.last_seq > q.seq + q.seq / 4)
        limit @most
        """,
        new { when.From, when.To, most });

    /// <summary>When the next event happened from a moment on; nothing when none did.</summary>
    public Task<long?> NextEvent(long from) => db.Find<long?>("select min(at) from events where at >= @from", new { from });

    /// <summary>Events without what was said; a rating with words has any.</summary>
    public Task<IReadOnlyList<EventRow>> Events(IReadOnlyCollection<Guid> threads) => db.Query<EventRow>(
        $"""
        select thread, seq, kind, audience, author_kind, author, status, suggested_by, at, case when kind = 'rating' and body is not null then 'said' end as body
        from events where {db.Dialect.In("thread", "@threads")} order by thread, seq
        """,
        new { threads });

    /// <summary>What was counted of them before.</summary>
    public Task<IReadOnlyList<Tally>> Of(IReadOnlyCollection<Guid> threads) => db.Query<Tally>(
        $"select * from question_tallies where {db.Dialect.In("thread", "@threads")}", new { threads });

    public Task<IReadOnlyList<MemberTally>> Members(IReadOnlyCollection<Guid> threads) => db.Query<MemberTally>(
        $"select thread, member, acted_as, took, messages, helped from member_tallies where {db.Dialect.In("thread", "@threads")}", new { threads });

    /// <summary>A day's questions are counted anew: what was packed of it is not true any more.</summary>
    public Task Touch(Tx tx, Guid site, long day) => tx.Execute(
        """
        insert into tally_days (site, day, version) values (@site, @day, 1)
        on conflict (site, day) do update set version = tally_days.version + 1, packed = null
        """,
        new { site, day });

    /// <summary>Unless a newer count stands there.</summary>
    public async Task Save(Tx tx, Counted counted)
    {
        if (await tx.Execute(Upsert, counted.Tally) == 0) return;
        await tx.Execute("delete from member_tallies where thread = @Thread", counted.Tally);
        foreach (var member in counted.Members)
        {
            await tx.Execute(InsertMember, new
            {
                member.Thread,
                member.Member,
                counted.Tally.Site,
                counted.Tally.AskedAt,
                counted.Tally.Language,
                counted.Tally.Topic,
                member.ActedAs,
                member.Took,
                TakenMs = member.Took ? counted.Tally.TakenMs : null,
                member.Messages,
                member.Helped,
                counted.Tally.Stars,
            });
        }
    }

    private const string InsertMember = """
        insert into member_tallies (thread, member, site, asked_at, language, topic, acted_as, took, taken_ms, messages, stars, helped)
        values (@Thread, @Member, @Site, @AskedAt, @Language, @Topic, @ActedAs, @Took, @TakenMs, @Messages, @Stars, @Helped)
        """;

    private const string Upsert = """
        insert into question_tallies (thread, site, asked_at, seq, language, topic, outcome, taken_ms, taken_rung, answered_ms, reached_team,
            stars, words_seq, visitor_messages, super_user_messages, team_messages, held_ms)
        values (@Thread, @Site, @AskedAt, @Seq, @Language, @Topic, @Outcome, @TakenMs, @TakenRung, @AnsweredMs, @ReachedTeam,
            @Stars, @WordsSeq, @VisitorMessages, @SuperUserMessages, @TeamMessages, @HeldMs)
        on conflict (thread) do update set seq = excluded.seq, language = excluded.language, topic = excluded.topic, outcome = excluded.outcome,
            taken_ms = excluded.taken_ms, taken_rung = excluded.taken_rung, answered_ms = excluded.answered_ms, reached_team = excluded.reached_team,
            stars = excluded.stars, words_seq = excluded.words_seq, visitor_messages = excluded.visitor_messages,
            super_user_messages = excluded.super_user_messages, team_messages = excluded.team_messages, held_ms = excluded.held_ms
        where question_tallies.seq < excluded.seq
        """;
}
