using System.Globalization;
using CommunityWidget.Contracts.Agents;

namespace CommunityWidget.Inbox;

/// <summary>A view is one or more of these below each other, each in an order that an index keeps.</summary>
/// <param name="Where">The condition; literals, so that an index of part of the table serves it.</param>
/// <param name="Key">What it is sorted by.</param>
/// <param name="NewestFirst">Falling.</param>
public sealed record InboxSection(string Where, string Key = "asked_at", bool NewestFirst = false)
{
    /// <summary>No view of its own, but counted: what was given to the agent.</summary>
    public const string Given = "given";

    private const string Awake = "(t.snoozed_until is null or t.snoozed_until <= @now)";

    private static readonly InboxSection
        Waiting = new($"t.state <> 'closed' and t.state = 'waiting' and t.rung >= @agents and {Awake}"),
        Live = new("t.state <> 'closed' and t.state = 'live' and t.rung >= @agents"),
        MyLive = new("t.state = 'live' and t.responder = @me"),
        Unanswered = new($"t.state <> 'closed' and t.state = 'parked' and t.outcome is null and t.wanted_member is null and {Awake}"),
        MyGiven = new($"t.state = 'parked' and t.outcome is null and t.wanted_member = @me and {Awake}"),
        MyAnswered = new("t.state = 'parked' and t.outcome = 'answered' and t.responder = @me"),
        Parked = new($"t.state <> 'closed' and t.state = 'parked' and (t.outcome is null or t.outcome <> 'held') and {Awake}"),
        Aside = new("t.state <> 'closed' and t.snoozed_until > @now", "snoozed_until"),
        Closed = new("t.state = 'closed'", "closed_at", NewestFirst: true);

    private static readonly Dictionary<string, IReadOnlyList<InboxSection>> Views = new()
    {
        [InboxViews.Unassigned] = [Waiting, Unanswered],
        [InboxViews.Mine] = [MyLive, MyGiven, MyAnswered],
        [Given] = [MyGiven],
        [InboxViews.All] = [Waiting, Live, Parked],
        [InboxViews.Snoozed] = [Aside],
        [InboxViews.Closed] = [Closed],
    };

    /// <summary>Null when there is no such view.</summary>
    public static IReadOnlyList<InboxSection>? Of(string? view) => Views.GetValueOrDefault(view ?? InboxViews.Unassigned);

    /// <summary>The same for a ladder whose agents stand on this rung: written into the text, because PostgreSQL guesses so badly what a parameter leaves of it that it plans each page anew, which is half of what one costs.</summary>
    public InboxSection WithAgentsOn(int rung) => this with { Where = Where.Replace("@agents", rung.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) };

    /// <summary>Its rows below a place; the narrowing is <see cref="InboxFilter"/>'s. The limit stands in the text: a plan for any limit is one for many rows.</summary>
    public string Select(string narrowed, int limit) => $"""
        select {InboxLine.Columns}, t.{Key} as place from threads t
        where t.site = @site and {Where}{narrowed}
          and t.{Key} {(NewestFirst ? "<=" : ">=")} @at and (t.{Key}, t.id) {(NewestFirst ? "<" : ">")} (@at, @id)
        order by t.{Key}{Falling}, t.id{Falling} limit {limit}
        """;

    /// <summary>Its rows from the top.</summary>
    public string First(string narrowed, int limit) => $"select {InboxLine.Columns}, t.{Key} as place from threads t where t.site = @site and {Where}{narrowed} order by t.{Key}{Falling}, t.id{Falling} limit {limit}";

    /// <summary>How many there are, counted no further than <c>@most</c>.</summary>
    public string Count => $"(select count(*) from (select 1 from threads t where t.site = @site and {Where} limit @most) counted)";

    private string Falling => NewestFirst ? " desc" : "";
}
