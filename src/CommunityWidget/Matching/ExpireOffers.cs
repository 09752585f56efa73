using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>Ends offers past their deadline. A miss counts once per question; the third in a row sets the member to away, and says so.</summary>
public sealed class ExpireOffers(Db db, ThreadStore threads, OfferStore offers, MemberSeats seats, ThreadNews news)
{
    /// <summary>False when it could not be stored.</summary>
    public async Task<bool> Run(Guid threadId, long now) => (await db.Write<Done>(async tx =>
    {
        var thread = await threads.Lock(tx, threadId);
        if (thread is null) return Done.It;
        foreach (var offer in await offers.Overdue(tx, threadId, now)) await Expire(tx, offer, now);
        return Done.It;
    })).Refusal is null;

    private async Task Expire(Tx tx, Offer offer, long now)
    {
        var missedBefore = (await offers.History(tx, offer.Thread)).Any(o => o.Member == offer.Member && o.State == OfferStates.Expired);
        if (!await offers.End(tx, offer, OfferStates.Expired, now) || missedBefore) return;
        if (!await seats.CountMiss(tx, offer.Member)) return;
        await offers.RescindSurplus(tx, offer.Member, now);
        tx.AfterCommit(() => news.StatusOf(offer.Member));
    }
}
