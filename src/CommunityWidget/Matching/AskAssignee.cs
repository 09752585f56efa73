using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// News of the record: the visitor of a parked question that was given to somebody wrote. Where that member is here it is offered to them alone, then
/// to the ladder; where they are not it stays theirs, and whoever else sees it may take it now.
/// </summary>
public sealed class AskAssignee(Db db, ThreadStore threads, ThreadWriter writer, ThreadNews news, MemberStore members, OfferStore offers, ApplyOutcome apply, Presence presence, TimeProvider clock) : IOutboxHandler
{
    public bool Wants(string kind) => kind == ThreadWriter.AssigneeWanted;

    public async Task Handle(OutboxMessage message)
    {
        if (await threads.Find(message.Thread) is not { Assignee: { } to } thread) return;
        if (await members.Find(to) is { } member && await presence.MemberIsHere(member) && (await Ask(thread, to)).Value is not null) return;
        await news.ListsChanged(thread.Site);
    }

    private Task<Reply<Done>> Ask(ThreadRecord seen, Guid to) => db.Write<Done>(async tx =>
    {
        var thread = (await threads.Lock(tx, seen.Id))!;
        // Whatever happened meanwhile won.
        if (thread.Fence != seen.Fence) return Refusals.StaleFence;
        if (await threads.OpenOf(tx, thread.Visitor) is not null) return Refusals.VisitorBusy;
        var step = ThreadMachine.AskAssignee(thread, clock.NowMs());
        if (step.Value is null) return step.Refusal!;
        await offers.LockMembers(tx, thread.Id, [to]);
        var waiting = (await writer.Step(tx, thread, step.Value, Actor.Visitor(thread.Visitor))).Value!;
        return (await apply.Transfer(tx, waiting, to)).Value is { Offered.Count: 1 } ? Done.It : Refusals.NotReachable;
    });
}
