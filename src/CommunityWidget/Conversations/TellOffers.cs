using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>
/// Tells offers made lately once more, to members connected to this node: one whose push got lost would pass unseen and count as missed.
/// Consoles ignore what they know.
/// </summary>
public sealed class TellOffers(OfferStore offers, OfferReader reader, INotices notices, TimeProvider clock)
{
    private const int Times = 3;

    public async Task Run(TimeSpan every)
    {
        var now = clock.NowMs();
        var open = await offers.OpenSince(now - (Times * (long)every.TotalMilliseconds), now);
        var members = open.ToDictionary(offer => offer.Id.ToString(), offer => offer.Member);
        foreach (var view in await reader.Views(open)) await notices.OfferStands(members[view.OfferId], view);
    }
}
