using CommunityWidget.Contracts;

namespace CommunityWidget.Sites;

/// <summary>The ordered rungs a question climbs while nobody takes it; kept as JSON. The parked rung is always last and stands in no list.</summary>
/// <param name="Rungs">From narrow to wide; the agents' rung, if any, is the last.</param>
public sealed record Ladder(IReadOnlyList<Rung> Rungs)
{
    public static readonly Ladder Default = new(
    [
        new(RungKinds.Topic, Wave: 4, OfferMs: 15_000, StaysMs: 20_000),
        new(RungKinds.Anyone, Wave: 8, OfferMs: 15_000, StaysMs: 30_000),
        new(RungKinds.Agents, Wave: 8, OfferMs: 15_000, StaysMs: 120_000),
    ]);

    /// <summary>Rungs are numbered from 1; one past the last is parked.</summary>
    public int Parked => Rungs.Count + 1;

    public Rung At(int number) => Rungs[number - 1];

    public string KindOf(int number) => number > Rungs.Count ? RungKinds.Parked : Rungs[number - 1].Kind;
}

/// <summary>One step of the ladder.</summary>
/// <param name="Kind">One of <see cref="RungKinds"/> but parked.</param>
/// <param name="Wave">How many members are offered a question at once; on the agents' rung, how many super users who come free.</param>
/// <param name="OfferMs">How long each offer stays open.</param>
/// <param name="StaysMs">How long a question stays before it moves on.</param>
public sealed record Rung(string Kind, int Wave, int OfferMs, int StaysMs);
