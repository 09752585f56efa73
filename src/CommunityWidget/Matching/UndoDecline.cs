using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>A member takes their "Not for me" back: the offer is open again until its old deadline, unless somebody took the question.</summary>
public sealed class UndoDecline(Db db, ThreadStore threads, OfferStore offers, OfferReader reader, INotices notices, IMatchQueue queue, TimeProvider clock)
{
    public async Task<Reply<OfferView>> Run(MemberCaller caller, Guid offerId)
    {
        var reply = await db.Write<Offer>(async tx =>
        {
            var found = await offers.Find(tx, offerId);
            if (found is null || found.Member != caller.Id || found.Site != caller.Site.Id) return Refusals.NotFound;
            var thread = (await threads.Lock(tx, found.Thread))!;
            var offer = (await offers.Find(tx, offerId))!;
            if (offer.IsOpen) return offer;
            if (WhyNot(offer, thread) is { } refusal) return refusal;
            if (await offers.Reopen(tx, offer, clock.NowMs()) is not { } open) return Refusals.NoFreeSeat;
            return open;
        });
        if (reply.Value is not { } reopened) return reply.Refusal!;
        // Its deadline is a moment to look at again.
        await queue.Wake(caller.Site.Id, clock.NowMs());
        if (await reader.View(reopened) is not { } view) return Refusals.OfferGone;
        await notices.OfferMade(caller.Id, view);
        return view;
    }

    private Refusal? WhyNot(Offer offer, ThreadRecord thread) => offer switch
    {
        { State: OfferStates.Declined } when offer.Deadline <= clock.NowMs() => Refusals.OfferExpired,
        { State: OfferStates.Declined } when offer.Fence == thread.Fence && thread.State == ThreadStates.Waiting => null,
        _ when thread.State == ThreadStates.Live => Refusals.AlreadyTaken,
        _ => Refusals.OfferGone,
    };
}
