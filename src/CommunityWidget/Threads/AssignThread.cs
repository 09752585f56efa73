using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>
/// A parked question is given to a member, to those who know a topic, or to nobody any more, under the fence last seen: with a note for the team
/// if there is one, in the same transaction. It is taken back by whoever did it, while nothing has happened since.
/// </summary>
public sealed class AssignThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, OfferStore offers, MemberStore members, TimeProvider clock)
{
    /// <summary>By one of the shop's own people.</summary>
    public Task<Reply<Done>> Run(MemberCaller caller, string threadId, Assignment given) => caller.Member.Is(Roles.Agent) || caller.Member.Is(Roles.Admin)
        ? Assign(caller, threadId, given, _ => true)
        : Task.FromResult<Reply<Done>>(Refusals.NotAllowed);

    /// <summary>Whoever it was given to, a volunteer too, gives it back to everybody.</summary>
    public Task<Reply<Done>> GiveBack(MemberCaller caller, string threadId, long fence) =>
        Assign(caller, threadId, new(fence, null, null, "released"), thread => thread.Assignee == caller.Id);

    /// <summary>As it was before the caller gave it to somebody, a moment ago.</summary>
    public async Task<Reply<Done>> Undo(MemberCaller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (await threads.Event(tx, locked.Id, locked.LastSeq) is not { Audience: Audiences.Staff, Status: { } last } done || done.Author != caller.Id) return Refusals.NotPossibleNow;
            // Asked again, because an answer was lost.
            if (last.Reason == ThreadMachine.AssignUndone) return Done.It;
            if (clock.NowMs() - done.At > ThreadMachine.UndoWithinMs) return Refusals.NotPossibleNow;
            var before = await MayStillAnswer(tx, locked, (await threads.StatusBefore(tx, locked.Id, locked.LastSeq))?.Status?.Assignee);
            var step = ThreadMachine.Assign(locked, before, last.FormerTopic, last.FormerUntil ?? locked.AssignedUntil ?? await Until(tx, locked), ThreadMachine.AssignUndone, clock.NowMs());
            return await Write(tx, locked, AsBefore(step, last), caller);
        });
    }

    private async Task<Reply<Done>> Assign(MemberCaller caller, string threadId, Assignment given, Func<ThreadRecord, bool> may)
    {
        var note = string.IsNullOrWhiteSpace(given.Note) ? (Reply<string>?)null : MessageText.Clean(given.Note);
        if (note?.Refusal is { } unusable) return unusable;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (await IsDone(tx, locked, caller, given)) return Done.It;
            if (locked.State == ThreadStates.Closed) return Refusals.ThreadClosed;
            if (locked.IsAnswered) return Refusals.AlreadyAnswered;
            if (locked.Fence != given.Fence) return Refusals.StaleFence;
            if (!may(locked)) return Refusals.NotPossibleNow;
            if (given.Member is { } to && await MayStillAnswer(tx, locked, to) is null) return Refusals.NotReachable;
            if (note?.Value is { } words) locked = (await writer.Append(tx, locked, new Entry(EventKinds.Note, Actor.Member(caller.Id), words, Key: null, Audiences.Staff))).Thread;
            return await Write(tx, locked, ThreadMachine.Assign(locked, given.Member, given.Topic, await Until(tx, locked), given.Reason, clock.NowMs()), caller);
        });
    }

    private async Task<Reply<Done>> Write(Tx tx, ThreadRecord locked, Reply<ThreadStep> step, MemberCaller caller)
    {
        if (step.Value is null) return step.Refusal!;
        var given = await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
        return given.Value is null ? given.Refusal! : Done.It;
    }

    // Sent again, because the answer to it was lost.
    private async Task<bool> IsDone(Tx tx, ThreadRecord locked, MemberCaller caller, Assignment given) =>
        locked.Fence == given.Fence + 1 && locked.Assignee == given.Member && (given.Topic ?? locked.Topic) == locked.Topic
        && await threads.Event(tx, locked.Id, locked.LastSeq) is { Status: { } last } done && last.Reason == given.Reason && done.Author == caller.Id;

    // Locked with it: who is erased or shut out just now is given nothing.
    private async Task<Guid?> MayStillAnswer(Tx tx, ThreadRecord thread, Guid? member)
    {
        if (member is not { } id) return null;
        await offers.LockMembers(tx, thread.Id, [id]);
        return await members.Find(tx, [id]) is [var one] && one.Site == thread.Site && one.MayAnswerAt(clock.NowMs()) && !one.OwesCharter(await writer.SiteOf(tx, thread)) ? id : null;
    }

    private async Task<long> Until(Tx tx, ThreadRecord thread) => AssignedFor.Until(await writer.SiteOf(tx, thread), clock.GetUtcNow());

    // What was about nothing is about nothing again, and what was put aside is aside.
    private static Reply<ThreadStep> AsBefore(Reply<ThreadStep> step, StoredStatus last) => step.Value is { } done
        ? done with { After = done.After with { Topic = last.FormerTopic == "" ? null : done.After.Topic, SnoozedUntil = last.FormerSnooze } }
        : step;
}

/// <summary>To whom a parked question goes.</summary>
/// <param name="Fence">The fence last seen.</param>
/// <param name="Member">Who has it from now on; null: nobody.</param>
/// <param name="Topic">What it is about from now on; null: as before.</param>
/// <param name="Reason">The word told of it.</param>
/// <param name="Note">For the team only.</param>
public sealed record Assignment(long Fence, Guid? Member, string? Topic, string Reason, string? Note = null);
