using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The responder gives the conversation back, to the ladder or to one member first. Its age and history are kept.</summary>
public sealed class ReleaseThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, MemberStore members, TimeProvider clock)
{
    public Task<Reply<Done>> Release(MemberCaller caller, string threadId, long fence) =>
        Return(caller, threadId, fence, "released", wanted: null);

    public async Task<Reply<Done>> Transfer(MemberCaller caller, string threadId, long fence, Guid to)
    {
        var target = await members.Find(to);
        if (target is null || target.Site != caller.Site.Id || to == caller.Id) return Refusals.NotReachable;
        var reachable = target.Intent == Intents.Available && target.Busy + target.Offered < target.Seats && !target.SuspendedAt(clock.NowMs());
        return reachable ? await Return(caller, threadId, fence, "transferred", to) : Refusals.NotReachable;
    }

    private async Task<Reply<Done>> Return(MemberCaller caller, string threadId, long fence, string reason, Guid? wanted)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.SeatHolder != caller.Id) return Refusals.NotParticipant;
            if (locked.Fence != fence) return Refusals.StaleFence;
            var step = ThreadMachine.Return(locked, reason, caller.Site.Ladder.Parked, clock.NowMs(), wanted);
            var returned = step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
            return returned.Refusal is { } refused ? refused : Done.It;
        });
    }
}
