using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>
/// Who did what for visitors in a time: conversations held, conversations helped in, messages written, and suggestions of theirs that others
/// sent. By when the conversation was asked, so that a period adds up whoever came later.
/// </summary>
public sealed class Credits(Db db)
{
    public Task<IReadOnlyList<Credit>> Of(Guid site, long from, long to) => db.Query<Credit>(
        """
        select member, cast(sum(held) as bigint) as held, cast(sum(helped) as bigint) as helped, cast(sum(written) as bigint) as written, cast(sum(suggested) as bigint) as suggested
        from (
            select p.member, max(case when p.role = 'responder' then 1 else 0 end) as held, max(case when p.role = 'helper' then 1 else 0 end) as helped, 0 as written, 0 as suggested
            from threads t join participants p on p.thread = t.id where t.site = @site and t.asked_at >= @from and t.asked_at < @to
            group by p.member, p.thread
            union all
            select e.author, 0, 0, 1, 0 from threads t join events e on e.thread = t.id
            where t.site = @site and t.asked_at >= @from and t.asked_at < @to and e.kind = 'message' and e.author_kind = 'member'
            union all
            select e.suggested_by, 0, 0, 0, 1 from threads t join events e on e.thread = t.id
            where t.site = @site and t.asked_at >= @from and t.asked_at < @to and e.suggested_by is not null
        ) as done
        group by member order by member
        """,
        new { site, from, to });
}

/// <summary>What one member did.</summary>
public sealed record Credit
{
    public Guid Member { get; init; }

    /// <summary>Conversations they responded in.</summary>
    public long Held { get; init; }

    /// <summary>Conversations they came to help in, taken over later or not.</summary>
    public long Helped { get; init; }

    /// <summary>Messages to visitors.</summary>
    public long Written { get; init; }

    /// <summary>Messages of others that were their idea.</summary>
    public long Suggested { get; init; }
}
