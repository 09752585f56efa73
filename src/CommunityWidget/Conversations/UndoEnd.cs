using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The responder takes their own ending back, as long as nothing else has happened: the conversation is live again, helpers included.</summary>
public sealed class UndoEnd(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, TimeProvider clock)
{
    public async Task<Reply<ThreadRecord>> Run(MemberCaller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found;
        return await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.SeatHolder == caller.Id) return locked;
            var last = (await threads.Event(tx, locked.Id, locked.LastSeq))!;
            var busy = await threads.OpenOf(tx, locked.Visitor) is not null;
            var step = ThreadMachine.UndoEnd(locked, last, caller.Id, busy, clock.NowMs());
            return step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
        });
    }
}
