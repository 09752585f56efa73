namespace CommunityWidget.Import;

/// <summary>One file on its way in, or in.</summary>
public sealed record ImportRecord
{
    public Guid Id { get; init; }
    public Guid Site { get; init; }

    /// <summary>What it was called.</summary>
    public string File { get; init; } = "";

    public string ContentHash { get; init; } = "";

    /// <summary>So many of its rows are settled.</summary>
    public long Place { get; init; }

    public long Published { get; init; }
    public long ToReview { get; init; }

    /// <summary>Were here already.</summary>
    public long Known { get; init; }

    public long Rejected { get; init; }
    public long StartedAt { get; init; }
    public long StirredAt { get; init; }
    public long? FinishedAt { get; init; }
    public long? TakenBackAt { get; init; }

    public ImportRecord Plus(long rows, long published = 0, long toReview = 0, long known = 0, long rejected = 0) => this with
    {
        Place = Place + rows, Published = Published + published, ToReview = ToReview + toReview, Known = Known + known, Rejected = Rejected + rejected,
    };
}
