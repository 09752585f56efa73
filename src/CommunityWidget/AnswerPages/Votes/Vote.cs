namespace CommunityWidget.AnswerPages.Votes;

/// <summary>What one reader says of a page.</summary>
/// <param name="Mark">Known by it for the day.</param>
/// <param name="Kind">Of <see cref="VoteKinds"/>.</param>
/// <param name="Yes">It helped; it is true.</param>
/// <param name="Answer">The answer that helped.</param>
public sealed record Vote(string Mark, string Kind, bool Yes, string? Answer = null);

public static class VoteKinds
{
    /// <summary>Did it help?</summary>
    public const string Help = "help";

    /// <summary>Is it still true?</summary>
    public const string Truth = "truth";
}
