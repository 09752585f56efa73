using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Holding;

/// <summary>
/// A moderator decides what a judge held. A question let through goes to the community; a message let through is said now, at the end of
/// its thread, where everybody is who reads it: there is no way back. What is kept back can be let through after all for ten seconds; then <see cref="TellKeptBack"/> tells its author. Whoever wrote it does not decide, where somebody else can.
/// </summary>
public sealed class DecideHeld(Db db, ThreadStore threads, HoldStore holds, DeliverHeld deliver, Decisions decisions, WhoJudges judges, AuditLog audit)
{
    /// <param name="caller">A moderator or admin of the thread's site.</param>
    /// <param name="threadId">Public id.</param>
    /// <param name="seq">The hold.</param>
    public Task<Reply<Done>> Pass(MemberCaller caller, string threadId, long seq) => Decide<Done>(caller, threadId, seq, async (tx, thread, held) =>
    {
        if (!await holds.Decide(tx, thread.Id, seq, Verdicts.Passed, caller.Id)) return Refusals.AlreadyDecided;
        await audit.Decided(tx, thread.Site, caller.Id, $"held.{Verdicts.Passed}", thread.Id);
        return await deliver.Run(tx, thread, held, caller);
    });

    /// <inheritdoc cref="Pass"/>
    public Task<Reply<Decision>> Refuse(MemberCaller caller, string threadId, long seq) => Decide<Decision>(caller, threadId, seq, async (tx, thread, _) =>
        await holds.KeepBack(tx, thread.Id, seq, caller.Id)
            ? new Reply<Decision>(await decisions.Add(tx, new() { Site = thread.Site, Thread = thread.Id, Seq = seq, Kind = DecisionKinds.KeptBack, Member = caller.Id }))
            : Refusals.AlreadyDecided);

    /// <summary>Whether a member wrote a held text.</summary>
    public static bool IsBy(Member member, string authorKind, Guid? author) => authorKind == "member" && author == member.Id;

    private async Task<Reply<T>> Decide<T>(MemberCaller caller, string threadId, long seq, Func<Tx, ThreadRecord, EventRow, Task<Reply<T>>> decide)
        where T : class
    {
        if (await threads.Find(caller.Site.Id, threadId) is not { } thread) return Refusals.NotFound;
        return await db.Write<T>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (await threads.Event(tx, locked.Id, seq) is not { Kind: EventKinds.Hold, Body: not null } held) return Refusals.NotFound;
            // Withdrawn, or waited for too long: there is nobody left to answer to.
            if (seq == 1 && !locked.IsHeld) return Refusals.AlreadyDecided;
            if (IsBy(caller.Member, held.AuthorKind, held.Author) && await judges.HasOther(tx, locked.Site, admins: false, caller.Id)) return Refusals.NotYoursToJudge;
            return await decide(tx, locked, held);
        });
    }
}
