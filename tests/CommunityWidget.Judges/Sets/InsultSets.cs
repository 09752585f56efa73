using System.Text.Json;

namespace CommunityWidget.Judges.Sets;

/// <summary>The sets of insults, hate and abuse, each with what its people called bad. Which may train a shipped model is said by its licence.</summary>
internal static class InsultSets
{
    public static IReadOnlyList<TextSet> All(DataFolder data) =>
    [
        new("toxifrench", "fr", true, Of(data.Csv("moderation", "toxifrench", "balanced.csv"), "content", r => r["label"] == "1")),
        new("jigsaw-bilingual", "fr", true, Of(Jigsaw(data), "content", r => r["label"] == "1")),
        new("jigsaw-toxic", "fr", true, Of(data.Csv("moderation", "toxifrench", "subset_jigsaw_en_fr.csv"), "content", r => r["toxic"] == "1")),
        new("mlma", "fr", true, Of(data.Csv("moderation", "mlma", "fr_dataset.csv"), "tweet", r => r["sentiment"] != "normal")),
        new("hatecheck", "fr", false, Of(data.Csv("moderation", "hatecheck", "fr.csv"), "test_case", r => r["label_gold"] == "hateful")),
        new("davidson", "en", true, Of(data.Csv("moderation", "davidson", "labeled_data.csv"), "tweet", r => r["class"] != "2")),
        new("mlma", "en", true, Of(data.Csv("moderation", "mlma", "en_dataset.csv"), "tweet", r => r["sentiment"] != "normal")),
        new("convabuse", "en", true, Of(data.Csv("moderation", "convabuse", "train.csv"), "user", IsAbuse)),
        new("surge-toxicity", "en", true, Of(data.Csv("moderation", "surge-toxicity", "toxicity_en.csv"), "text", r => r["is_toxic"] == "Toxic")),
        new("jigsaw-bilingual", "en", true, Of(Jigsaw(data), "original_text", r => r["label"] == "1")),
        new("jigsaw-toxic", "en", true, Of(data.Csv("moderation", "toxifrench", "subset_jigsaw_en_fr.csv"), "original_text", r => r["toxic"] == "1")),
        new("hatecheck", "en", false, Of(data.Csv("moderation", "hatecheck", "en.csv"), "test_case", r => r["label_gold"] == "hateful")),
    ];

    /// <summary>What people ask and say in shops and help chats, under licences that allow it: nothing of it is bad.</summary>
    public static IReadOnlyList<TextSet> Good(DataFolder data) =>
    [
        Fine("banking77", "en", data.Csv("retrieval", "banking77", "train.csv").Select(r => r["text"])),
        Fine("bitext", "en", data.Csv("questions", "bitext-customer-support", "intent-train.csv").Select(r => r["utterance"])),
        Fine("bitext-answers", "en", data.Csv("questions", "bitext-customer-support", "Bitext_Sample_Customer_Support_Training_Dataset.csv").Select(r => r["response"])),
        Fine("fr-travail", "fr", data.JsonLines("questions", "fr-travail", "fiches-travail-sections.jsonl").SelectMany(r => new[] { r.GetProperty("question").GetString()!, r.GetProperty("answer").GetString()! })),
        Fine("cnil-faq", "fr", data.JsonLines("retrieval", "cnil-faq-fr", "faq.jsonl").SelectMany(Strings)),
        Fine("abcd", "en", Said(data)),
        Fine("irc-support", "en", Irc(data, "train", 40_000)),
        Fine("grumbles", "en", Grumbles.English),
        Fine("grumbles", "fr", Grumbles.French),
        Fine("errands", "en", Errands.English),
        Fine("errands", "fr", Errands.French),
        Fine("everyday", "en", Fill.WithLetters(EverydayEnglish.Rows)),
        Fine("everyday", "fr", Fill.WithLetters(EverydayFrench.Rows)),
        Fine("advice", "en", Fill.WithLetters(Advice.English)),
        Fine("advice", "fr", Fill.WithLetters(Advice.French)),
        Fine("wares", "en", Fill.WithLetters(Wares.English)),
        Fine("wares", "fr", Fill.WithLetters(Wares.French)),
    ];

    /// <summary>The same from places that no fitting saw: by them thresholds are held.</summary>
    public static IReadOnlyList<TextSet> Elsewhere(DataFolder data) =>
    [
        Fine("irc-support, other channels", "en", Irc(data, "new-domains", 12_000)),
        Fine("irc-support, later", "en", Irc(data, "dev", 6_000)),
        Fine("uttered", "en", Uttered.English),
        Fine("uttered", "fr", Uttered.French),
        Fine("replied", "en", Replied.English),
        Fine("replied", "fr", Replied.French),
        Fine("overheard", "en", Fill.WithLetters(Overheard.English)),
        Fine("overheard", "fr", Fill.WithLetters(Overheard.French)),
        Fine("fr-travail, contributions", "fr", data.JsonLines("questions", "fr-travail", "contributions.jsonl").SelectMany(r => new[] { r.GetProperty("question").GetString()!, r.GetProperty("answer").GetString()! })),
        Fine("cnil-faq, queries", "fr", data.JsonLines("retrieval", "cnil-faq-fr", "queries.jsonl").Select(r => r.GetProperty("query").GetString()!)),
    ];

    private static TextSet Fine(string name, string language, IEnumerable<string> texts) =>
        new(name, language, true, [.. texts.Where(text => text.Length > 3).Select(text => new LabelledText(text.Length > 600 ? text[..600] : text, IsBad: false))]);

    // Volunteers helping at a terminal: the lines' own words, without who says them.
    private static IEnumerable<string> Irc(DataFolder data, string part, int most)
    {
        var folder = data.Path("conversations", "irc-support", part);
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Where(file => !file.Contains("annotation", StringComparison.Ordinal) && !file.Contains(".tok.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(line => line[(line.IndexOf('>') + 1)..].Trim()).Where(line => line.Length > 3).Take(most);
    }

    private static IEnumerable<string> Strings(JsonElement row) => row.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Select(p => p.Value.GetString()!);

    // What shops and their customers say in chats.
    private static IEnumerable<string> Said(DataFolder data) => Texts(data.Json("conversations", "abcd-sample", "abcd_sample.json")).Distinct();

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> all) => all.SelectMany(e => e.ValueKind switch
    {
        JsonValueKind.String => [e.GetString()!],
        JsonValueKind.Array => Texts(e.EnumerateArray()),
        JsonValueKind.Object => Texts(e.EnumerateObject().Select(p => p.Value)),
        _ => Enumerable.Empty<string>(),
    });

    // Each French row is a translation of its English one.
    private static IReadOnlyList<IDictionary<string, string>> Jigsaw(DataFolder data) => data.Csv("moderation", "toxifrench", "JigsawBilingualBalanced.csv");

    private static List<LabelledText> Of(IReadOnlyList<IDictionary<string, string>> rows, string column, Func<IDictionary<string, string>, bool> isBad) =>
        [.. rows.Where(r => r[column].Length > 0).Select(r => new LabelledText(r[column], isBad(r)))];

    // More annotators called it abuse (-1 to -3) than not.
    private static bool IsAbuse(IDictionary<string, string> row)
    {
        var (abuse, fine) = (0, 0);
        foreach (var (name, value) in row)
        {
            if (!name.Contains("_is_abuse.", StringComparison.Ordinal) || value != "1") continue;
            if (name.Contains("_is_abuse.-", StringComparison.Ordinal)) abuse++;
            else fine++;
        }
        return abuse > fine;
    }
}
