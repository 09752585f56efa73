using CommunityWidget.Database;
using CommunityWidget.People.Identity;

namespace CommunityWidget.Privacy;

/// <summary>Whose conversation it is: by the number of a conversation, by the e-mail address somebody left for their answer, or by what the shop calls its customer.</summary>
public sealed class FindPerson(Db db)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<FoundVisitor>> Visitors(Guid site, string? typed)
    {
        var what = (typed ?? "").Trim();
        if (what.Length is 0 or > 254) return [];
        var who = what.Contains('@') ? "email is not null and lower(email) = lower(@what)" : "public_id = @what";
        return await db.Query<FoundVisitor>(
            $"""
            select v.id, v.name, v.created_at, count(t.id) as threads, max(t.last_event_at) as last_at, min(t.public_id) as example,
                case when @byEmail = @yes and v.subject is distinct from @customer and max(case when lower(t.email) = lower(@what) and t.email_confirmed_at is not null then 1 else 0 end) = 0 then @yes else @no end as is_unconfirmed
            from visitors v left join threads t on t.visitor = v.id and t.erased_at is null
            where v.id in (select visitor from threads where {who} and site = @site union all select id from visitors where site = @site and subject = @customer) and v.site = @site
            group by v.id, v.name, v.created_at, v.subject having count(t.id) > 0 or v.subject = @customer order by v.created_at desc limit {Most}
            """,
            new { site, what, customer = VisitorSessions.SubjectOf(site, what), byEmail = what.Contains('@'), yes = true, no = false });
    }

    /// <summary>One of those who are found so, for whoever acts on what they found; null where it is another, or the address is another's by now.</summary>
    public async Task<FoundVisitor?> Visitor(Guid site, string? typed, Guid id) => (await Visitors(site, typed)).FirstOrDefault(found => found.Id == id);
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

    /// <summary>All that leads to them is an address nobody has confirmed: somebody else may have typed it.</summary>
    public bool IsUnconfirmed { get; init; }
}
