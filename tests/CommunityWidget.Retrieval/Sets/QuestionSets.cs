using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityWidget.Judges.Sets;

namespace CommunityWidget.Retrieval.Sets;

/// <summary>The sets as pages and questions.</summary>
internal sealed partial class QuestionSets(DataFolder data)
{
    public IEnumerable<QuestionSet> All =>
        new[] { Banking("test"), Faq(), Forum("dev"), Likeness("fr"), Likeness("en"), Banking("train"), Forum("train-part2"), Support(), Sections() }.Where(set => set.Pages.Count > 0);

    // Every fifth question of the same file, when its own row is left out.
    private QuestionSet Banking(string part)
    {
        var pages = data.Csv("retrieval", "banking77", "train.csv").Select(row => new SetPage(row["text"], "", "", row["category"])).ToList();
        var questions = part == "train"
            ? pages.Select((page, i) => new SetQuestion(page.Title, page.Group) { But = i }).Where((_, i) => i % 5 == 0)
            : data.Csv("retrieval", "banking77", "test.csv").Select(row => new SetQuestion(row["text"], row["category"]));
        return new($"banking77 {part}", "en", pages, [.. questions]) { IsTuning = part == "train", MayTeach = part == "train" };
    }

    private QuestionSet Faq() => new(
        "cnil-faq-fr", "fr",
        [.. data.JsonLines("retrieval", "cnil-faq-fr", "faq.jsonl").Select(row => new SetPage(Text(row, "question"), "", Text(row, "answer"), row.GetProperty("id").ToString()))],
        [.. data.JsonLines("retrieval", "cnil-faq-fr", "queries.jsonl").Select(row => new SetQuestion(Text(row, "query"), row.GetProperty("faq_id").ToString()))]);

    private QuestionSet Forum(string part)
    {
        var rows = data.JsonLines("retrieval", "semeval-cqa-2016", $"subtaskB-{part}.jsonl");
        var pages = rows.Select(row => new SetPage(
            Text(row, "relq_subject"), Text(row, "relq_body"), string.Join('\n', row.GetProperty("comments").EnumerateArray().Select(one => Text(one, "text"))),
            Text(row, "orgq_id"), Text(row, "label") != "Irrelevant")).ToList();
        var questions = rows.Select((row, i) => (row, i)).GroupBy(one => Text(one.row, "orgq_id")).Select(ten =>
            new SetQuestion($"{Text(ten.First().row, "orgq_subject")}\n{Text(ten.First().row, "orgq_body")}", ten.Key) { Among = [.. ten.OrderBy(one => one.row.GetProperty("rank").GetInt32()).Select(one => one.i)] });
        return new($"semeval {part}", "en", pages, [.. questions]) { IsTuning = part != "dev" };
    }

    private QuestionSet Likeness(string language)
    {
        var file = data.Has("retrieval", "stsb", $"{language}-dev.csv") ? File.ReadAllText(data.Path("retrieval", "stsb", $"{language}-dev.csv")) : "";
        var rows = CsvRows.Of(file).Where(row => row.Count == 3).ToList();
        return new(
            $"stsb {language}", language, [.. rows.Select((row, i) => new SetPage(row[1], "", "", i.ToString(CultureInfo.InvariantCulture)))],
            [.. rows.Select((row, i) => new SetQuestion(row[0], i.ToString(CultureInfo.InvariantCulture)) { Among = [i], Likeness = double.Parse(row[2], CultureInfo.InvariantCulture) })]) { IsLikeness = true };
    }

    private QuestionSet Support()
    {
        var pages = data.Csv("questions", "bitext-customer-support", "intent-train.csv")
            .Select(row => new SetPage(Number().Replace(row["utterance"], ""), "", "", row["intent"])).DistinctBy(page => page.Title).ToList();
        return new("bitext", "en", pages, [.. pages.Select((page, i) => new SetQuestion(page.Title, page.Group) { But = i }).Where((_, i) => i % 3 == 0)]) { IsTuning = true, MayTeach = true };
    }

    private QuestionSet Sections()
    {
        var rows = data.JsonLines("questions", "fr-travail", "fiches-travail-sections.jsonl").Where(row => Text(row, "question").EndsWith('?')).ToList();
        return new(
            "fr-travail", "fr", [.. rows.Select((row, i) => new SetPage("", "", Text(row, "answer"), i.ToString(CultureInfo.InvariantCulture)))],
            [.. rows.Select((row, i) => new SetQuestion($"{Text(row, "question")} {Text(row, "page")}", i.ToString(CultureInfo.InvariantCulture)))]) { IsTuning = true, MayTeach = true };
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    [GeneratedRegex(@"\d{4,}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
