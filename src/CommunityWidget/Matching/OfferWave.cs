using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>Makes the offers of a wave; a member whose seat went meanwhile is left out. Each is told after the commit.</summary>
public sealed class OfferWave(OfferStore offers, OfferReader reader, INotices notices, TimeProvider clock)
{
    /// <summary>Gives who was offered the question.</summary>
    public async Task<IReadOnlyList<Guid>> Run(Tx tx, ThreadRecord thread, MatchOutcome.Offered wave)
    {
        using var step = Traces.Step("offer");
        var now = clock.NowMs();
        var made = new List<Offer>();
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
            if (await offers.Make(tx, offer)) made.Add(offer);
        }
        tx.AfterCommit(() => { Instruments.Offers.Add(made.Count, new KeyValuePair<string, object?>("outcome", "made")); return Task.CompletedTask; });
        foreach (var offer in made) tx.AfterCommit(() => Tell(offer));
        // What a member's answer is measured from, so that waves can later be sized by it.
        if (made.Count > 0) tx.AfterCommit(() => offers.MarkShown([.. made.Select(o => o.Id)], clock.NowMs()));
        return [.. made.Select(o => o.Member)];
    }

    private async Task Tell(Offer offer)
    {
        if (await reader.View(offer) is { } view) await notices.OfferMade(offer.Member, view);
    }
}
