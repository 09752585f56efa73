namespace CommunityWidget.Numbers.Reports;

/// <summary>The numbers of one period.</summary>
public sealed record Report
{
    public required Period Period { get; init; }

    /// <summary>Up to now only.</summary>
    public required Span Span { get; init; }

    public required Span SpanBefore { get; init; }
    public required Summary All { get; init; }

    /// <summary>The same of the period before.</summary>
    public required Summary Before { get; init; }

    public required IReadOnlyList<Group> ByRung { get; init; }
    public required IReadOnlyList<Group> ByTopic { get; init; }
    public required IReadOnlyList<Group> ByLanguage { get; init; }

    /// <summary>All 24, empty ones too.</summary>
    public required IReadOnlyList<Group> ByHour { get; init; }

    /// <summary>Every day, or every week of a long period, empty ones too; by the day each begins with.</summary>
    public required IReadOnlyList<Group> ByDay { get; init; }

    public required bool ByWeek { get; init; }
    public required IReadOnlyList<MemberLine> Members { get; init; }
    public required Participation Participation { get; init; }
    public required Participation ParticipationBefore { get; init; }
    public required Coverage Coverage { get; init; }

    /// <summary>Questions that a public answer spared, shown while they were typed.</summary>
    public required long AnsweredBefore { get; init; }

    public required long AnsweredBeforeBefore { get; init; }
}
