using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>A member takes a question by hand: an agent any waiting one, everyone a parked one while its visitor is there, a helper the live one they help in. First one wins.</summary>
public sealed class TakeThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, ParticipantStore participants, OfferStore offers, MemberStore members, Presence presence, TimeProvider clock)
{
    // Two helpers who press at the same moment shall not take it out of each other's hands.
    private const long AfterTakeOverMs = 3_000;

    public async Task<Reply<ThreadRecord>> Run(MemberCaller caller, string threadId)
    {
        var found = await access.ReadToTake(caller, threadId);
        if (found.Value is not { } thread) return found;
        if (caller.Member.OwesCharter(caller.Site)) return Refusals.CharterFirst;
        var visitorHere = await presence.VisitorIsHere(thread);
        var assigneeHere = thread.Assignee is { } assignee && await members.Find(assignee) is { } theirs && await presence.CouldTake(theirs, caller.Site);
        return await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            if (locked.SeatHolder == caller.Id) return locked;
            await offers.LockMembers(tx, thread.Id, locked.SeatHolder is { } holder ? [caller.Id, holder] : [caller.Id]);
            var visitorBusy = await threads.OpenOf(tx, locked.Visitor) is { } open && open.Id != locked.Id;
            var helps = (await participants.Current(tx, locked.Id)).Contains(caller.Id);
            if (helps && await participants.TakenOverSince(tx, locked.Id, clock.NowMs() - AfterTakeOverMs)) return Refusals.AlreadyTaken;
            var step = helps && locked.State == ThreadStates.Live
                ? ThreadMachine.TakeOver(locked, caller.Id)
                : ThreadMachine.Take(locked, caller.Id, caller.Member.Is(Roles.Agent) || caller.Member.Is(Roles.Admin), visitorHere, visitorBusy, assigneeHere || locked.Assignee != thread.Assignee);
            return step.Value is null ? step.Refusal! : await writer.Step(tx, locked, step.Value, Actor.Member(caller.Id));
        });
    }
}
