using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Matching;

/// <summary>One step of matching, explained.</summary>
/// <param name="At">Unix milliseconds, UTC.</param>
/// <param name="Outcomes">What happened.</param>
/// <param name="Considered">The first 100 members looked at, with the reason for each.</param>
/// <param name="Counts">How many members by reason, all of them.</param>
public sealed record ExplainedStep(long At, IReadOnlyList<string> Outcomes, IReadOnlyList<Considered> Considered, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The same as <see cref="Outcomes"/>, with who was asked; null on steps of before this was kept.</summary>
    public IReadOnlyList<ExplainedOutcome>? Happened { get; init; }

    /// <summary>The thread's newest event once the step was done: what came after it is told after it. 0 on steps of before this was kept.</summary>
    public long Seq { get; init; }

    /// <summary>The ladder as it then was.</summary>
    public IReadOnlyList<Rung>? Ladder { get; init; }

    /// <summary>The team's hours were open.</summary>
    public bool? TeamOpen { get; init; }
}

/// <summary>One thing a step of matching did.</summary>
/// <param name="What"><c>offered, widened, handed_to_agents, withdrawn</c> or <c>parked</c>.</param>
/// <param name="Rung">On which rung, where one is meant.</param>
/// <param name="Members">Whom it concerns.</param>
public sealed record ExplainedOutcome(string What, int? Rung, IReadOnlyList<Guid> Members)
{
    public const string Offered = "offered", Widened = "widened", HandedToAgents = "handed_to_agents", Withdrawn = "withdrawn", Parked = RungKinds.Parked;

    public static ExplainedOutcome Of(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Offered o => new(Offered, o.Rung, o.Members),
        MatchOutcome.Widened w => new(Widened, w.Rung, []),
        MatchOutcome.HandedToAgents h => new(HandedToAgents, h.Rung, []),
        MatchOutcome.Withdrawn w => new(Withdrawn, null, [.. w.Offers.Select(o => o.Member)]),
        _ => new(Parked, null, []),
    };
}
