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
    public async Task<IReadOnlyList<Found>> Run(Guid site, string text, string language, int limit)
    {
        var space = Space.Of(site, language);
        if (await read.Run(space, Features.Read(text, language)) is not { } query) return [];
        return [.. (await candidates.For(space, query, Math.Max(FewestCompared, limit)))
            .Select(one => (Found: new Found(one.Page, Rank.Of(query, PageVector.Unpack(one.Vector))), one.Doc))
            .OrderByDescending(one => one.Found.Fit.Score).ThenBy(one => one.Doc).Take(limit).Select(one => one.Found)];
    }
}

/// <summary>A page that was found.</summary>
/// <param name="Page">Its edition.</param>
/// <param name="Fit">How well it fits.</param>
public sealed record Found(Guid Page, Fit Fit);
