using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>The way of a thread to a public page, pure: none → review → published | rejected, a published one later withdrawn. No consent, no page.</summary>
public static class PublicationLine
{
    private const int WorthShowing = 4;

    /// <summary>Ended, answered, not rated badly, and its visitor agreed.</summary>
    public static bool IsWorthShowing(ThreadRecord t) =>
        t is { State: ThreadStates.Closed, Responder: not null, Stars: null or >= WorthShowing, ConsentVersion: not null };

    /// <summary>Where it stands after whatever happened to it: a new rating, an end, a consent given or taken back.</summary>
    public static string Settle(ThreadRecord t) => t.Publication switch
    {
        Publications.None when IsWorthShowing(t) => Publications.Review,
        Publications.Review when !IsWorthShowing(t) => Publications.None,
        Publications.Published when t.ConsentVersion is null => Publications.Withdrawn,
        var stays => stays,
    };

    public static Reply<ThreadRecord> Propose(ThreadRecord t) =>
        t.Publication == Publications.None && IsWorthShowing(t) ? t with { Publication = Publications.Review } : Refusals.NotPossibleNow;

    public static Reply<ThreadRecord> Publish(ThreadRecord t) =>
        t is { Publication: Publications.Review, ConsentVersion: not null } ? t with { Publication = Publications.Published } : Refusals.NotPossibleNow;

    public static Reply<ThreadRecord> Reject(ThreadRecord t) =>
        t.Publication == Publications.Review ? t with { Publication = Publications.Rejected } : Refusals.NotPossibleNow;

    /// <summary>By a moderator; the visitor's way is to take the consent back.</summary>
    public static Reply<ThreadRecord> Withdraw(ThreadRecord t) =>
        t.Publication == Publications.Published ? t with { Publication = Publications.Withdrawn } : Refusals.NotPossibleNow;

    /// <summary>A decision is taken back while nothing else has happened: never into a page without consent.</summary>
    public static Reply<ThreadRecord> TakeBack(ThreadRecord t, string decided, string before) =>
        t.Publication == decided && t.ConsentVersion is not null && t.State == ThreadStates.Closed ? t with { Publication = before } : Refusals.TooLateToUndo;
}
