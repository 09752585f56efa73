using CommunityWidget.Retrieval.Sets;

namespace CommunityWidget.Retrieval.Scoring;

/// <summary>What is usually printed of a ranking. A question that no page answers counts as zero, as the official scorers have it.</summary>
internal sealed record Measures(double Map, double Mrr, double First, double FirstFive)
{
    public static Measures Of(QuestionSet set, Ranked ranked)
    {
        var groups = set.Pages.Where(page => page.IsRight).CountBy(page => page.Group).ToDictionary();
        var each = set.Questions.Select((question, i) => One(set, question, ranked.Lists[i], groups.GetValueOrDefault(question.Group) - (question.But is null ? 0 : 1))).ToList();
        return new(each.Average(one => one.Map), each.Average(one => one.Mrr), each.Average(one => one.First), each.Average(one => one.FirstFive));
    }

    private static Measures One(QuestionSet set, SetQuestion question, IReadOnlyList<(int Page, double Score)> list, int right)
    {
        var (sum, hits, first) = (0.0, 0, int.MaxValue);
        for (var at = 0; at < Math.Min(list.Count, set.Depth); at++)
        {
            if (!set.Answers(question, list[at].Page)) continue;
            hits++;
            sum += (double)hits / (at + 1);
            first = Math.Min(first, at);
        }
        return hits == 0 ? new(0, 0, 0, 0) : new(sum / Math.Min(right, set.Depth), 1.0 / (first + 1), first == 0 ? 1 : 0, first < 5 ? 1 : 0);
    }

    /// <summary>How far two orders agree: 1 the same, 0 nothing to do with each other.</summary>
    public static double Spearman(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var (a, b) = (Ranks(one), Ranks(other));
        var (meanA, meanB) = (a.Average(), b.Average());
        var both = a.Zip(b).Sum(pair => (pair.First - meanA) * (pair.Second - meanB));
        return both / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(x => (x - meanB) * (x - meanB)));
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var (order, ranks) = (Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray(), new double[values.Count]);
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && values[order[to]].Equals(values[order[from]])) to++;
            for (var i = from; i < to; i++) ranks[order[i]] = (from + to - 1) / 2.0;
            from = to;
        }
        return ranks;
    }
}
