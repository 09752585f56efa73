using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>A responder gives a live thread back under the fence they last saw; its age and history are kept.</summary>
public sealed class ReturnThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, OfferStore offers, TimeProvider clock)
{
    /// <param name="caller">Must hold the thread.</param>
    /// <param name="threadId">Public id.</param>
    /// <param name="fence">The fence the caller last saw.</param>
    /// <param name="reason"><c>released</c> or <c>transferred</c>.</param>
    /// <param name="wanted">Who is asked first, if anyone.</param>
    /// <param name="then">What else must succeed in the same transaction, or the thread is kept.</param>
    public Task<Reply<Done>> Run(
        MemberCaller caller, string threadId, long fence, string reason, Guid? wanted = null, Func<Tx, ThreadRecord, Task<Reply<Done>>>? then = null) =>
        Run(caller, threadId, fence, thread => ThreadMachine.Return(thread, reason, caller.Site.Ladder.Parked, clock.NowMs(), wanted), wanted, then);

    /// <summary>To the community, from the first rung; under another topic where one is named.</summary>
    public Task<Reply<Done>> ToCommunity(MemberCaller caller, string threadId, long fence, string? topic) =>
        Run(caller, threadId, fence, thread => ThreadMachine.HandBack(thread, topic, caller.Site.Ladder.Parked, clock.NowMs()), null, null);

    private async Task<Reply<Done>> Run(
        MemberCaller caller, string threadId, long fence, Func<ThreadRecord, Reply<ThreadStep>> decide, Guid? wanted, Func<Tx, ThreadRecord, Task<Reply<Done>>>? then)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.SeatHolder != caller.Id) return Refusals.NotParticipant;
            if (locked.Fence != fence) return Refusals.StaleFence;
            var step = decide(locked);
            if (step.Value is null) return step.Refusal!;
            await offers.LockMembers(tx, locked.Id, wanted is { } asked ? [caller.Id, asked] : [caller.Id]);
            var returned = await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
            if (returned.Value is not { } waiting) return returned.Refusal!;
            return then is null ? Done.It : await then(tx, waiting);
        });
    }
}
