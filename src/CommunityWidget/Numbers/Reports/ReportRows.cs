using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers.Reports;

/// <summary>A question as reports read it.</summary>
public record QuestionRow
{
    public long AskedAt { get; init; }
    public string Language { get; init; } = "";
    public string? Topic { get; init; }
    public string Outcome { get; init; } = "";
    public long? TakenMs { get; init; }
    public string? TakenRung { get; init; }
    public bool ReachedTeam { get; init; }
    public long? Stars { get; init; }
    public long VisitorMessages { get; init; }
    public long SuperUserMessages { get; init; }
    public long TeamMessages { get; init; }

    /// <summary>For how long a moderator had it before anybody could be asked.</summary>
    public long HeldMs { get; init; }

    /// <summary>Who took it, wrote in it or helped.</summary>
    public IReadOnlyList<Did> Members { get; init; } = [];
}

/// <summary>How long members could be asked in one hour, all together.</summary>
public sealed record HourRow
{
    public long Hour { get; init; }
    public long Minutes { get; init; }
}

/// <summary>How long a member could be asked.</summary>
public sealed record PresentRow
{
    public Guid Member { get; init; }
    public long Minutes { get; init; }
}

/// <summary>A visitor's words with their stars.</summary>
public sealed record SaidRow
{
    public Guid Thread { get; init; }
    public long AskedAt { get; init; }
    public long Stars { get; init; }
    public string PublicId { get; init; } = "";
    public string Words { get; init; } = "";
}
