using System.Diagnostics;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Ranking;
using CommunityWidget.Retrieval.Sets;
using CommunityWidget.Retrieval.Shelves;

namespace CommunityWidget.Retrieval.Scoring;

/// <summary>The product's own search, as pages of a site in a database find it.</summary>
internal static class ShippedSearch
{
    /// <summary>What is found, and what the search page shows of it; where only some pages are put in order, that page has no part.</summary>
    public static async Task<IReadOnlyList<Ranked>> Rank(QuestionSet set, Place place)
    {
        await using var shelf = await place.Fill(set);
        var (find, lists, with, without) = (shelf.Get<FindPages>(), new List<IReadOnlyList<(int, double)>>(), new List<int?>(), new List<int?>());
        var started = Stopwatch.GetTimestamp();
        foreach (var question in set.Questions)
        {
            // One more than is read: a question may find itself.
            var ordered = (await find.Run(shelf.Site, question.Text, set.Language, question.Among is null ? set.Depth + 1 : set.Pages.Count)).Select(one => (Page: shelf.Number(one.Page), one.Fit)).Where(one => one.Page != question.But).ToList();
            lists.Add(question.Among is { } among ? InOrder(among, ordered.ToDictionary(one => one.Page, one => one.Fit.Score)) : [.. ordered.Take(set.Depth).Select(one => (one.Page, one.Fit.Score))]);
            with.Add(First(ordered));
            without.Add(First(ordered.Where(one => !set.Answers(question, one.Page))));
        }
        var found = new Ranked($"shipped, {place.Name}", lists, set.IsLikeness ? null : new(with, without), Stopwatch.GetElapsedTime(started).TotalMilliseconds / set.Questions.Count);
        return set.IsLikeness || set.Questions.Any(question => question.Among is not null) ? [found] : [found, await Shown(set, place, shelf)];
    }

    // In the order of the page, which tells no scores.
    private static async Task<Ranked> Shown(QuestionSet set, Place place, Shelf shelf)
    {
        var (search, lists, started) = (shelf.Get<SearchPages>(), new List<IReadOnlyList<(int, double)>>(), Stopwatch.GetTimestamp());
        foreach (var question in set.Questions)
        {
            var shown = (await search.Find(shelf.Site, question.Text, ShownBefore.Nothing, SearchPages.MostFound)).Pages.Select(page => shelf.Number(page.Id)).Where(page => page != question.But);
            lists.Add([.. shown.Take(set.Depth).Select((page, at) => (page, -(double)at))]);
        }
        return new($"search page, {place.Name}", lists, null, Stopwatch.GetElapsedTime(started).TotalMilliseconds / set.Questions.Count);
    }

    private static int? First(IEnumerable<(int Page, Fit Fit)> found) => found.Where(one => one.Fit.IsSure).Select(one => (int?)one.Page).FirstOrDefault();

    private static IReadOnlyList<(int, double)> InOrder(IReadOnlyList<int> among, Dictionary<int, double> scores) =>
        [.. among.Select(page => (page, scores.GetValueOrDefault(page))).OrderByDescending(one => one.Item2)];
}
