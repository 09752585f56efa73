using CommunityWidget.Judges.Sets;

namespace CommunityWidget.Judges.Floors;

/// <summary>A list of bad words as it is found, looked for as whole words in small letters.</summary>
internal sealed class ListFloor(IEnumerable<string> entries)
{
    private readonly HashSet<string> _entries = [.. entries.Select(Flat).Where(entry => entry.Length > 0)];

    public bool IsBad(string text) => Hit(text) is not null;

    /// <summary>The same list without the words that stop most of these rows, one after another, until few enough are stopped.</summary>
    public ListFloor Within(IReadOnlyList<string> harmless)
    {
        var (entries, rows) = (_entries.ToHashSet(), harmless.ToList());
        for (;;)
        {
            var floor = new ListFloor(entries);
            var hits = rows.Select(row => (Row: row, Hit: floor.Hit(row))).Where(one => one.Hit is not null).ToList();
            if (hits.Count <= ShopRows.MostOf(harmless.Count)) return floor;
            entries.Remove(hits.GroupBy(one => one.Hit!).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key);
            rows = [.. hits.Select(one => one.Row)];
        }
    }

    private string? Hit(string text)
    {
        var words = NaiveBayes.Words(text).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var phrase = "";
            for (var length = 1; length <= 4 && i + length <= words.Count; length++)
            {
                phrase = length == 1 ? words[i] : $"{phrase} {words[i + length - 1]}";
                if (_entries.Contains(phrase)) return phrase;
            }
        }
        return null;
    }

    public static IReadOnlyDictionary<string, ListFloor> Of(DataFolder data, string language)
    {
        var floors = new Dictionary<string, ListFloor> { ["ldnoobw"] = new(data.Lines("moderation", "profanity-lists", "ldnoobw", language)) };
        if (language == "en") floors["surge"] = new(data.Csv("moderation", "surge-profanity", "profanity_en.csv").Select(r => r["text"]));
        return floors;
    }

    private static string Flat(string entry) => string.Join(' ', NaiveBayes.Words(entry));
}
