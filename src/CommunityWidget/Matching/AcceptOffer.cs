using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>A member accepts: the first one wins, the others' offers end in the same step. Safe to repeat.</summary>
public sealed class AcceptOffer(Db db, ThreadStore threads, ThreadWriter writer, OfferStore offers, MemberSeats seats, TimeProvider clock)
{
    public Task<Reply<ThreadRecord>> Run(MemberCaller caller, Guid offerId) => db.Write<ThreadRecord>(async tx =>
    {
        var found = await offers.Find(tx, offerId);
        if (found is null || found.Member != caller.Id || found.Site != caller.Site.Id) return Refusals.NotFound;
        var thread = (await threads.Lock(tx, found.Thread))!;
        var offer = (await offers.Find(tx, offerId))!;
        if (offer.State == OfferStates.Accepted && thread.SeatHolder == caller.Id) return thread;
        if (WhyNot(offer, thread, clock.NowMs()) is { } refusal) return refusal;
        // Published while it was open: the sweep gives it to others.
        if (caller.Member.OwesCharter(caller.Site)) return Refusals.CharterFirst;

        await offers.LockMembers(tx, thread.Id, caller.Id);
        await offers.End(tx, offer, OfferStates.Accepted, clock.NowMs());
        await seats.ForgetMisses(tx, caller.Id);
        var waited = Math.Max(0, clock.NowMs() - await threads.WaitsSince(tx, thread));
        tx.AfterCommit(() => { Instruments.TimeToAccept.Record(waited / 1_000.0); return Task.CompletedTask; });
        var step = ThreadMachine.Accept(thread, caller.Id);
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.Member(caller.Id));
    });

    private static Refusal? WhyNot(Offer offer, ThreadRecord thread, long now) => offer switch
    {
        { State: OfferStates.Expired } => Refusals.OfferExpired,
        { IsOpen: true } when offer.Deadline <= now => Refusals.OfferExpired,
        { IsOpen: true } when offer.Fence == thread.Fence => null,
        _ when thread.State == ThreadStates.Live => Refusals.AlreadyTaken,
        _ when thread.State == ThreadStates.Closed => Refusals.ThreadClosed,
        _ => Refusals.OfferGone,
    };
}
