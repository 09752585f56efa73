using CommunityWidget.Contracts;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>What the numbers count of one question.</summary>
public sealed record Tally
{
    public Guid Thread { get; init; }
    public Guid Site { get; init; }
    public long AskedAt { get; init; }

    /// <summary>The newest event it was made from.</summary>
    public long Seq { get; init; }

    public string Language { get; init; } = "";
    public string? Topic { get; init; }

    /// <summary>One of <see cref="Ends"/>.</summary>
    public string Outcome { get; init; } = Ends.Open;

    /// <summary>For how long it was held before a moderator let it through; 0 for all others.</summary>
    public long HeldMs { get; init; }

    /// <summary>From asking, or from being let through, until somebody first took it, or answered it while it was parked; null when nobody did.</summary>
    public long? TakenMs { get; init; }

    /// <summary>On which rung that was: one of <see cref="RungKinds"/>.</summary>
    public string? TakenRung { get; init; }

    /// <summary>From the same moment until a member's first message to the visitor.</summary>
    public long? AnsweredMs { get; init; }

    /// <summary>It stood on the team's rung, or somebody of the team answered.</summary>
    public bool ReachedTeam { get; init; }

    public long? Stars { get; init; }

    /// <summary>The rating that came with words; the words stay where they are.</summary>
    public long? WordsSeq { get; init; }

    public long VisitorMessages { get; init; }
    public long SuperUserMessages { get; init; }
    public long TeamMessages { get; init; }
}

/// <summary>What one member did in one question.</summary>
public sealed record MemberTally
{
    public Guid Thread { get; init; }
    public Guid Member { get; init; }

    /// <summary><see cref="Roles.SuperUser"/> or <see cref="Roles.Agent"/>: what they were when they first acted in it.</summary>
    public string ActedAs { get; init; } = Roles.SuperUser;

    /// <summary>They were the first to take it.</summary>
    public bool Took { get; init; }

    public long Messages { get; init; }

    /// <summary>They came to help, or what another sent was their idea.</summary>
    public bool Helped { get; init; }
}

/// <summary>A question counted.</summary>
public sealed record Counted(Tally Tally, IReadOnlyList<MemberTally> Members);

/// <summary>By whom a question was answered, or why not. Every question is in exactly one.</summary>
public static class Ends
{
    /// <summary>Answered by a super user before it was ever parked.</summary>
    public const string SuperUsers = "super_users";

    /// <summary>Answered by the team before it was ever parked.</summary>
    public const string Team = "team";

    /// <summary>Answered, by whomever, after it had been parked.</summary>
    public const string Later = "later";

    /// <summary>Not answered yet, and not closed.</summary>
    public const string Open = "open";

    /// <summary>Nobody had taken it when the visitor withdrew it.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Somebody took it, and it closed without a word to the visitor.</summary>
    public const string Wordless = "wordless";

    /// <summary>Nobody took it, and it closed by itself.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>No moderator let it through: nobody could have answered.</summary>
    public const string KeptBack = "kept_back";

    public static readonly IReadOnlyList<string> All = [SuperUsers, Team, Later, Open, Withdrawn, Wordless, Unanswered, KeptBack];
}
