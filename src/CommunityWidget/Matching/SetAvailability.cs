using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>A member says whether they want questions. Away withdraws what is offered; conversations stay.</summary>
public sealed class SetAvailability(Db db, MemberStore members, MemberSeats seats, OfferStore offers, ThreadNews news, IMatchQueue queue, TimeProvider clock)
{
    public async Task<Reply<MemberStatus>> Run(MemberCaller caller, bool available)
    {
        var reply = await db.Write<Done>(async tx =>
        {
            await seats.SetIntent(tx, caller.Id, available ? Intents.Available : Intents.Away);
            await offers.RescindSurplus(tx, caller.Id, clock.NowMs());
            tx.AfterCommit(() => news.StatusOf(caller.Id));
            return Done.It;
        });
        if (reply.Refusal is { } refusal) return refusal;
        await queue.Wake(caller.Site.Id, clock.NowMs());
        return ThreadNews.Status((await members.Find(caller.Id))!, caller.Site);
    }
}
