using CommunityWidget.Matching;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Numbers.Explaining;

/// <summary>One question's way, as it went.</summary>
/// <param name="Thread">The question.</param>
/// <param name="Question">What was asked; null when it is gone.</param>
/// <param name="Moments">Everything that moved it, in order.</param>
/// <param name="Names">The names of all it speaks of; who is gone has none.</param>
public sealed record Story(ThreadRecord Thread, string? Question, IReadOnlyList<StoryMoment> Moments, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Something that happened at a moment.</summary>
public abstract record StoryMoment(long At)
{
    /// <summary>The thread changed state, hands or rung.</summary>
    public sealed record Changed(EventRow Event) : StoryMoment(Event.At);

    /// <summary>A member's first message to the visitor.</summary>
    public sealed record Answered(EventRow Event) : StoryMoment(Event.At);

    /// <summary>The ladder that holds from here on.</summary>
    public sealed record OnLadder(long At, long AfterSeq, Ladder Ladder) : StoryMoment(At);

    /// <summary>A step of matching.</summary>
    public sealed record Matched(ExplainedStep Step) : StoryMoment(Step.At);

    /// <summary>Offers that ended alike at once, without being accepted.</summary>
    public sealed record Ended(long At, string How, IReadOnlyList<Offer> Offers) : StoryMoment(At);
}
