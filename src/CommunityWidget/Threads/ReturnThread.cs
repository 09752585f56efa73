using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>A responder gives a live thread back under the fence they last saw; its age and history are kept.</summary>
public sealed class ReturnThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, TimeProvider clock)
{
    /// <param name="caller">Must hold the thread.</param>
    /// <param name="threadId">Public id.</param>
    /// <param name="fence">The fence the caller last saw.</param>
    /// <param name="reason"><c>released</c> or <c>transferred</c>.</param>
    /// <param name="wanted">Who is asked first, if anyone.</param>
    public async Task<Reply<Done>> Run(MemberCaller caller, string threadId, long fence, string reason, Guid? wanted)
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
