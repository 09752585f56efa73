using CommunityWidget.Database;
using CommunityWidget.Numbers.Reports;

namespace CommunityWidget.Numbers.Explaining;

/// <summary>The questions of a site, the newest first, page by page.</summary>
public sealed class ListQuestions(Db db)
{
    public const int OnePage = 30;

    /// <param name="site">Whose.</param>
    /// <param name="end">Only those that ended so; null is all.</param>
    /// <param name="older">The mark of the page before; anything else begins at the newest.</param>
    public async Task<QuestionsPage> Page(Guid site, string? end, string? older)
    {
        var mark = PageMark.Read(older);
        var rows = await db.Query<ListedQuestion>(
            $"""
            select q.thread, q.asked_at, q.language, q.topic, q.outcome, q.taken_ms, t.public_id, substr(e.body, 1, 200) as body
            from question_tallies q join threads t on t.id = q.thread left join events e on e.thread = q.thread and e.seq = 1 and e.kind = 'message'
            where q.site = @site and (q.asked_at < @AskedAt or (q.asked_at = @AskedAt and q.thread < @Thread)){(end is null ? "" : " and q.outcome = @end")}
            order by q.asked_at desc, q.thread desc limit @most
            """,
            new { site, end, mark.AskedAt, mark.Thread, most = OnePage + 1 });
        return new([.. rows.Take(OnePage)], rows.Count > OnePage ? new PageMark(rows[OnePage - 1].AskedAt, rows[OnePage - 1].Thread).ToString() : null);
    }
}

/// <param name="Rows">The newest first.</param>
/// <param name="Older">Where it goes on; null at the end.</param>
public sealed record QuestionsPage(IReadOnlyList<ListedQuestion> Rows, string? Older);

/// <summary>A question in a list.</summary>
public sealed record ListedQuestion
{
    public Guid Thread { get; init; }
    public long AskedAt { get; init; }
    public string Language { get; init; } = "";
    public string? Topic { get; init; }
    public string Outcome { get; init; } = "";
    public long? TakenMs { get; init; }
    public string PublicId { get; init; } = "";

    /// <summary>How it begins; null when it is gone.</summary>
    public string? Body { get; init; }
}
