using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>Makes the offers of a wave; a member whose seat went meanwhile is left out. Each is told after the commit.</summary>
public sealed class OfferWave(OfferStore offers, OfferReader reader, INotices notices, TimeProvider clock)
{
    /// <summary>Gives who was offered the question.</summary>
    public async Task<IReadOnlyList<Guid>> Run(Tx tx, ThreadRecord thread, MatchOutcome.Offered wave)
    {
        var now = clock.NowMs();
        var offered = new List<Guid>();
        // In order of id, as everywhere members are locked.
        foreach (var member in wave.Members.Order())
        {
            var offer = new Offer
            {
                Id = clock.NewId(),
                Thread = thread.Id,
                Site = thread.Site,
                Member = member,
                Fence = thread.Fence,
                Wave = thread.Wave,
                Rung = thread.Rung,
                OfferedAt = now,
                Deadline = now + wave.OfferMs,
            };
            if (!await offers.Make(tx, offer)) continue;
            offered.Add(member);
            tx.AfterCommit(() => Tell(offer));
        }
        return offered;
    }

    private async Task Tell(Offer offer)
    {
        if (await reader.View(offer) is { } view) await notices.OfferMade(offer.Member, view);
    }
}
