using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>What a step of matching decided. Deciding sends nothing; <see cref="ApplyOutcome"/> is the one place that acts.</summary>
public abstract record MatchOutcome
{
    /// <summary>A wave: the question is proposed to these members, on this rung.</summary>
    public sealed record Offered(int Rung, IReadOnlyList<Guid> Members, int OfferMs) : MatchOutcome;

    /// <summary>The next rung, with nobody asked: nobody can be now.</summary>
    public sealed record Widened(int Rung) : MatchOutcome;

    /// <summary>The agents have it.</summary>
    public sealed record HandedToAgents(int Rung) : MatchOutcome;

    /// <summary>Nobody now: it will be answered later.</summary>
    public sealed record Parked : MatchOutcome;

    /// <summary>Open offers end, no miss: their members have gone.</summary>
    public sealed record Withdrawn(IReadOnlyList<Offer> Offers) : MatchOutcome;

    /// <summary>A member won it.</summary>
    public sealed record Accepted(Guid Member) : MatchOutcome;

    /// <summary>It came back and climbs again, its age kept.</summary>
    public sealed record Requeued(string Reason) : MatchOutcome;
}

/// <summary>One step for one thread.</summary>
/// <param name="Outcomes">What happens, in order; none means wait.</param>
/// <param name="DueAt">When the thread must be looked at again at the latest.</param>
/// <param name="Considered">Who was looked at, and why they were asked or not.</param>
public sealed record MatchDecision(IReadOnlyList<MatchOutcome> Outcomes, long DueAt, IReadOnlyList<Considered> Considered)
{
    /// <summary>Nobody is looked for any more.</summary>
    public bool GivesUp => Outcomes.Any(o => o is MatchOutcome.Parked);

    /// <summary>Its visitor reads that the community had nobody for it.</summary>
    public bool LeavesCommunity => Outcomes.Any(o => o is MatchOutcome.HandedToAgents);
}

/// <summary>One member in one step.</summary>
/// <param name="Member">Member id.</param>
/// <param name="Rung">On which rung they were looked at.</param>
/// <param name="Verdict"><c>offered, not_connected, charter, full, other_language, other_topic, declined, missed, asked_already</c> or <c>wave_full</c>.</param>
/// <param name="Fit">Topic expertise, 1 to 5.</param>
public sealed record Considered(Guid Member, int Rung, string Verdict, double Fit);
