using CommunityWidget.Contracts;

namespace CommunityWidget.Threads;

/// <summary>The state table of a thread, pure: each method is one row of it and gives the step or a numbered refusal.</summary>
public static class ThreadMachine
{
    public const long ReopenWithinMs = 7L * 24 * 3_600 * 1_000;

    /// <summary>Ten seconds, and two for the way.</summary>
    public const long UndoWithinMs = 12_000;

    public const string EndUndone = "end_undone";

    public const string Restored = "restored";

    public const string Joined = "joined";

    public const string Assigned = "assigned", Unassigned = "unassigned", AssignUndone = "assign_undone";

    /// <summary>(new) → parked by a judge: held for review and offered to nobody.</summary>
    public static ThreadRecord Hold(ThreadRecord asked, long parkedRung) =>
        asked with { State = ThreadStates.Parked, Outcome = Outcomes.Held, Rung = parkedRung };

    /// <summary>parked (held) → waiting on rung 1 by a moderator; parked for anybody to see where another thread of the visitor is open.</summary>
    public static Reply<ThreadStep> Pass(ThreadRecord t, bool visitorBusy, long parkedRung, long now) => t switch
    {
        { IsHeld: false } => Refusals.NotPossibleNow,
        _ when visitorBusy => new ThreadStep(t with { Outcome = null, RungEnteredAt = now, Rung = parkedRung }, Verdicts.Passed),
        _ => new ThreadStep(t with { State = ThreadStates.Waiting, Outcome = null, Rung = 1, RungEnteredAt = now }, Verdicts.Passed),
    };

    /// <summary>waiting → live by an accepted offer.</summary>
    public static Reply<ThreadStep> Accept(ThreadRecord t, Guid member) => t.State switch
    {
        ThreadStates.Waiting => new ThreadStep(Held(t, member), "accepted"),
        ThreadStates.Closed => Refusals.ThreadClosed,
        _ => Refusals.AlreadyTaken,
    };

    /// <summary>waiting or parked → live by hand. A parked one needs its visitor there and in no other conversation.</summary>
    /// <param name="t">The thread.</param>
    /// <param name="member">Who takes it.</param>
    /// <param name="mayTakeWaiting">One of the shop's own people: what was given to somebody else too.</param>
    /// <param name="visitorHere">Its visitor was heard from a moment ago.</param>
    /// <param name="visitorBusy">They are in another conversation.</param>
    /// <param name="assigneeHere">Whoever it was given to could take it themselves.</param>
    public static Reply<ThreadStep> Take(ThreadRecord t, Guid member, bool mayTakeWaiting, bool visitorHere, bool visitorBusy, bool assigneeHere = false) => t.State switch
    {
        ThreadStates.Waiting when mayTakeWaiting => new ThreadStep(Held(t, member), "taken"),
        ThreadStates.Waiting => Refusals.NotAllowed,
        ThreadStates.Parked when t.IsHeld => Refusals.NotPossibleNow,
        // Nor may a volunteer write an answer to it for later, as they are told to where its visitor is busy or away.
        ThreadStates.Parked when t.Assignee is { } other && other != member && !mayTakeWaiting && (assigneeHere || visitorBusy || !visitorHere) => Refusals.GivenToAnother,
        ThreadStates.Parked when visitorBusy => Refusals.VisitorBusy,
        ThreadStates.Parked when !visitorHere => Refusals.VisitorAway,
        ThreadStates.Parked => new ThreadStep(Held(t, member), "taken"),
        ThreadStates.Closed => Refusals.ThreadClosed,
        _ => Refusals.AlreadyTaken,
    };

    /// <summary>live → live in other hands.</summary>
    public static Reply<ThreadStep> TakeOver(ThreadRecord t, Guid member) =>
        t.State == ThreadStates.Live && t.Responder != member ? new ThreadStep(Held(t, member), "taken_over") : Refusals.NotPossibleNow;

    /// <summary>Someone comes to help with a live thread: state, responder and fence stay.</summary>
    public static Reply<ThreadStep> Join(ThreadRecord t, Guid member) => t.State switch
    {
        ThreadStates.Live when t.Responder != member => new ThreadStep(t, Joined, Joins: member),
        ThreadStates.Closed => Refusals.ThreadClosed,
        _ => Refusals.NotPossibleNow,
    };

    /// <summary>A helper goes again.</summary>
    public static Reply<ThreadStep> Leave(ThreadRecord t, Guid helper) =>
        t.State == ThreadStates.Closed ? Refusals.ThreadClosed : new ThreadStep(t, "left", Leaves: helper);

    /// <summary>A waiting question reaches another rung.</summary>
    public static Reply<ThreadStep> Climb(ThreadRecord t, long rung, string reason, long now) =>
        t.State == ThreadStates.Waiting
            ? new ThreadStep(t with { Rung = rung, RungEnteredAt = now }, reason, EventKinds.Rung)
            : Refusals.NotPossibleNow;

    /// <summary>waiting → parked.</summary>
    public static Reply<ThreadStep> Park(ThreadRecord t, long parkedRung, long now) =>
        t.State == ThreadStates.Waiting
            ? new ThreadStep(t with { State = ThreadStates.Parked, Rung = parkedRung, RungEnteredAt = now, WantedMember = null }, "parked")
            : Refusals.NotPossibleNow;

    /// <summary>live → waiting: released, transferred, vanished or suspended. Re-enters on the rung it was taken on, the first if that was parked.</summary>
    public static Reply<ThreadStep> Return(ThreadRecord t, string reason, long parkedRung, long now, Guid? wanted = null) =>
        t.State == ThreadStates.Live
            ? new ThreadStep(
                t with
                {
                    State = ThreadStates.Waiting,
                    Rung = t.Rung >= parkedRung ? 1 : t.Rung,
                    RungEnteredAt = now,
                    Fence = t.Fence + 1,
                    WantedMember = wanted,
                },
                reason)
            : Refusals.NotPossibleNow;

    /// <summary>live → waiting on rung 1: an agent gives it back to the community, under another topic where one is named.</summary>
    public static Reply<ThreadStep> HandBack(ThreadRecord t, string? topic, long parkedRung, long now) =>
        Return(t, topic is null ? "handed_back" : "transferred", parkedRung, now) is { Value: { } step }
            ? step with { After = step.After with { Rung = 1, Topic = topic ?? t.Topic } }
            : Refusals.NotPossibleNow;

    /// <summary>
    /// parked → parked: given to a member, or to nobody any more; under another topic where one is named. Nobody's seat, and the visitor hears
    /// nothing of it. The fence grows, so that of two who do it at once one is told.
    /// </summary>
    /// <param name="t">The thread.</param>
    /// <param name="to">Who has it from now on; null: nobody.</param>
    /// <param name="topic">What it is about from now on; null: as before.</param>
    /// <param name="until">When it falls free.</param>
    /// <param name="reason">In one word.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static Reply<ThreadStep> Assign(ThreadRecord t, Guid? to, string? topic, long? until, string reason, long now) => t switch
    {
        { State: ThreadStates.Closed } => Refusals.ThreadClosed,
        { IsAnswered: true } => Refusals.AlreadyAnswered,
        { State: not ThreadStates.Parked } or { IsHeld: true } => Refusals.NotPossibleNow,
        // Nothing would be otherwise than it is.
        _ when to == t.Assignee && (topic ?? t.Topic) == t.Topic => Refusals.NotPossibleNow,
        _ => new ThreadStep(
            t.Woken(now) with
            {
                WantedMember = to, AssignedUntil = to is null ? null : until, Topic = topic ?? t.Topic, Fence = t.Fence + 1,
                // Left over by who had it, it has its time for an answer from now on.
                RungEnteredAt = reason == Unassigned ? now : t.Woken(now).RungEnteredAt,
            },
            reason, Audience: Audiences.Staff),
    };

    /// <summary>parked → waiting: its visitor is back with a word, and whom it was given to is asked first.</summary>
    public static Reply<ThreadStep> AskAssignee(ThreadRecord t, long now) => t.Assignee is { } assignee
        ? new ThreadStep(Asked(t, now) with { WantedMember = assignee }, "replied")
        : Refusals.NotPossibleNow;

    /// <summary>parked → parked (answered): no seat. A second answerer is refused.</summary>
    public static Reply<ThreadStep> Answer(ThreadRecord t, Guid member) => t switch
    {
        { IsAnswered: true } when t.Responder != member => Refusals.AlreadyAnswered,
        { State: ThreadStates.Parked, IsHeld: false } => new ThreadStep(t with { Outcome = Outcomes.Answered, Responder = member, Fence = t.Fence + 1, WantedMember = null, AssignedUntil = null }, "answered"),
        { State: ThreadStates.Closed } => Refusals.ThreadClosed,
        _ => Refusals.NotPossibleNow,
    };

    /// <summary>parked (answered) → waiting by the visitor's reply, whoever answered is asked first; parked again, and listed, where another thread of the visitor is open.</summary>
    public static Reply<ThreadStep> Reply(ThreadRecord t, bool visitorBusy, long parkedRung, long now) => t switch
    {
        { IsAnswered: false } => Refusals.NotPossibleNow,
        _ when visitorBusy => new ThreadStep(Kept(t, parkedRung, now), "replied"),
        _ => new ThreadStep(Asked(t, now), "replied"),
    };

    /// <summary>closed → waiting by <em>Continue</em>, or parked where another thread of the visitor is open.</summary>
    /// <param name="closedAt">When it ended: a rating since does not prolong it.</param>
    public static Reply<ThreadStep> Reopen(ThreadRecord t, long closedAt, bool visitorBusy, long parkedRung, long now) => t switch
    {
        { State: not ThreadStates.Closed } => Refusals.NotPossibleNow,
        _ when now - closedAt > ReopenWithinMs => Refusals.TooLateToReopen,
        _ when visitorBusy => new ThreadStep(Kept(t, parkedRung, now), "reopened"),
        _ => new ThreadStep(Asked(t, now), "reopened"),
    };

    /// <summary>any open state → closed.</summary>
    public static Reply<ThreadStep> Close(ThreadRecord t, string outcome) =>
        t.State == ThreadStates.Closed
            ? Refusals.ThreadClosed
            : new ThreadStep(t with { State = ThreadStates.Closed, Outcome = outcome, Fence = t.Fence + 1, WantedMember = null }, outcome);

    /// <summary>any state → closed (erased), for good; a page there was says that it is gone.</summary>
    public static ThreadStep Erase(ThreadRecord t) => new(
        t with
        {
            State = ThreadStates.Closed,
            Outcome = Outcomes.Erased,
            Fence = t.Fence + 1,
            WantedMember = null,
            SnoozedUntil = null,
            Email = null,
            EmailConfirmedAt = null,
            ConsentVersion = null,
            ConsentAt = null,
            Publication = t.Publication == Publications.Published ? Publications.Withdrawn : Publications.None,
        },
        Outcomes.Erased);

    /// <summary>closed → live: the responder takes their own ending back before anything else happened.</summary>
    /// <param name="last">The thread's newest event.</param>
    public static Reply<ThreadStep> UndoEnd(ThreadRecord t, EventRow last, Guid member, bool visitorBusy, long now) => t switch
    {
        { State: not ThreadStates.Closed } => Refusals.NotPossibleNow,
        _ when last.Status?.Reason != Outcomes.Ended || last.Author != member || t.Responder != member => Refusals.NotPossibleNow,
        _ when now - last.At > UndoWithinMs => Refusals.NotPossibleNow,
        _ when visitorBusy => Refusals.VisitorBusy,
        _ => new ThreadStep(Unreviewed(Held(t, member)), EndUndone),
    };

    /// <summary>closed → waiting or parked: a member of staff takes back that they ended what nobody held.</summary>
    /// <param name="last">The thread's newest event.</param>
    /// <param name="before">The status it had until then.</param>
    public static Reply<ThreadStep> Restore(ThreadRecord t, EventRow last, StoredStatus before, Guid member, bool visitorBusy, long now) => t switch
    {
        { State: not ThreadStates.Closed } => Refusals.NotPossibleNow,
        _ when last.Status?.State != ThreadStates.Closed || last.Author != member || now - last.At > UndoWithinMs => Refusals.NotPossibleNow,
        _ when before.State == ThreadStates.Waiting && visitorBusy => Refusals.VisitorBusy,
        _ => new ThreadStep(
            Unreviewed(t) with
            {
                State = before.State,
                RungEnteredAt = now,
                Fence = t.Fence + 1,
                Outcome = before is { State: ThreadStates.Parked, Responder: not null } ? Outcomes.Answered : null,
                // It falls free when it would have.
                WantedMember = before.Assignee,
            },
            Restored),
    };

    private static ThreadRecord Held(ThreadRecord t, Guid member) =>
        t with { State = ThreadStates.Live, Responder = member, Fence = t.Fence + 1, WantedMember = null, AssignedUntil = null, Outcome = null };

    private static ThreadRecord Kept(ThreadRecord t, long parkedRung, long now) =>
        Asked(t, now) with { State = ThreadStates.Parked, Rung = parkedRung, WantedMember = null };

    // What goes on is no page to review yet; a published page stays.
    private static ThreadRecord Unreviewed(ThreadRecord t) =>
        t with { Publication = t.Publication == Publications.Review ? Publications.None : t.Publication };

    private static ThreadRecord Asked(ThreadRecord t, long now) => Unreviewed(t) with
    {
        State = ThreadStates.Waiting,
        Outcome = null,
        Rung = 1,
        RungEnteredAt = now,
        Fence = t.Fence + 1,
        WantedMember = t.Responder,
        AssignedUntil = null,
    };
}
