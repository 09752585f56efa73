using CommunityWidget.AnswerPages;

namespace CommunityWidget.Moderation.Readers;

/// <summary>An answer to a published page, or another wording of one there, before a moderator has decided. Its text is kept masked.</summary>
public sealed record ProposedAnswer
{
    public Guid Id { get; init; }

    /// <summary>10 characters: the address at which whoever wrote it reads what became of it.</summary>
    public string PublicId { get; init; } = "";

    public Guid Site { get; init; }
    public Guid Page { get; init; }

    /// <summary>The answer of the page that it words anew; null for a new one.</summary>
    public string? Rewords { get; init; }

    /// <summary>The member whose answer it words anew; null for a reader.</summary>
    public Guid? Member { get; init; }

    /// <summary>A reader's pseudonym.</summary>
    public string? AuthorName { get; init; }

    public string Body { get; init; } = "";

    /// <summary>The reader's mark of the day; empty for a member.</summary>
    public string Mark { get; init; } = "";

    public string State { get; init; } = ProposedStates.Review;

    /// <summary>What a judge doubted, separated by spaces.</summary>
    public string Risks { get; init; } = "";

    /// <summary>Of what whoever wrote it shows to see it again and have it erased; null for a member.</summary>
    public string? KeyHash { get; init; }

    public long At { get; init; }
    public long? DecidedAt { get; init; }

    /// <summary>Once it took the place of other words: when those were worded anew, and what was said of their page.</summary>
    public long? WasRewordedAt { get; init; }

    public long? WasCheckedAt { get; init; }
    public long? WasOutdatedAt { get; init; }

    /// <summary>Null where the page was not touched, or a node of the release before decided.</summary>
    public long? WasDoubts { get; init; }

    /// <summary>The words it took the place of, which stand here meanwhile.</summary>
    public WordedBefore Was => new() { Body = Body, RewordedAt = WasRewordedAt, CheckedAt = WasCheckedAt, OutdatedAt = WasOutdatedAt, Doubts = WasDoubts };

    public IReadOnlyList<string> RiskList => Risks.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

public static class ProposedStates
{
    public const string Review = "review", Published = "published", Rejected = "rejected";

    /// <summary>Nothing of it is left; counts towards what its reader may send a day.</summary>
    public const string Erased = "erased";
}
