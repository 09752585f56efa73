using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// The responder hands the conversation to one member: a wave of one, made in the same transaction, then the ladder.
/// Refused, and the chat kept, while that member could not or would not take it.
/// </summary>
public sealed class TransferThread(ReturnThread back, ThreadAccess access, MemberStore members, OfferStore offers, ParticipantStore participants, ApplyOutcome apply, Presence presence)
{
    public async Task<Reply<Done>> Run(MemberCaller caller, string threadId, long fence, Guid to)
    {
        var target = await members.Find(to);
        if (target is null || target.Site != caller.Site.Id || to == caller.Id || !Answers(target) || target.OwesCharter(caller.Site)) return Refusals.NotReachable;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        if (!await presence.MemberIsHere(target) || await SaidNo(thread, to)) return Refusals.NotReachable;
        return await back.Run(caller, threadId, fence, "transferred", to, async (tx, waiting) =>
            (await apply.Transfer(tx, waiting, to)).Value is { Offered.Count: 1 } ? Done.It : Refusals.NotReachable);
    }

    private static bool Answers(Member m) => m.Is(Roles.SuperUser) || m.Is(Roles.Agent);

    private async Task<bool> SaidNo(ThreadRecord thread, Guid member) =>
        Eligibility.SaidNo(await offers.History([thread.Id]), await participants.Departures([thread.Id]), member);
}
