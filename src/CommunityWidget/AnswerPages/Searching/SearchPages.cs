using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>The search page of a site: pages of all its languages by how well they fit some words, part by part.</summary>
public sealed class SearchPages(Db db, FindPages find, EditionStore editions)
{
    /// <summary>Nobody reads on further; beyond it other words help.</summary>
    public const int MostFound = 100;

    // A page that has none of the words but letters of them is not meant.
    private const double LeastCovered = 0.2;

    /// <param name="site">Whose pages.</param>
    /// <param name="words">As typed.</param>
    /// <param name="before">What is not shown again: nothing for the first part, else <see cref="FoundPages.Next"/>.</param>
    /// <param name="limit">At most so many.</param>
    public async Task<FoundPages> Find(Guid site, string words, ShownBefore before, int limit)
    {
        var languages = await db.Query<string>("select language from search_spaces where site = @site and pages > 0 order by language", new { site });
        // Side by side: where the database is another program, each language is two ways there and back.
        var all = await Task.WhenAll(languages.Select(language => find.Search(site, words, language, MostFound)));
        var here = Together(all.Select(found => found.Where(one => one.Fit.Covered >= LeastCovered && !before.Has(one.Page)).ToList())).Take(MostFound - before.Count).ToList();
        var shown = here.Take(limit).ToList();
        var pages = (await editions.Public(site, [.. shown.Select(one => one.Page)])).ToDictionary(page => page.Id);
        return new([.. shown.Where(one => pages.ContainsKey(one.Page)).Select(one => pages[one.Page])], before.Count + here.Count, limit < here.Count ? before.With(shown.Select(one => one.Page)) : null);
    }

    // Scores of two languages are not of one measure; how much of the words is on the page is. So it says which language goes on, and each keeps its order: a page
    // stands as high as the surest behind it, and those of one height stay as they were.
    private static IEnumerable<Found> Together(IEnumerable<List<Found>> languages) => languages.SelectMany(found =>
    {
        var surest = 0.0;
        return Enumerable.Reverse(found).Select(one => (Found: one, Height: surest = Math.Max(surest, one.Fit.Sureness))).Reverse().ToList();
    }).OrderByDescending(one => one.Height).Select(one => one.Found);
}

/// <summary>What was found.</summary>
/// <param name="Pages">The best first.</param>
/// <param name="Count">How many in all, at most <see cref="SearchPages.MostFound"/>.</param>
/// <param name="Next">What the next part leaves out; null where there is none.</param>
public sealed record FoundPages(IReadOnlyList<Edition> Pages, int Count, ShownBefore? Next);
