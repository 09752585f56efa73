using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>Not for me: never asked again for this question, and no miss.</summary>
public sealed class DeclineOffer(Db db, ThreadStore threads, OfferStore offers, MemberSeats seats, IMatchQueue queue, TimeProvider clock)
{
    public async Task<Reply<Done>> Run(MemberCaller caller, Guid offerId)
    {
        var reply = await db.Write<Done>(async tx =>
        {
            var found = await offers.Find(tx, offerId);
            if (found is null || found.Member != caller.Id || found.Site != caller.Site.Id) return Refusals.NotFound;
            await threads.Lock(tx, found.Thread);
            var ended = await offers.End(tx, found, OfferStates.Declined, clock.NowMs());
            if (ended) await seats.ForgetMisses(tx, caller.Id);
            return ended || found.State == OfferStates.Declined ? Done.It : Refusals.OfferGone;
        });
        if (reply.Refusal is null) await queue.Wake(caller.Site.Id, clock.NowMs());
        return reply;
    }
}
