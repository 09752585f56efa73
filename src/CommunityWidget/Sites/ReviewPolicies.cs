namespace CommunityWidget.Sites;

/// <summary>Which drafts a moderator reads before they are public.</summary>
public static class ReviewPolicies
{
    /// <summary>Every one.</summary>
    public const string All = "all";

    /// <summary>Those of trusted members without anything doubtful go straight through.</summary>
    public const string Trusted = "trusted";

    /// <summary>Only those with something doubtful are read.</summary>
    public const string Doubtful = "doubtful";

    public static readonly IReadOnlyList<string> Known = [All, Trusted, Doubtful];
}
