using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// The responder hands the conversation to one member: a wave of one, made in the same transaction, then the ladder.
/// Refused, and the chat kept, while that member could not or would not take it. A parked question is given to whoever may answer it, also while
/// they are away.
/// </summary>
public sealed class TransferThread(ReturnThread back, AssignThread assign, ThreadAccess access, MemberStore members, OfferStore offers, ParticipantStore participants, ApplyOutcome apply, Presence presence)
{
    /// <param name="caller">Who holds it; of a parked one any of the shop's own people.</param>
    /// <param name="threadId">Public id.</param>
    /// <param name="fence">The fence last seen.</param>
    /// <param name="to">Member id.</param>
    /// <param name="note">For the team, with a parked one.</param>
    public async Task<Reply<Done>> Run(MemberCaller caller, string threadId, long fence, Guid to, string? note = null)
    {
        var target = await members.Find(to);
        if (target is null || target.Site != caller.Site.Id || target.OwesCharter(caller.Site)) return Refusals.NotReachable;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        // Who keeps it for themselves may have given it back before.
        if (thread.State == ThreadStates.Parked)
            return to != caller.Id && await SaidNo(thread, to) ? Refusals.NotReachable : await assign.Run(caller, threadId, new(fence, to, null, ThreadMachine.Assigned, note));
        if (to == caller.Id || !Answers(target)) return Refusals.NotReachable;
        if (!await presence.MemberIsHere(target) || await SaidNo(thread, to)) return Refusals.NotReachable;
        return await back.Run(caller, threadId, fence, "transferred", to, async (tx, waiting) =>
            (await apply.Transfer(tx, waiting, to)).Value is { Offered.Count: 1 } ? Done.It : Refusals.NotReachable);
    }

    private static bool Answers(Member m) => m.Is(Roles.SuperUser) || m.Is(Roles.Agent);

    private async Task<bool> SaidNo(ThreadRecord thread, Guid member) =>
        Eligibility.SaidNo(await offers.History([thread.Id]), await participants.Departures([thread.Id]), member);
}
