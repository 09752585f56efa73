using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>All that a decision about one thread may look at.</summary>
/// <param name="Thread">The waiting thread.</param>
/// <param name="Ladder">Its site's ladder.</param>
/// <param name="History">Every offer ever made of it.</param>
/// <param name="Departures">Members who gave it back.</param>
/// <param name="Helpers">Members who helped its last responder and are still there.</param>
/// <param name="Candidates">Available super users of the site, and the wanted member if there is one.</param>
/// <param name="AgentsOnDuty">Opening hours, and at least one agent connected and available.</param>
/// <param name="Now">Unix milliseconds, UTC.</param>
public sealed record MatchInput(
    ThreadRecord Thread,
    Ladder Ladder,
    IReadOnlyList<Offer> History,
    IReadOnlyList<Departure> Departures,
    IReadOnlyList<Guid> Helpers,
    IReadOnlyList<Candidate> Candidates,
    bool AgentsOnDuty,
    long Now)
{
    /// <summary>False while nobody knows who is here: no new offer is made, nobody is taken to have gone, no rung is skipped; deadlines and rungs go on.</summary>
    public bool MayOffer { get; init; } = true;

    /// <summary>Until when whoever was not heard since a restart or a loss may be on their way back; null when that is over.</summary>
    public long? ReturnBy { get; init; }

    /// <summary>The team's hours are open, and somebody of it may be on their way back.</summary>
    public bool TeamMayReturn { get; init; }

    /// <summary>When the team's hours open or close next; null when they stay as they are.</summary>
    public long? HoursChangeAt { get; init; }

    // Looked up for every candidate: thousands wait for hundreds.
    private readonly ILookup<Guid, Offer> _offers = History.ToLookup(o => o.Member);
    private readonly ILookup<Guid, Departure> _departures = Departures.ToLookup(d => d.Member);

    /// <summary>Every offer of it to one member.</summary>
    public IReadOnlyList<Offer> OffersTo(Guid member) => History.Count == 0 ? [] : [.. _offers[member]];

    /// <summary>When one member gave it back.</summary>
    public IReadOnlyList<Departure> DeparturesOf(Guid member) => Departures.Count == 0 ? [] : [.. _departures[member]];

    public IReadOnlyList<Offer> Open { get; } = [.. History.Where(o => o.IsOpen)];

    /// <summary>
    /// The wave that still runs: offers of this stay on the rung made while at least one of them was open.
    /// Newcomers fill it up to its size; when the last has ended, the next wave begins.
    /// </summary>
    /// <param name="askedFirst">Offers of a wave of its own, which is no part of the rung's.</param>
    public IReadOnlyList<Offer> CurrentWave(IReadOnlyCollection<Offer> askedFirst)
    {
        var wave = new List<Offer>();
        foreach (var offer in History.Where(o => o.OfferedAt >= Thread.RungEnteredAt && o.Rung == Thread.Rung && o.Fence == Thread.Fence && !askedFirst.Contains(o)))
        {
            if (wave.TrueForAll(o => o.EndedAt <= offer.OfferedAt && o.Wave != offer.Wave)) wave.Clear();
            wave.Add(offer);
        }
        return wave.Exists(o => o.IsOpen) ? wave : [];
    }
}
