using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Matching;

/// <summary>A super user who chose to be available, as one pass of matching sees them.</summary>
/// <param name="Member">The row at the start of the pass.</param>
/// <param name="Connected">Heard from lately.</param>
/// <param name="Topics">Topics they answer, with how their answers were rated.</param>
public sealed record Candidate(Member Member, bool Connected, IReadOnlyDictionary<string, MemberTopic> Topics)
{
    // A newcomer counts as five answers of 3.5 stars: one lucky five does not beat a hundred fours.
    private const double PriorCount = 5, PriorStars = 3.5;

    /// <summary>Said goodbye, or was silent for too long, and not heard from since. Somebody of whom nothing is known has not left.</summary>
    public bool Left => HeardBefore && !Connected && !MayReturn;

    /// <summary>Presence began to be known a moment ago and they were not heard since: perhaps on their way back.</summary>
    public bool MayReturn { get; init; }

    /// <summary>Something is known of them, however old.</summary>
    public bool HeardBefore { get; init; }

    /// <summary>Has agreed to the charter, where there is one.</summary>
    public bool Agreed { get; init; } = true;

    /// <summary>Offers made in this pass, on top of the row.</summary>
    public int OfferedNow { get; set; }

    public bool Answers => Member.Is(Roles.SuperUser) || Member.Is(Roles.Agent) || Member.Is(Roles.Admin);

    public bool HasFreeSeat => Member.Busy + Member.Offered + OfferedNow < Member.Seats;

    public bool Knows(string? topic) => topic is null || Topics.ContainsKey(topic);

    public double Fit(string? topic) => topic is not null && Topics.TryGetValue(topic, out var rated)
        ? ((PriorCount * PriorStars) + rated.RatedSum) / (PriorCount + rated.RatedCount)
        : 0;
}
