namespace CommunityWidget.Sites;

/// <summary>For how many days each class of what was said is kept; kept as JSON.</summary>
/// <param name="Unanswered">Questions nobody answered, from their closing.</param>
/// <param name="Private">Conversations that were not published, from their closing.</param>
/// <param name="Published">Conversations behind a published page, from its withdrawal.</param>
/// <param name="Audit">The record of who changed what.</param>
/// <param name="Numbers">What questions added up to, without what was said.</param>
public sealed record Retention(int Unanswered = 90, int Private = 365, int Published = 1_825, int Audit = 365, int Numbers = 1_825)
{
    /// <summary>A visitor without a conversation: as long as their widget remembers them.</summary>
    public const int IdleVisitors = 30;

    public const int Least = 7, Most = 3_650;
}
