namespace CommunityWidget.Database;

/// <summary>
/// Searching threads by word, where databases differ most. Both are given words that were cut and folded before, so that both find the same;
/// a word finds what begins with it, and every word must be there.
/// </summary>
public abstract class TextSearch
{
    /// <summary>Keeps the words of <c>@thread</c> of <c>@site</c> as of <c>@seq</c> in place of those kept before: <c>@words</c> made by <see cref="Words"/>, <c>@mark</c> the site's mark,
    /// <c>@number</c> its number, or null for one above all others.</summary>
    public abstract string Keep { get; }

    /// <summary>Forgets the words of <c>@thread</c>, for good.</summary>
    public abstract string Forget { get; }

    /// <summary>
    /// Finds what answers <c>@query</c> on <c>@site</c>: at most a limit of rows of <c>thread</c> and <c>number</c>, the largest numbers below <c>@below</c>;
    /// a larger one was read later. <paramref name="narrowed"/> are more conditions on the thread <c>t</c>.
    /// </summary>
    public abstract string Hits(string narrowed, int limit);

    public abstract object Words(IReadOnlyCollection<string> words, string mark);

    /// <summary>The query for these words on one site, each with all ways to write it. Words are letters and digits only.</summary>
    public abstract string Query(IReadOnlyCollection<IReadOnlyList<string>> words, string mark);
}
