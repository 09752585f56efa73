using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>What moderators said or did to a member, why, and what the member said to it.</summary>
public sealed record Sanction
{
    public Guid Id { get; init; }
    public Guid Site { get; init; }
    public Guid Member { get; init; }

    /// <summary>Of <see cref="SanctionKinds"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The conversation it came of, if that is known: what is said about it may quote who asked there.</summary>
    public Guid? Thread { get; init; }

    /// <summary>As the member reads it; <see cref="SanctionWords.Erased"/> once the conversation it quotes was erased, as are <see cref="Appeal"/> and <see cref="Answer"/>.</summary>
    public string Reason { get; init; } = "";

    public Guid IssuedBy { get; init; }
    public long IssuedAt { get; init; }

    /// <summary>Null for a reminder, which has no term, and for an exclusion, which lasts until it is lifted.</summary>
    public long? EndsAt { get; init; }

    public long? LiftedAt { get; init; }
    public Guid? LiftedBy { get; init; }
    public string? Appeal { get; init; }
    public long? AppealedAt { get; init; }
    public string? Answer { get; init; }
    public Guid? AnsweredBy { get; init; }
    public long? AnsweredAt { get; init; }

    public bool Lasts => Kind != SanctionKinds.Reminder;

    public bool IsActiveAt(long now) => Lasts && LiftedAt is null && (EndsAt ?? MemberConduct.Open) > now;

    public bool MayBeAppealed => AppealedAt is null && LiftedAt is null;
}

public static class SanctionKinds
{
    public const string Reminder = "reminder", Probation = "probation", Suspension = "suspension", Exclusion = "exclusion";

    /// <summary>From the mildest on.</summary>
    public static readonly IReadOnlyList<string> All = [Reminder, Probation, Suspension, Exclusion];

    /// <summary>Those that have a term.</summary>
    public static bool HasTerm(string kind) => kind is Probation or Suspension;

    /// <summary>Those that shut the member out while they last.</summary>
    public static bool ShutsOut(string kind) => kind is Suspension or Exclusion;
}

/// <summary>What a moderator decides.</summary>
/// <param name="Kind">Of <see cref="SanctionKinds"/>.</param>
/// <param name="Days">How long, for what has a term.</param>
/// <param name="Reason">As the member will read it.</param>
/// <param name="About">Public id of the conversation it is about; null: of the one that what speaks against the member came from last.</param>
public sealed record SanctionOrder(string? Kind, int? Days, string? Reason, string? About = null);
