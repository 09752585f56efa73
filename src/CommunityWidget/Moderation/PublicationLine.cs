using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>The way of a thread to a public page, pure: none → review → published | rejected, a published one later withdrawn, or reviewed once more. No consent, no page.</summary>
public static class PublicationLine
{
    private const int WorthShowing = 4;

    /// <summary>Ended, answered, not rated badly, and its visitor agreed. What was public is read once more however it was rated: its address is known, and waits for a moderator's word.</summary>
    public static bool IsWorthShowing(ThreadRecord t, bool wasPublic) =>
        t is { State: ThreadStates.Closed, Responder: not null, ConsentVersion: not null } && (wasPublic || !IsRatedBadly(t));

    public static bool IsRatedBadly(ThreadRecord t) => t.Stars < WorthShowing;

    /// <summary>Where it stands after whatever happened to it: a new rating, an end, a consent given or taken back.</summary>
    public static string Settle(ThreadRecord t, bool wasPublic) => t.Publication switch
    {
        Publications.None when IsWorthShowing(t, wasPublic) => Publications.Review,
        Publications.Review when !IsWorthShowing(t, wasPublic) => Publications.None,
        Publications.Published when t.ConsentVersion is null => Publications.Withdrawn,
        var stays => stays,
    };

    public static Reply<ThreadRecord> Propose(ThreadRecord t, bool wasPublic) =>
        t.Publication == Publications.None && IsWorthShowing(t, wasPublic) ? t with { Publication = Publications.Review } : Refusals.NotPossibleNow;

    public static Reply<ThreadRecord> Publish(ThreadRecord t) =>
        t is { Publication: Publications.Review, ConsentVersion: not null } ? t with { Publication = Publications.Published } : Refusals.NotPossibleNow;

    /// <summary>What was public before is withdrawn: its address is known, and says that it is gone.</summary>
    public static Reply<ThreadRecord> Reject(ThreadRecord t, bool wasPublic) =>
        t.Publication == Publications.Review ? t with { Publication = wasPublic ? Publications.Withdrawn : Publications.Rejected } : Refusals.NotPossibleNow;

    /// <summary>Found a double: turned away, and its address leads to the page that stays.</summary>
    public static Reply<ThreadRecord> Merge(ThreadRecord t) => Reject(t, wasPublic: false);

    /// <summary>By a moderator; the visitor's way is to take the consent back.</summary>
    public static Reply<ThreadRecord> Withdraw(ThreadRecord t) =>
        t.Publication == Publications.Published ? t with { Publication = Publications.Withdrawn } : Refusals.NotPossibleNow;

    /// <summary>To be worded anew or found a double: its address waits for what becomes of it.</summary>
    public static Reply<ThreadRecord> Return(ThreadRecord t) =>
        t is { Publication: Publications.Published, ConsentVersion: not null } ? t with { Publication = Publications.Review } : Refusals.NotPossibleNow;

    /// <summary>A decision is taken back while nothing else has happened: never into a page without consent.</summary>
    public static Reply<ThreadRecord> TakeBack(ThreadRecord t, string decided, string before) =>
        t.Publication == decided && t.ConsentVersion is not null && t.State == ThreadStates.Closed ? t with { Publication = before } : Refusals.TooLateToUndo;
}
