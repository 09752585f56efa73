namespace CommunityWidget.Judges.Sets;

/// <summary>What shops are asked: rows to hold a floor to its limit by, and others to see whether it keeps it.</summary>
internal static class ShopRows
{
    private const double MostStopped = 0.003;

    private static readonly HashSet<string> Shops = ["banking77", "bitext", "bitext-answers", "abcd", "fr-travail", "cnil-faq", "grumbles", "errands", "everyday"];

    private static readonly Dictionary<string, IReadOnlyList<string>> Known = [];

    public static IReadOnlyList<string> ToLimitBy(DataFolder data, string language) => Known.TryGetValue(language, out var known) ? known : Known[language] =
        [.. InsultSets.Good(data).Where(set => set.Language == language && Shops.Contains(set.Name)).SelectMany(set => set.Train).Select(row => row.Text)];

    public static IReadOnlyList<string> Asked(DataFolder data, string language) => language == "fr"
        ? [.. data.JsonLines("retrieval", "cnil-faq-fr", "queries.jsonl").Select(r => r.GetProperty("query").GetString()!)]
        : [.. data.JsonLines("questions", "amazon-appliances", "qa.jsonl").Select(r => r.GetProperty("question").GetString()!), .. data.Csv("retrieval", "banking77", "test.csv").Select(r => r["text"])];

    /// <summary>Above which score so few are stopped as may be; never below what anybody would have chosen.</summary>
    public static double Bound(IEnumerable<double> scores)
    {
        var sorted = scores.OrderDescending().ToList();
        return sorted.Count == 0 ? 0 : Math.Max(0, sorted[(int)(MostStopped * sorted.Count)]);
    }

    public static int MostOf(int rows) => (int)(MostStopped * rows);
}
