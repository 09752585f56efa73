using CommunityWidget.Database;

namespace CommunityWidget.Privacy;

/// <summary>Whose conversation it is: by the number of a conversation, or by the e-mail address somebody left for their answer.</summary>
public sealed class FindPerson(Db db)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<FoundVisitor>> Visitors(Guid site, string? typed)
    {
        var what = (typed ?? "").Trim();
        if (what.Length is 0 or > 254) return [];
        var who = what.Contains('@') ? "select visitor from threads where email = @what and site = @site" : "select visitor from threads where public_id = @what and site = @site";
        return await db.Query<FoundVisitor>(
            $"""
            select v.id, v.name, v.created_at, count(t.id) as threads, max(t.last_event_at) as last_at, min(t.public_id) as example
            from visitors v join threads t on t.visitor = v.id
            where v.id in ({who}) and v.site = @site and t.erased_at is null
            group by v.id, v.name, v.created_at order by v.created_at desc limit {Most}
            """,
            new { site, what });
    }

    public Task<FoundVisitor?> Visitor(Guid site, Guid id) => db.Find<FoundVisitor>(
        """
        select v.id, v.name, v.created_at, count(t.id) as threads, max(t.last_event_at) as last_at, min(t.public_id) as example
        from visitors v left join threads t on t.visitor = v.id where v.id = @id and v.site = @site group by v.id, v.name, v.created_at
        """,
        new { site, id });
}

/// <summary>A visitor as whoever answers their request finds them.</summary>
public sealed record FoundVisitor
{
    public Guid Id { get; init; }
    public string? Name { get; init; }
    public long CreatedAt { get; init; }
    public long Threads { get; init; }
    public long? LastAt { get; init; }

    /// <summary>Public id of one of them.</summary>
    public string? Example { get; init; }
}
