using CommunityWidget.Contracts;

namespace CommunityWidget.AnswerPages;

/// <summary>One answer of an edition: what one person wrote, joined.</summary>
public sealed record Answer
{
    public Guid Page { get; init; }
    public long Position { get; init; }

    /// <summary>Its address within the page, whatever becomes of the others; given when it is stored.</summary>
    public string Id { get; init; } = "";

    /// <summary>Who wrote it; nobody of ours when a reader of the page did, or somebody elsewhere.</summary>
    public Guid? Member { get; init; }

    /// <summary>The pseudonym of an author who is no member.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The draft it was said in, where that was found to be a double of this page.</summary>
    public Guid? MergedFrom { get; init; }

    /// <summary>The events it was made of, separated by spaces.</summary>
    public string SourceSeqs { get; init; } = "";

    public string Body { get; init; } = "";
    public string State { get; init; } = Accepted;
    public long Votes { get; init; }
    public long AnsweredAt { get; init; }

    /// <summary>When it was last worded anew, if it was.</summary>
    public long? RewordedAt { get; init; }

    public long ChangedAt => Math.Max(AnsweredAt, RewordedAt ?? 0);

    /// <summary>Read with the answer: the member's pseudonym.</summary>
    public string? MemberName { get; init; }

    /// <summary>Read with the answer.</summary>
    public string? MemberRoles { get; init; }

    /// <summary>Read for readers: when the member joined, and how many their answers helped.</summary>
    public long? MemberSince { get; init; }

    public long MemberThanks { get; init; }

    /// <summary>Read for readers: how many answers its page has.</summary>
    public long InAll { get; init; }

    public const string Accepted = "accepted", Suggested = "suggested";

    public bool IsAccepted => State == Accepted;

    /// <summary>The pseudonym shown beside it; nobody's once its author is erased.</summary>
    public string? Author => Member is null ? AuthorName : MemberName;

    /// <summary>Written on the page itself, by somebody without an account. What was brought in from elsewhere names what it was made of; of a double's answers nobody knows any more.</summary>
    public bool IsByReader => Member is null && AuthorName is not null && SourceSeqs.Length == 0 && MergedFrom is null;

    /// <summary>As a page shows them, which is read in this order: the accepted one first, then what helped most.</summary>
    public static IEnumerable<Answer> InOrder(IEnumerable<Answer> answers) => answers.OrderByDescending(answer => answer.IsAccepted).ThenByDescending(answer => answer.Votes).ThenBy(answer => answer.Position);

    /// <summary>False for everyone who also works for the shop.</summary>
    public bool IsByVolunteer => MemberRoles == Roles.SuperUser;
}
