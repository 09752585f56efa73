using System.ComponentModel.DataAnnotations;
using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Moderation.Care;

/// <summary>Section <c>AnswerPages</c>: how often authors are asked whether their answers are still true.</summary>
public sealed class CareOptions
{
    /// <summary>Months after which the author of the answer that stands first is asked; 0: never by age alone.</summary>
    [Range(0, 120, ErrorMessage = "AnswerPages:StillTrueMonths must lie between 0 and 120.")]
    public int StillTrueMonths { get; set; } = 12;
}

/// <summary>Answers that stand first on their page, and whose author should say whether they are still true: old ones, and those somebody doubts.</summary>
public sealed class StaleAnswers(Db db, IOptions<CareOptions> options, TimeProvider clock)
{
    private const int Most = 20;

    public Task<IReadOnlyList<StaleAnswer>> Of(Guid member) => db.Query<StaleAnswer>(
        $"""
        select p.public_id, p.slug, p.title, p.language, p.doubts, p.outdated_at, a.body, a.answered_at,
            (select count(*) from proposed_answers n where n.page = p.id and n.rewords = a.id and n.state = 'review') as reworded
        from answers a join pages p on p.id = a.page
        where a.member = @member and {ReadPage.StandsFirst} and p.state = 'published' and p.hidden_at is null
          and (p.doubts > 0 or coalesce(p.outdated_at, 0) > coalesce(p.checked_at, 0) or p.checked_at <= @before
            or (p.checked_at is null and p.published_at <= @before and a.answered_at <= @before and coalesce(a.reworded_at, 0) <= @before))
        order by coalesce(p.checked_at, p.published_at), p.id limit @Most
        """,
        new { member, before = Before(), Most });

    private long Before() => options.Value.StillTrueMonths == 0 ? 0 : clock.GetUtcNow().AddMonths(-options.Value.StillTrueMonths).ToUnixTimeMilliseconds();
}

/// <summary>An answer somebody should look at again, with its page.</summary>
public sealed record StaleAnswer
{
    public string PublicId { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string Language { get; init; } = "en";
    public long Doubts { get; init; }
    public long? OutdatedAt { get; init; }
    public string Body { get; init; } = "";
    public long AnsweredAt { get; init; }

    /// <summary>Other words of theirs wait for a moderator.</summary>
    public long Reworded { get; init; }
}
