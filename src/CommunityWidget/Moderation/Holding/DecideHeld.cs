using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Holding;

/// <summary>
/// A moderator decides what a judge held. A question let through goes to the community; a message let through is said now, at the end of
/// its thread, where everybody is who reads it. What is not let through is told to its author only.
/// </summary>
public sealed class DecideHeld(Db db, ThreadStore threads, ThreadWriter writer, HoldStore holds, DeliverHeld deliver)
{
    /// <param name="caller">A moderator or admin of the thread's site.</param>
    /// <param name="threadId">Public id.</param>
    /// <param name="seq">The hold.</param>
    public Task<Reply<Done>> Pass(MemberCaller caller, string threadId, long seq) => Decide(caller, threadId, seq, Verdicts.Passed);

    /// <inheritdoc cref="Pass"/>
    public Task<Reply<Done>> Refuse(MemberCaller caller, string threadId, long seq) => Decide(caller, threadId, seq, Verdicts.Refused);

    private async Task<Reply<Done>> Decide(MemberCaller caller, string threadId, long seq, string decision)
    {
        if (await threads.Find(caller.Site.Id, threadId) is not { } thread) return Refusals.NotFound;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (await threads.Event(tx, locked.Id, seq) is not { Kind: EventKinds.Hold, Body: not null } held) return Refusals.NotFound;
            // Withdrawn, or waited for too long: there is nobody left to answer to.
            if (seq == 1 && !locked.IsHeld) return Refusals.AlreadyDecided;
            if (!await holds.Decide(tx, locked.Id, seq, decision, caller.Id)) return Refusals.AlreadyDecided;
            if (decision == Verdicts.Passed) return await deliver.Run(tx, locked, held, caller);
            return seq == 1 ? await Close(tx, locked, caller) : await Tell(tx, locked, held, caller);
        });
    }

    private async Task<Reply<Done>> Close(Tx tx, ThreadRecord thread, MemberCaller by)
    {
        var closed = await writer.Step(tx, thread, ThreadMachine.Close(thread, Outcomes.Refused).Value!, Actor.Member(by.Id));
        return closed.Refusal is { } refusal ? refusal : Done.It;
    }

    // Its author's, as the hold was: whoever may not see the one sees no more of the other.
    private async Task<Reply<Done>> Tell(Tx tx, ThreadRecord thread, EventRow held, MemberCaller by)
    {
        var author = new Actor(held.AuthorKind, held.Author);
        await writer.Append(tx, thread, new Entry(EventKinds.Hold, author, Text: null, Key: null, Judged: new(Verdicts.Refused), OfHold: held.Seq));
        return Done.It;
    }
}
