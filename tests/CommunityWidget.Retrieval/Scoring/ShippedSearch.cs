using System.Diagnostics;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Ranking;
using CommunityWidget.Retrieval.Sets;
using CommunityWidget.Retrieval.Shelves;

namespace CommunityWidget.Retrieval.Scoring;

/// <summary>The product's own search, as pages of a site in a database find it.</summary>
internal static class ShippedSearch
{
    public static async Task<Ranked> Rank(QuestionSet set, Place place)
    {
        await using var shelf = await place.Fill(set);
        var (find, lists, with, without) = (shelf.Get<FindPages>(), new List<IReadOnlyList<(int, double)>>(), new List<int?>(), new List<int?>());
        var started = Stopwatch.GetTimestamp();
        foreach (var question in set.Questions)
        {
            // One more than is read: a question may find itself.
            var found = (await find.Run(shelf.Site, question.Text, set.Language, question.Among is null ? set.Depth + 1 : set.Pages.Count)).Select(one => (Page: shelf.Number(one.Page), one.Fit)).Where(one => one.Page != question.But).ToList();
            lists.Add(question.Among is { } among ? InOrder(among, found.ToDictionary(one => one.Page, one => one.Fit.Score)) : [.. found.Take(set.Depth).Select(one => (one.Page, one.Fit.Score))]);
            with.Add(First(found));
            without.Add(First(found.Where(one => !set.Answers(question, one.Page))));
        }
        return new($"shipped, {place.Name}", lists, set.IsLikeness ? null : new(with, without), Stopwatch.GetElapsedTime(started).TotalMilliseconds / set.Questions.Count);
    }

    private static int? First(IEnumerable<(int Page, Fit Fit)> found) => found.Where(one => one.Fit.IsSure).Select(one => (int?)one.Page).FirstOrDefault();

    private static IReadOnlyList<(int, double)> InOrder(IReadOnlyList<int> among, Dictionary<int, double> scores) =>
        [.. among.Select(page => (page, scores.GetValueOrDefault(page))).OrderByDescending(one => one.Item2)];
}
