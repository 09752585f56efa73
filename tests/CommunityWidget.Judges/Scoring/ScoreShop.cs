using System.Diagnostics;
using System.Globalization;
using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;

namespace CommunityWidget.Judges.Scoring;

/// <summary>What people ask in shops must get through: how much would be held, refused or altered.</summary>
internal static class ScoreShop
{
    public static void Run(DataFolder data, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine("## What must pass");
        to.WriteLine();
        to.WriteLine("Held or refused for anything (goal 0.3 %), altered (goal 0.5 %). Some rows do hold what reaches somebody: of those altered, in how many a plain expression finds an e-mail address or a telephone too, and in how many it finds neither.");
        to.WriteLine();
        to.WriteLine("| | rows | held | altered | with an address or telephone | with neither |");
        to.WriteLine("|---|---|---|---|---|---|");
        var amazon = data.JsonLines("questions", "amazon-appliances", "qa.jsonl");
        Score(to, "amazon-appliances, questions", "en", amazon.Select(r => r.GetProperty("question").GetString()!));
        Score(to, "amazon-appliances, answers", "en", amazon.Select(r => r.GetProperty("answer").GetString()!));
        Score(to, "amazon-appliances, every text", "en", amazon.SelectMany(r => new[] { r.GetProperty("question").GetString()!, r.GetProperty("answer").GetString()! }));
        // The rest of this set is trained from: nothing in it is bad.
        Score(to, "banking77, test", "en", data.Csv("retrieval", "banking77", "test.csv").Select(r => r["text"]));
        Score(to, "cnil-faq-fr", "fr", data.JsonLines("retrieval", "cnil-faq-fr", "queries.jsonl").Select(r => r.TryGetProperty("query", out var q) ? q.GetString()! : r.TryGetProperty("question", out var o) ? o.GetString()! : ""));
        Score(to, "fr-travail, questions", "fr", data.JsonLines("questions", "fr-travail", "contributions.jsonl").Select(r => r.GetProperty("question").GetString()!));
        Cost([.. amazon.Select(r => r.GetProperty("question").GetString()!)]);
    }

    // Printed beside the report, not judged: a clock fails no run.
    private static void Cost(IReadOnlyList<string> texts)
    {
        var judges = new Moderation.Judging.Judges();
        for (var round = 0; round < 3 && texts.Count > 0; round++)
        {
            var began = Stopwatch.GetTimestamp();
            foreach (var text in texts) judges.Of(Shop.Speaking("en"), text);
            var micros = Stopwatch.GetElapsedTime(began).TotalMicroseconds / texts.Count;
            if (round == 2) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{micros:0.0} µs a question of {texts.Average(t => t.Length):0} letters"));
        }
    }

    private static void Score(TextWriter to, string name, string language, IEnumerable<string> texts)
    {
        var (judges, rows, held, altered, reaching) = (new Moderation.Judging.Judges(), 0, new List<string>(), new List<string>(), 0);
        foreach (var text in texts.Where(text => text.Length > 0))
        {
            rows++;
            var look = judges.Look(Shop.Speaking(language), text);
            if (look.Refusal is not null || look.IsHeld) held.Add($"{look.Refusal?.Code ?? string.Join(' ', look.Reasons)} {look.Score:0.00} | {text}");
            else if (look.Masked.IsChanged)
            {
                altered.Add(look.Masked.Text);
                if (RegexFloor.ReachesSomebody(text)) reaching++;
            }
        }
        if (rows == 0) return;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {rows} | {100.0 * held.Count / rows:0.00} % | {100.0 * altered.Count / rows:0.00} % | {reaching} | {altered.Count - reaching}: {100.0 * (altered.Count - reaching) / rows:0.00} % |"));
        if (Environment.GetEnvironmentVariable("SHOW") is null) return;
        foreach (var line in held.Concat(altered).Take(60)) to.WriteLine($"      {(line.Length > 260 ? line[..260] : line).ReplaceLineEndings(" ")}");
    }
}
