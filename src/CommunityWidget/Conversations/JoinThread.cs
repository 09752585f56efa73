using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>A second member comes to help in a live conversation, and leaves it again; no seat is taken or freed.</summary>
public sealed class JoinThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, ParticipantStore participants)
{
    public async Task<Reply<ThreadRecord>> Join(MemberCaller caller, string threadId)
    {
        var found = await access.ReadToJoin(caller, threadId);
        if (found.Value is not { } thread) return found;
        return await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            // Twice is once, and who holds it is there already.
            if (await IsThere(tx, locked, caller)) return locked;
            if (caller.Member.OwesCharter(caller.Site)) return Refusals.CharterFirst;
            var step = ThreadMachine.Join(locked, caller.Id);
            return step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
        });
    }

    public Task<Reply<Done>> Leave(MemberCaller caller, ThreadRecord thread) => db.Write<Done>(async tx =>
    {
        var locked = (await threads.Lock(tx, thread.Id))!;
        if (locked.Holder == caller.Id || !await IsThere(tx, locked, caller)) return Refusals.NotParticipant;
        var step = ThreadMachine.Leave(locked, caller.Id);
        var left = step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
        return left.Refusal is { } refused ? refused : Done.It;
    });

    private async Task<bool> IsThere(Tx tx, ThreadRecord thread, MemberCaller caller) =>
        (await participants.Current(tx, thread.Id)).Contains(caller.Id);
}
