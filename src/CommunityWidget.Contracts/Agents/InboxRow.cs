namespace CommunityWidget.Contracts.Agents;

/// <summary>Which threads an inbox shows.</summary>
public static class InboxViews
{
    /// <summary>Questions the community could not take and nobody holds: what waits on the agents' rung, then what is parked, each oldest first.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>What the agent holds, was given or answered.</summary>
    public const string Mine = "mine";

    /// <summary>Every open thread that came to the agents' rung or was parked, whoever holds it.</summary>
    public const string All = "all";

    /// <summary>Put aside until a time.</summary>
    public const string Snoozed = "snoozed";

    /// <summary>Ended, the last first.</summary>
    public const string Closed = "closed";
}

/// <summary>One line of an inbox.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="State">One of <see cref="ThreadStates"/>.</param>
/// <param name="Outcome">Why it closed; <c>answered</c> on a parked thread somebody answered.</param>
/// <param name="Rung">One of <see cref="RungKinds"/>: where it stands, or stood when it was taken.</param>
/// <param name="Fence">To name in a write.</param>
/// <param name="Text">The question, at most its first 300 code points.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Topic">Topic id, or null.</param>
/// <param name="AskedAt">Unix milliseconds, UTC.</param>
/// <param name="LastAt">When something last happened; of a closed thread, when it closed.</param>
/// <param name="Since">Since when the visitor has been waiting for a word; null when the last word is ours, or nobody waits. The target counts from here.</param>
/// <param name="DueAt">When that word is due: the target, counted while the team's hours are open. Null when nobody waits, while it is put aside, and where the team never opens.</param>
/// <param name="Visitor">Who asks.</param>
/// <param name="Responder">Who holds it now or answered it; null when nobody does.</param>
/// <param name="Page">Where from.</param>
/// <param name="Product">About what.</param>
/// <param name="VisitorHere">True while the visitor's widget was heard from in the last 35 s.</param>
/// <param name="Asked">How many super users were asked so far.</param>
/// <param name="Tags">In alphabetical order.</param>
/// <param name="SnoozedUntil">Unix milliseconds, UTC; null when it is not put aside.</param>
/// <param name="Assignee">To whom a parked question was given, who may be away; null when to nobody.</param>
public sealed record InboxRow(
    string ThreadId,
    string State,
    string? Outcome,
    string Rung,
    long Fence,
    string Text,
    string Language,
    string? Topic,
    long AskedAt,
    long LastAt,
    long? Since,
    long? DueAt,
    Person Visitor,
    Person? Responder,
    PageContext? Page,
    ProductContext? Product,
    bool VisitorHere,
    int Asked,
    IReadOnlyList<string> Tags,
    long? SnoozedUntil,
    Person? Assignee);

/// <summary>A part of an inbox, as it was at one moment. Source: <c>GET /api/inbox</c> and <c>POST /api/inbox/search</c>.</summary>
/// <param name="Version">Grows with every change of the site's inbox; <see cref="InboxChange"/> goes on from here.</param>
/// <param name="Now">The server's time, Unix milliseconds.</param>
/// <param name="TargetMs">Within which time a visitor shall have a word of ours.</param>
/// <param name="Rows">In the order of the view.</param>
/// <param name="Next">To name as <c>after</c> for what comes below; null at the end.</param>
public sealed record InboxPage(long Version, long Now, long TargetMs, IReadOnlyList<InboxRow> Rows, string? Next);

/// <summary>How an inbox stands. Source: <c>GET /api/inbox/head</c>.</summary>
/// <param name="Version">Whoever knows less than this fetches the list anew.</param>
/// <param name="Unassigned">How many questions nobody holds; counted up to 1,000.</param>
/// <param name="Mine">How many the agent holds, was given or answered.</param>
/// <param name="Snoozed">How many are put aside.</param>
/// <param name="Given">How many parked questions were given to the agent and wait for their answer.</param>
public sealed record InboxHead(long Version, int Unassigned, int Mine, int Snoozed, int Given);

/// <summary>One thread of the inbox changed. Versions follow each other: whoever misses one fetches the list anew.</summary>
/// <param name="Version">One more than the change before.</param>
/// <param name="Row">The thread as it is now; it is on whichever views it belongs to.</param>
public sealed record InboxChange(long Version, InboxRow Row);
