using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>
/// Tells offers made lately once more, to members connected to this node: one whose push got lost would pass unseen and count as missed.
/// Consoles ignore what they know.
/// </summary>
public sealed class TellOffers(OfferStore offers, OfferReader reader, INotices notices, ClockOffset clocks, TimeProvider clock)
{
    private const int Times = 3;

    private long _readAt = clock.NowMs();

    /// <summary>Tells those of the last few times <paramref name="every"/>, and of all the time in which nothing could be read.</summary>
    public async Task Run(TimeSpan every)
    {
        var (now, lately) = (clock.NowMs(), (long)every.TotalMilliseconds);
        var since = Math.Min(now - (Times * lately), Volatile.Read(ref _readAt) - lately);
        // When one was made and until when it stands is what the clock of its node said: this one's, or another's.
        var open = await offers.OpenSince(Math.Min(since, clocks.ByOthers(since)), Math.Min(now, clocks.ByOthers(now)));
        var members = open.ToDictionary(offer => offer.Id.ToString(), offer => offer.Member);
        foreach (var view in await reader.Views(open)) await notices.OfferStands(members[view.OfferId], view);
        Volatile.Write(ref _readAt, now);
    }
}
