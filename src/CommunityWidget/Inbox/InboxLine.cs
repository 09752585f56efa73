using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>A thread with all that its line says, as one statement reads it.</summary>
public sealed record InboxLine
{
    // No tag has one.
    private const char BetweenTags = '\n';

    /// <summary>What a query for threads <c>t</c> gives, beside their <c>place</c>.</summary>
    public const string Columns =
        "t.id, t.public_id, t.visitor, t.state, t.outcome, t.rung, t.fence, t.language, t.topic, t.page, t.product, t.responder, t.wanted_member, t.snoozed_until, t.asked_at, t.last_event_at, t.closed_at";

    private const string Shown = $"""
        select {Columns}, t.place,
            (select substr(e.body, 1, 300) from events e where e.thread = t.id and e.seq = 1 and e.kind <> 'hold') as text,
            case when t.state <> 'closed' then (
                select min(e.at) from events e where e.thread = t.id and e.kind = 'message' and e.author_kind = 'visitor' and e.seq > coalesce(
                    (select max(a.seq) from events a where a.thread = t.id and a.kind = 'message' and a.author_kind = 'member'), 0)) end as since,
            (select count(distinct o.member) from offers o where o.thread = t.id) as asked,
            (select string_agg(g.tag, @between) from thread_tags g where g.thread = t.id) as tags,
            v.name as visitor_name, m.name as responder_name, m.roles as responder_roles, m.customer_since
        """;

    public Guid Id { get; init; }
    public string PublicId { get; init; } = "";
    public Guid Visitor { get; init; }
    public string State { get; init; } = "";
    public string? Outcome { get; init; }
    public long Rung { get; init; }
    public long Fence { get; init; }
    public string Language { get; init; } = "";
    public string? Topic { get; init; }
    public PageContext? Page { get; init; }
    public ProductContext? Product { get; init; }
    public Guid? Responder { get; init; }
    public Guid? WantedMember { get; init; }
    public long? SnoozedUntil { get; init; }
    public long AskedAt { get; init; }
    public long LastEventAt { get; init; }
    public long? ClosedAt { get; init; }

    /// <summary>What its page is sorted by.</summary>
    public long Place { get; init; }

    /// <summary>As much of the question as is shown: databases count code points.</summary>
    public string? Text { get; init; }

    /// <summary>Since the first word of the visitor's after the last one of ours.</summary>
    public long? Since { get; init; }

    public long Asked { get; init; }
    public string? Tags { get; init; }
    public string? VisitorName { get; init; }
    public string? ResponderName { get; init; }
    public string? ResponderRoles { get; init; }
    public long? CustomerSince { get; init; }

    /// <summary>A parameter of the statement, beside those of the query for threads.</summary>
    public static string Between { get; } = BetweenTags.ToString();

    public IReadOnlyList<string> TagList => Tags is null ? [] : [.. Tags.Split(BetweenTags).Order(StringComparer.Ordinal)];

    public Person Asker => new Visitor { Name = VisitorName }.AsPerson();

    /// <summary>Who holds it or answered it; of one that waits again, nobody.</summary>
    public Person? Holder => State is ThreadStates.Live or ThreadStates.Closed || (State == ThreadStates.Parked && Outcome == Outcomes.Answered) ? Named(Responder) : null;

    /// <summary>To whom it was given while it is parked.</summary>
    public Person? Assignee => State == ThreadStates.Parked && Outcome is null ? Named(WantedMember) : null;

    /// <summary>The statement for the lines of the threads <c>t</c> that a query gives, few of them, each with its <c>place</c>; in any order, because sorting rows as wide as these costs a database more than reading them.</summary>
    public static string Of(string threads) => $"""
        {Shown}
        from ({threads}) t left join visitors v on v.id = t.visitor left join members m on m.id = case when t.state = 'parked' and t.outcome is null then t.wanted_member else t.responder end
        """;

    // The one member its line names: who has it.
    private Person? Named(Guid? member) => member is { } id && ResponderName is { } name ? new Member { Id = id, Name = name, Roles = ResponderRoles!, CustomerSince = CustomerSince }.AsPerson() : null;

    /// <summary>In the order of their page, as the database has it: ids are compared as they are written.</summary>
    public static IReadOnlyList<InboxLine> InOrder(IReadOnlyList<InboxLine> lines, bool falling) => falling
        ? [.. lines.OrderByDescending(line => line.Place).ThenByDescending(line => line.Id)]
        : [.. lines.OrderBy(line => line.Place).ThenBy(line => line.Id)];
}
