using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>The search everything else is made of: public pages of one site and language by how well they fit a text, the best first.</summary>
public sealed class FindPages(ReadQuery read, Candidates candidates)
{
    private const int FewestCompared = 64;

    /// <param name="site">Whose pages.</param>
    /// <param name="text">What is looked for, in any form.</param>
    /// <param name="language">Of the text: pages of other languages are not looked at.</param>
    /// <param name="limit">At most so many.</param>
    public Task<IReadOnlyList<Found>> Run(Guid site, string text, string language, int limit) => Of(Space.Of(site, language), Features.Read(text, language), limit);

    /// <summary>The same for somebody who searches: also by what nothing is suggested for, as the id of a product.</summary>
    /// <param name="site">Whose pages.</param>
    /// <param name="words">As typed.</param>
    /// <param name="language">Pages of other languages are not looked at.</param>
    /// <param name="limit">At most so many.</param>
    public Task<IReadOnlyList<Found>> Search(Guid site, string words, string language, int limit) => Of(Space.Of(site, language), Features.ReadSearch(words, language), limit);

    private async Task<IReadOnlyList<Found>> Of(Space space, Features features, int limit)
    {
        if (await read.Run(space, features) is not { } query) return [];
        return [.. (await candidates.For(space, query, Math.Max(FewestCompared, limit)))
            .Select(one => (Found: new Found(one.Page, Rank.Of(query, PageVector.Unpack(one.Vector))), one.Doc))
            .OrderByDescending(one => one.Found.Fit.Score).ThenBy(one => one.Doc).Take(limit).Select(one => one.Found)];
    }
}

/// <summary>A page that was found.</summary>
/// <param name="Page">Its edition.</param>
/// <param name="Fit">How well it fits.</param>
public sealed record Found(Guid Page, Fit Fit);
