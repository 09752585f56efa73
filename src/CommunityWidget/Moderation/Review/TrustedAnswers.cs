using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Review;

/// <summary>
/// Whose answers need no second look: moderators have published enough of them, took none down and turned none away lately, no reports hide one, and nobody has yet
/// to decide about what speaks against whoever wrote them.
/// </summary>
public sealed class TrustedAnswers(StrikeStore strikes, TimeProvider clock)
{
    public const int Enough = 5;

    private const long LatelyMs = 90L * 24 * 3_600 * 1_000;

    public async Task<bool> All(Tx tx, Site site, ThreadRecord thread, IReadOnlyList<Answer> answers)
    {
        foreach (var member in answers.Select(a => a.Member ?? Guid.Empty).Distinct())
        {
            var record = await tx.Find<Record>(
                """
                select cast(sum(case when p.state = 'published' and p.hidden_at is null then 1 else 0 end) as bigint) as published,
                    cast(sum(case when p.state = 'published' and p.hidden_at is not null
                        or p.state in ('rejected', 'withdrawn') and p.merged_into is null and p.updated_at > @since then 1 else 0 end) as bigint) as turned_away
                from answers a join pages p on p.id = a.page where a.member = @member and p.site = @Site
                """,
                new { member, thread.Site, since = clock.NowMs() - LatelyMs });
            if (record is not { Published: >= Enough, TurnedAway: 0 } || await strikes.SpeakAgainst(tx, site, member, clock.NowMs())) return false;
        }
        return true;
    }

    private sealed record Record
    {
        public long? Published { get; init; }
        public long? TurnedAway { get; init; }
    }
}
