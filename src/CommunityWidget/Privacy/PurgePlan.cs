using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Sites;

namespace CommunityWidget.Privacy;

/// <summary>What is kept no longer, by class: the statements that find it, and nothing that removes it. A dry run counts what the next purge would take.</summary>
public sealed class PurgePlan(Db db, TimeProvider clock)
{
    /// <summary>For how many days a report that nobody decides about keeps its conversation.</summary>
    public const int ReportedDays = 90;

    private const long DayMs = 24L * 3_600 * 1_000;

    // A page that is public holds its conversation, and so does one that waits for a moderator's word once more, or for its draft to be made anew, and answers that went to another page. The address of a page that was merged leads on, or is gone, as long as anything is known of the other one.
    private const string NotShown =
        $"""
        not exists (select 1 from pages p where p.thread = t.id and (p.state = 'published' or exists (select 1 from answers a where a.merged_from = p.id)
            or (p.state = 'review' and p.published_at is not null and (t.publication = 'review' or exists (select 1 from outbox o where o.thread = t.id and o.kind = '{SettlePublication.ConsentNews}' and o.state = 'new')))
            or (p.published_at is not null and t.consent_version is not null and exists (select 1 from pages s where s.id = p.merged_into))))
        """;

    private const string Answered = "exists (select 1 from events e where e.thread = t.id and e.author_kind = 'member' and e.audience = 'all')";

    // Its address says for years that it is gone, who ever answered it: nobody of the team where it was imported. One whose publishing was taken back at once is no page any more: nothing else would ever take its conversation.
    private const string WasPublished = "exists (select 1 from pages p where p.thread = t.id and p.state = 'withdrawn' and p.published_at is not null)";

    // Nobody who reported something is left without a word because its time came first; but not for ever.
    private const string NotReported = "not exists (select 1 from reports r where r.thread = t.id and r.state = 'open' and r.at > @reported)";

    private const string Closed = "select t.id from threads t where t.site = @site and t.state = 'closed' and t.closed_at <= ";

    // What was asked elsewhere long ago is kept as long from when the site brought it here and said that it may.
    private const string Here = "(t.retention <> 'imported' or coalesce(t.consent_at, t.closed_at) <= ";

    public const string Unanswered = $"{Closed} @unanswered and {Here} @unanswered) and not {Answered} and {NotShown} and not {WasPublished} and {NotReported}";

    public const string Private = $"{Closed} @private and {Answered} and {NotShown} and not {WasPublished} and {NotReported}";

    /// <summary>Counted from the page's withdrawal.</summary>
    public const string Published =
        $"select t.id from threads t join pages w on w.thread = t.id where t.site = @site and t.state = 'closed' and w.state = 'withdrawn' and w.published_at is not null and w.updated_at <= @published and {NotReported}";

    // Whoever is to pause, or shut out, is remembered until that ends; and whom the shop has named, as long as a device of theirs is known.
    private const string Idle =
        """
        select v.id from visitors v where v.created_at <= @visitors and v.site = @site and coalesce(v.silenced_until, 0) <= @now
            and not exists (select 1 from visitor_sessions s where s.visitor = v.id and s.expires_at > @now)
        """;

    /// <summary>Somebody who came and never asked, or whose conversations went.</summary>
    public const string Visitors = $"{Idle} and not exists (select 1 from threads t where t.visitor = v.id)";

    // Who goes in the same purge, after the last of their conversations.
    private const string VisitorsThen =
        $"""
        {Idle} and not exists (select 1 from threads o where o.visitor = v.id
            and not exists ({Unanswered} and t.id = o.id) and not exists ({Private} and t.id = o.id) and not exists ({Published} and t.id = o.id))
        """;

    public const string Audit = "select a.id from audit a where a.site = @site and a.at < @audit";

    public const string Numbers = "select q.thread as id from question_tallies q where q.site = @site and q.asked_at <= @numbers";

    /// <summary>In the order in which a purge takes them: a visitor after their conversations.</summary>
    public static readonly IReadOnlyList<(string Class, string Find)> Classes =
        [("unanswered", Unanswered), ("private", Private), ("published", Published), ("visitors", Visitors), ("audit", Audit), ("numbers", Numbers)];

    /// <summary>How much of each class would go now; beyond ten thousand it is only said that there is more.</summary>
    public async Task<IReadOnlyList<PlannedPurge>> DryRun(Site site)
    {
        var plan = new List<PlannedPurge>();
        foreach (var (name, find) in Classes)
            plan.Add(new(name, (int)await db.Find<long>($"select count(*) from ({(name == "visitors" ? VisitorsThen : find)} limit {PlannedPurge.Most}) as due", Until(site))));
        return plan;
    }

    /// <summary>Up to when each class is kept.</summary>
    /// <param name="site">Whose classes.</param>
    /// <param name="one">For the same statement about one thread, or one visitor, only.</param>
    public object Until(Site site, Guid one = default)
    {
        var (now, kept) = (clock.NowMs(), site.Retention);
        long Before(int days) => now - (days * DayMs);
        return new
        {
            site = site.Id,
            one,
            now,
            unanswered = Before(kept.Unanswered),
            @private = Before(kept.Private),
            reported = Before(ReportedDays),
            published = Before(kept.Published),
            visitors = Before(Retention.IdleVisitors),
            audit = Before(kept.Audit),
            numbers = Before(kept.Numbers),
        };
    }
}

/// <summary>What of one class would go.</summary>
public sealed record PlannedPurge(string Class, int Count)
{
    public const int Most = 10_000;
}
