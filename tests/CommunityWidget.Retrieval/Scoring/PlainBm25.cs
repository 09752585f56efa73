using System.Text;
using CommunityWidget.Retrieval.Sets;

namespace CommunityWidget.Retrieval.Scoring;

/// <summary>The counterpart: words as they are written, in lower case, and the formula everybody begins with (k1 1.2, b 0.75), over title, question and answer as one text.</summary>
internal static class PlainBm25
{
    private const double K1 = 1.2, B = 0.75;

    public static Ranked Rank(QuestionSet set)
    {
        var pages = set.Pages.Select(page => Words($"{page.Title} {page.Question} {page.Answer}")).ToList();
        var average = pages.Average(page => (double)page.Count);
        var postings = new Dictionary<string, List<(int Page, int Count)>>();
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var word in pages[i].GroupBy(word => word))
            {
                if (!postings.TryGetValue(word.Key, out var list)) postings[word.Key] = list = [];
                list.Add((i, word.Count()));
            }
        }
        var lists = set.Questions.Select(question => One(question)).ToList();
        return new("plain BM25", lists, null, 0);

        IReadOnlyList<(int, double)> One(SetQuestion question)
        {
            var scores = new double[pages.Count];
            foreach (var word in Words(question.Text))
            {
                if (!postings.TryGetValue(word, out var with)) continue;
                var idf = Math.Log(1 + (pages.Count - with.Count + 0.5) / (with.Count + 0.5));
                foreach (var (page, count) in with) scores[page] += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * pages[page].Count / average));
            }
            return question.Among is { } among
                ? [.. among.Select(page => (page, scores[page])).OrderByDescending(one => one.Item2)]
                : [.. Enumerable.Range(0, pages.Count).Where(page => page != question.But && scores[page] > 0).Select(page => (page, scores[page])).OrderByDescending(one => one.Item2).Take(set.Depth)];
        }
    }

    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var c in text + " ")
        {
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }
}
