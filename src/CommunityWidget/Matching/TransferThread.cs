using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>The responder hands the conversation to one member: a wave of one, then the ladder. Refused, and the chat kept, while that member could not take it.</summary>
public sealed class TransferThread(ReturnThread back, MemberStore members, Presence presence, TimeProvider clock)
{
    public async Task<Reply<Done>> Run(MemberCaller caller, string threadId, long fence, Guid to)
    {
        var target = await members.Find(to);
        if (target is null || target.Site != caller.Site.Id || to == caller.Id || !CanTake(target)) return Refusals.NotReachable;
        if (!await presence.MemberIsHere(target)) return Refusals.NotReachable;
        return await back.Run(caller, threadId, fence, "transferred", to);
    }

    private bool CanTake(Member m) => (m.Is(Roles.SuperUser) || m.Is(Roles.Agent))
        && m.Intent == Intents.Available && m.Busy + m.Offered < m.Seats && !m.SuspendedAt(clock.NowMs());
}
