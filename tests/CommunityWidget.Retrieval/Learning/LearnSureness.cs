using System.Globalization;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Ranking;
using CommunityWidget.Retrieval.Sets;
using CommunityWidget.Retrieval.Shelves;

namespace CommunityWidget.Retrieval.Learning;

/// <summary>
/// Learns from which fit on the first page found answers: of each question of some sets once with the pages that answer it and once without them. Every set
/// weighs the same, and for each it is told how what was learned of the others alone does on it.
/// </summary>
internal sealed class LearnSureness(Place place, TextWriter to)
{
    private const int Rounds = 4_000, Looked = 100;
    private const double Step = 1, MostAlike = 1.5;

    public async Task Run(IReadOnlyList<QuestionSet> sets)
    {
        var seen = new List<(QuestionSet Set, List<First> Firsts)>();
        foreach (var set in sets) seen.Add((set, await Firsts(set)));
        foreach (var (set, firsts) in seen) to.WriteLine(Invariant($"{set.Name}: {firsts.Count} first pages, {firsts.Count(first => first.Answers)} of them answer"));
        foreach (var (set, firsts) in seen.Where(_ => seen.Count > 1))
            to.WriteLine(Told($"learned without {set.Name}, on it", Fit([.. seen.Where(one => one.Set != set).Select(one => one.Firsts)]), firsts));
        var learned = Fit([.. seen.Select(one => one.Firsts)]);
        foreach (var (set, firsts) in seen) to.WriteLine(Told($"learned of all, on {set.Name}", learned, firsts));
        to.WriteLine(Invariant($"Bias = {learned[0]:f2}, ByLikeness = {learned[1]:f2}, ByTelling = {learned[2]:f2}"));
    }

    private async Task<List<First>> Firsts(QuestionSet set)
    {
        await using var shelf = await place.Fill(set);
        var (find, firsts) = (shelf.Get<FindPages>(), new List<First>());
        foreach (var question in set.Questions)
        {
            var found = (await find.Run(shelf.Site, question.Text, set.Language, Looked)).Select(one => (Page: shelf.Number(one.Page), one.Fit)).Where(one => one.Page != question.But).ToList();
            var others = found.Where(one => !set.Answers(question, one.Page)).ToList();
            if (found.Count > 0) firsts.Add(new(Values(found[0].Fit), set.Answers(question, found[0].Page), IsThere: true));
            if (others.Count > 0) firsts.Add(new(Values(others[0].Fit), false, IsThere: false));
        }
        return firsts;
    }

    private static double[] Values(Fit fit) => [1, Math.Min(fit.Likeness, MostAlike), Math.Log(1 + fit.Telling)];

    // Logistic regression by gradient descent: three numbers need no more.
    private static double[] Fit(IReadOnlyList<List<First>> sets)
    {
        var weights = new double[3];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[3];
            foreach (var set in sets)
            {
                foreach (var first in set)
                {
                    var error = (Chance(weights, first) - (first.Answers ? 1 : 0)) / set.Count / sets.Count;
                    for (var at = 0; at < slope.Length; at++) slope[at] += error * first.Values[at];
                }
            }
            for (var at = 0; at < slope.Length; at++) weights[at] -= Step * slope[at];
        }
        return weights;
    }

    private static double Chance(double[] weights, First first) => 1 / (1 + Math.Exp(-weights.Zip(first.Values, (weight, value) => weight * value).Sum()));

    private static string Told(string what, double[] weights, List<First> firsts)
    {
        var (there, gone) = (firsts.Where(first => first.IsThere).ToList(), firsts.Where(first => !first.IsThere).ToList());
        var offered = there.Where(first => Chance(weights, first) >= AnswerPages.Searching.Ranking.Fit.Sure).ToList();
        var silent = gone.Count(first => Chance(weights, first) < AnswerPages.Searching.Ranking.Fit.Sure);
        return Invariant($"  {what}: offers {(double)offered.Count / there.Count:f3} right {(offered.Count == 0 ? 0 : (double)offered.Count(first => first.Answers) / offered.Count):f3} silent {(double)silent / gone.Count:f3}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Values">What one goes by.</param>
    /// <param name="Answers">Whether it does.</param>
    /// <param name="IsThere">Whether any page answers.</param>
    private sealed record First(double[] Values, bool Answers, bool IsThere);
}
