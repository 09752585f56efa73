using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Either side ends the conversation; a visitor may also withdraw a question nobody took, or is content with its answer.</summary>
public sealed class EndThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, ParticipantStore participants)
{
    /// <param name="fence">The fence the member last saw; null for a visitor.</param>
    public async Task<Reply<Done>> Run(Caller caller, string threadId, long? fence)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        return await db.Write<Done>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.State == ThreadStates.Closed) return Done.It;
            if (caller is MemberCaller && await WhyNot(tx, locked, caller.Id, fence) is { } refusal) return refusal;
            var outcome = locked.State == ThreadStates.Live || locked.IsAnswered ? Outcomes.Ended : Outcomes.Cancelled;
            var step = ThreadMachine.Close(locked, outcome);
            var actor = caller is VisitorCaller ? Actor.Visitor(caller.Id) : Actor.Member(caller.Id);
            var closed = step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, actor);
            return closed.Refusal is { } refused ? refused : Done.It;
        });
    }

    // Helping is not holding: only the responder ends it for everybody. What was answered for later is the visitor's.
    private async Task<Refusal?> WhyNot(Tx tx, ThreadRecord thread, Guid member, long? fence)
    {
        if (!(await participants.Current(tx, thread.Id)).Contains(member)) return Refusals.NotParticipant;
        if (thread.Holder != member) return Refusals.OnlyResponder;
        if (thread.State != ThreadStates.Live) return Refusals.NotPossibleNow;
        return fence == thread.Fence ? null : Refusals.StaleFence;
    }
}
