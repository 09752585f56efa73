using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// News of the record: the visitor of a parked question that was given to somebody wrote, and is there. Where that member could take it, it is offered to
/// them alone, then to the ladder; where they could not it is everybody's again: whoever waits now comes before a plan for later.
/// </summary>
public sealed class AskAssignee(Db db, ThreadStore threads, ThreadWriter writer, ThreadNews news, MemberStore members, OfferStore offers, ApplyOutcome apply, SiteStore sites, FreeAssigned free, Presence presence, IMatchQueue queue, ReconcileQueue reconcile, TimeProvider clock) : IOutboxHandler
{
    public bool Wants(string kind) => kind == ThreadWriter.AssigneeWanted;

    public async Task Handle(OutboxMessage message)
    {
        if (await threads.Find(message.Thread) is not { Assignee: { } to } thread) return;
        // A word that was held may be let through long after they left: it waits as what it was given for does.
        if (await presence.VisitorIsHere(thread))
        {
            var asked = await members.Find(to) is { } member && await presence.CouldTake(member, await sites.Get(thread.Site)) ? await Ask(thread, to) : Refusals.NotReachable;
            if (asked.Value is not null) return;
            // It says nothing of them: asked again once the database is there.
            StorageAwayException.ThrowIf(asked.Refusal);
            // In another conversation they wait for nobody here.
            if (asked.Refusal != Refusals.VisitorBusy && KnowsWhoIsHere(clock.NowMs())) StorageAwayException.ThrowIf((await free.Free(thread)).Refusal);
        }
        await news.ListsChanged(thread.Site);
    }

    // Nobody is taken to be gone who could not be seen, or is on their way back.
    private bool KnowsWhoIsHere(long now) => queue.SeesEveryone(now) && now >= presence.ReturnBy(reconcile.KnownSince);

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
