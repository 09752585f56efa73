using CommunityWidget.Contracts;

namespace CommunityWidget.Threads;

/// <summary>One question from asking to answer page: its present state. Its story is in the events.</summary>
public sealed record ThreadRecord
{
    public Guid Id { get; init; }
    public string PublicId { get; init; } = "";
    public Guid Site { get; init; }
    public Guid Visitor { get; init; }
    public string State { get; init; } = ThreadStates.Waiting;

    /// <summary>Why it closed; <c>answered</c> on a parked thread somebody answered.</summary>
    public string? Outcome { get; init; }

    /// <summary>Number from 1 in the site's ladder; one past the last is parked. While live: the rung it was taken on.</summary>
    public long Rung { get; init; } = 1;

    public long RungEnteredAt { get; init; }

    /// <summary>Counts waves over the thread's whole life; two nodes cannot both move it from w to w + 1.</summary>
    public long Wave { get; init; }

    public long Fence { get; init; }
    public long LastSeq { get; init; }
    public string Language { get; init; } = "en";
    public string? Topic { get; init; }
    public PageContext? Page { get; init; }
    public ProductContext? Product { get; init; }

    /// <summary>Both as whoever does not belong to the shop is shown them; null where that is all.</summary>
    public ShopContext? MaskedContext { get; init; }

    /// <summary>Who holds it, or last held it. A seat is held only while live.</summary>
    public Guid? Responder { get; init; }

    /// <summary>Who is asked first when it waits: a transfer's target, or whoever answered before. While it is parked: to whom it was given.</summary>
    public Guid? WantedMember { get; init; }

    /// <summary>Until when what was given while parked stays with whom it was given to, if they do nothing.</summary>
    public long? AssignedUntil { get; init; }

    /// <summary>Put aside in the inbox until then; null when it is not. One that closed keeps it, for an ending may be taken back.</summary>
    public long? SnoozedUntil { get; init; }

    public string Publication { get; init; } = Publications.None;
    public long AskedAt { get; init; }
    public long LastEventAt { get; init; }
    public long? ClosedAt { get; init; }
    public long VisitorSeen { get; init; }
    public long ResponderSeen { get; init; }
    public long? Stars { get; init; }
    /// <summary>Where the answer should go; nothing but a confirmation is sent to it before <see cref="EmailConfirmedAt"/>.</summary>
    public string? Email { get; init; }

    public long? EmailConfirmedAt { get; init; }

    /// <summary>Up to here mails are on their way, or nothing needed one.</summary>
    public long MailSeq { get; init; }

    /// <summary>Up to here what was said was handed to the mail server.</summary>
    public long MailedSeq { get; init; }

    public string? ConsentVersion { get; init; }
    public long? ConsentAt { get; init; }

    /// <summary>When what was said in it was erased; nothing is written to it any more.</summary>
    public long? ErasedAt { get; init; }

    /// <summary>When one of its events was last taken away, put back or erased.</summary>
    public long? RewrittenAt { get; init; }

    /// <summary>A mail with a link to it may have been sent.</summary>
    public bool MayBeLinked => MailSeq > 0;

    /// <summary>Where it was asked and about what, as one reader may see it.</summary>
    public ShopContext Context(bool whole) => whole || MaskedContext is null ? new(Page, Product) : MaskedContext;

    public Guid? SeatHolder => State == ThreadStates.Live ? Responder : null;

    /// <summary>The current responder, with a seat (live) or without (answered for later).</summary>
    public Guid? Holder => State == ThreadStates.Live || IsAnswered ? Responder : null;

    /// <summary>To whom a parked question was given, who may be away: theirs to answer.</summary>
    public Guid? Assignee => State == ThreadStates.Parked && Outcome is null ? WantedMember : null;

    /// <summary>Its question is held for review: nobody but a moderator knows of it.</summary>
    public bool IsHeld => State == ThreadStates.Parked && Outcome == Outcomes.Held;

    /// <summary>No longer put aside: what is parked has its time for an answer from now on, and so has whom it was given to.</summary>
    public ThreadRecord Woken(long now) => SnoozedUntil is not null && State == ThreadStates.Parked
        ? this with { SnoozedUntil = null, RungEnteredAt = now, AssignedUntil = Assignee is null ? AssignedUntil : Math.Max(AssignedUntil ?? 0, now + AssignedFor.LeastMs) }
        : this with { SnoozedUntil = null };

    public bool IsAnswered => State == ThreadStates.Parked && Outcome == Outcomes.Answered;
}

/// <summary>Where a thread stands on its way to a public page.</summary>
public static class Publications
{
    public const string None = "none", Review = "review", Published = "published", Rejected = "rejected", Withdrawn = "withdrawn";
}

/// <summary>Why a thread closed, and that a parked one was answered or is held for review.</summary>
public static class Outcomes
{
    public const string Ended = "ended", Silent = "silent", Cancelled = "cancelled", Unanswered = "unanswered", Answered = "answered",
        Held = "held", Refused = "refused", Erased = "erased";
}
