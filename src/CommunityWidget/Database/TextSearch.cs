namespace CommunityWidget.Database;

/// <summary>
/// Searching threads by word, where databases differ most. Both are given words that were cut and folded before, so that both find the same;
/// a word finds what begins with it, and every word must be there.
/// </summary>
public abstract class TextSearch
{
    /// <summary>Keeps the words of <c>@thread</c> of <c>@site</c> as of <c>@seq</c> in place of those kept before: <c>@words</c> made by <see cref="Words"/>, <c>@mark</c> the site's mark.</summary>
    public abstract string Keep { get; }

    /// <summary>Forgets the words of <c>@thread</c>, for good.</summary>
    public abstract string Forget { get; }

    /// <summary>Stands behind <c>from</c>: the kept words as <c>d</c>, with its <c>id</c> and <c>thread</c>, those that answer <c>@query</c>.</summary>
    public abstract string Found { get; }

    /// <summary>The condition for <see cref="Found"/>.</summary>
    public abstract string Answers { get; }

    /// <summary>What is compared and sorted by: a larger number was read later.</summary>
    public abstract string Number { get; }

    public abstract object Words(IReadOnlyCollection<string> words, string mark);

    /// <summary>The query for these words on one site. Words are letters and digits only.</summary>
    public abstract string Query(IReadOnlyCollection<string> words, string mark);
}
