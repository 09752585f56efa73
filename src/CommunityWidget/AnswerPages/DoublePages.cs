using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.AnswerPages;

/// <summary>Where what was said in doubles stands: on the page each was merged into, on those that one was merged into later, and wherever answers of it went.</summary>
public sealed class DoublePages(Db db)
{
    /// <summary>For each of these threads that was merged the nearest page that is public, or one that may be again; none where all of them are gone.</summary>
    public async Task<IReadOnlyDictionary<Guid, DoublePage>> Of(IReadOnlyCollection<Guid> threads)
    {
        if (threads.Count == 0) return new Dictionary<Guid, DoublePage>();
        var of = db.Dialect.In("p.thread", "@threads");
        var found = await db.Query<DoublePage>(
            $"""
            with recursive way (origin, page, step) as (
                select p.thread, p.merged_into, 1 from pages p where {of} and p.merged_into is not null
                union
                select p.thread, a.page, 1 from pages p join answers a on a.merged_from = p.id where {of}
                union
                select w.origin, p.merged_into, w.step + 1 from way w join pages p on p.id = w.page where p.merged_into is not null and w.step < 20)
            select w.origin, p.public_id, p.slug, p.state, p.hidden_at from way w join pages p on p.id = w.page where p.state in ('review', 'published')
            order by w.origin, w.step, p.id
            """,
            new { threads });
        return found.GroupBy(page => page.Origin).ToDictionary(pages => pages.Key, pages => pages.FirstOrDefault(page => page.IsPublic) ?? pages.First());
    }
}

/// <summary>A page on which the words of another thread stand.</summary>
public sealed record DoublePage
{
    /// <summary>The thread whose words they are.</summary>
    public Guid Origin { get; init; }

    public string PublicId { get; init; } = "";
    public string Slug { get; init; } = "";
    public string State { get; init; } = "";
    public long? HiddenAt { get; init; }

    /// <summary>Anybody may read it now.</summary>
    public bool IsPublic => State == Publications.Published && HiddenAt is null;
}
