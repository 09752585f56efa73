using CommunityWidget.AnswerPages;
using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Review;

/// <summary>What moderators have before them, oldest first and page by page.</summary>
public sealed class ReviewQueue(Db db)
{
    public const int PageSize = 20;

    private const string Waiting = "from pages p join threads t on t.id = p.thread where p.site = @site and p.state = 'review' and t.publication = 'review'";

    /// <param name="site">Whose.</param>
    /// <param name="show">Which of them.</param>
    /// <param name="me">Who looks.</param>
    /// <param name="after">Behind which place; from the beginning otherwise.</param>
    public Task<IReadOnlyList<Edition>> Read(Guid site, QueuePart show, Guid me, (long At, Guid Id) after) => db.Query<Edition>(
        $"""
        select p.* {Waiting} and {Which(show)} and (p.proposed_at, p.id) > (@at, @id)
        order by p.proposed_at, p.id limit @most
        """,
        new { site, me, at = after.At, id = after.Id, most = PageSize + 1 });

    public async Task<QueueCounts> Count(Guid site) => await db.Find<QueueCounts>(
        $"""
        select cast(coalesce(sum(case when p.sent_to is null then 1 else 0 end), 0) as bigint) as to_review,
            cast(coalesce(sum(case when p.sent_to is not null then 1 else 0 end), 0) as bigint) as sent_back,
            (select count(*) from (select distinct r.thread, r.seq from reports r where r.site = @site and r.state = 'open') as messages) as reported,
            (select count(*) from proposed_answers n join pages o on o.id = n.page where n.site = @site and n.state = 'review' and o.state = 'published' and o.hidden_at is null) as proposed,
            (select count(*) from holds h join threads o on o.id = h.thread where h.site = @site and h.decision is null and (h.seq > 1 or o.state <> 'closed')) as held
        {Waiting}
        """,
        new { site }) ?? new();

    /// <summary>What was sent back to a member.</summary>
    public Task<IReadOnlyList<Edition>> SentTo(Guid member) => db.Query<Edition>(
        "select p.* from pages p join threads t on t.id = p.thread where p.sent_to = @member and p.state = 'review' and t.publication = 'review' order by p.updated_at limit 50", new { member });

    private static string Which(QueuePart show) => show switch
    {
        QueuePart.SentBack => "p.sent_to is not null",
        QueuePart.Mine => "p.sent_to is null and p.assigned_to = @me",
        QueuePart.Doubtful => "p.sent_to is null and p.risks <> ''",
        _ => "p.sent_to is null",
    };
}

public enum QueuePart
{
    All,
    Mine,
    Doubtful,
    SentBack,
}

public sealed record QueueCounts
{
    public long ToReview { get; init; }
    public long SentBack { get; init; }
    public long Reported { get; init; }
    public long Held { get; init; }

    /// <summary>New answers to published pages.</summary>
    public long Proposed { get; init; }
}
