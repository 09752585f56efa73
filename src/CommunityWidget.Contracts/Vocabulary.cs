namespace CommunityWidget.Contracts;

/// <summary>Where a thread stands. On the wire and in the database: the lower-case name.</summary>
public static class ThreadStates
{
    /// <summary>Asked, not yet taken; climbing the ladder.</summary>
    public const string Waiting = "waiting";

    /// <summary>A member holds a seat for it.</summary>
    public const string Live = "live";

    /// <summary>Nobody could take it now; it will be answered later.</summary>
    public const string Parked = "parked";

    /// <summary>Ended.</summary>
    public const string Closed = "closed";
}

/// <summary>What an event of a thread is.</summary>
public static class EventKinds
{
    /// <summary>Something a visitor or member wrote.</summary>
    public const string Message = "message";

    /// <summary>Something staff wrote for staff.</summary>
    public const string Note = "note";

    /// <summary>What a helper thinks the responder could say.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>The thread changed state or hands; see <see cref="StatusChange"/>.</summary>
    public const string Status = "status";

    /// <summary>A waiting question reached another rung; see <see cref="StatusChange.Rung"/>.</summary>
    public const string Rung = "rung";

    /// <summary>The visitor rated the conversation.</summary>
    public const string Rating = "rating";

    /// <summary>A text held for review: its place is kept, and its author sees it. What became of it is an event of its own, which names this one.</summary>
    public const string Hold = "hold";

    /// <summary>What is left of an erased event.</summary>
    public const string Tombstone = "tombstone";

    /// <summary>An event the reader may not see: its <c>seq</c> is kept so that nothing seems missing.</summary>
    public const string Placeholder = "placeholder";
}

/// <summary>What a judge, or the moderator after it, made of a text.</summary>
public static class Verdicts
{
    /// <summary>It holds personal data, which volunteers do not see.</summary>
    public const string Masked = "masked";

    /// <summary>It waits for a moderator; only its author and moderators see it.</summary>
    public const string Held = "held";

    /// <summary>A moderator let it through.</summary>
    public const string Passed = "passed";

    /// <summary>A moderator did not let it through.</summary>
    public const string Refused = "refused";
}

/// <summary>Who may see an event.</summary>
public static class Audiences
{
    /// <summary>Visitor and members.</summary>
    public const string All = "all";

    /// <summary>Members in the thread, volunteers too; not the visitor.</summary>
    public const string Members = "members";

    /// <summary>Members only.</summary>
    public const string Staff = "staff";
}

/// <summary>What kind of rung a question stands on.</summary>
public static class RungKinds
{
    /// <summary>Super users who know the topic.</summary>
    public const string Topic = "topic";

    /// <summary>Any super user who speaks the language.</summary>
    public const string Anyone = "anyone";

    /// <summary>The brand's support agents.</summary>
    public const string Agents = "agents";

    /// <summary>Nobody now: answered later.</summary>
    public const string Parked = "parked";
}

/// <summary>What a member may be on a site; one person may hold several.</summary>
public static class Roles
{
    /// <summary>An experienced customer who volunteers.</summary>
    public const string SuperUser = "super_user";

    /// <summary>The brand's support.</summary>
    public const string Agent = "agent";

    /// <summary>Decides what is published.</summary>
    public const string Moderator = "moderator";

    /// <summary>Sets the site up.</summary>
    public const string Admin = "admin";
}
