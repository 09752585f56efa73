namespace CommunityWidget.Numbers.Reports;

/// <summary>A question as reports read it.</summary>
public sealed record QuestionRow
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
}

/// <summary>What a member did in one question.</summary>
public sealed record MemberRow
{
    public Guid Member { get; init; }
    public bool Took { get; init; }
    public long Messages { get; init; }

    /// <summary>Where they were the one who took it.</summary>
    public long? TakenMs { get; init; }

    public long? Stars { get; init; }
}

/// <summary>How long a member could be asked in one hour.</summary>
public sealed record AvailableRow
{
    public long Hour { get; init; }
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
