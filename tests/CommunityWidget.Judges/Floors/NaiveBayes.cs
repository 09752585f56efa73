using CommunityWidget.Judges.Sets;

namespace CommunityWidget.Judges.Floors;

/// <summary>The plain multinomial naive Bayes over words, with add-one smoothing: what anybody would try first.</summary>
internal sealed class NaiveBayes
{
    private readonly Dictionary<string, (int Bad, int Good)> _words = [];
    private readonly int _badWords, _goodWords, _bad, _good;

    public NaiveBayes(IEnumerable<LabelledText> rows)
    {
        foreach (var row in rows)
        {
            if (row.IsBad) _bad++;
            else _good++;
            foreach (var word in Words(row.Text))
            {
                var (bad, good) = _words.GetValueOrDefault(word);
                _words[word] = row.IsBad ? (bad + 1, good) : (bad, good + 1);
                if (row.IsBad) _badWords++;
                else _goodWords++;
            }
        }
    }

    public bool IsBad(string text) => Odds(text) > 0;

    public double Odds(string text)
    {
        var odds = Math.Log((_bad + 1.0) / (_good + 1.0));
        foreach (var word in Words(text))
        {
            if (!_words.TryGetValue(word, out var seen)) continue;
            odds += Math.Log((seen.Bad + 1.0) / (_badWords + _words.Count)) - Math.Log((seen.Good + 1.0) / (_goodWords + _words.Count));
        }
        return odds;
    }

    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '\'');
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }
}
