using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Threads;

namespace CommunityWidget.Judges.Scoring;

/// <summary>Advertising. The set's licence lets nobody train from it: the floor does, by halves, and the rules never saw it.</summary>
internal static class ScoreSpam
{
    public static void Run(DataFolder data, TextWriter to)
    {
        var rows = new[] { "Youtube01-Psy.csv", "Youtube02-KatyPerry.csv", "Youtube03-LMFAO.csv" }
            .SelectMany(file => data.Csv("moderation", "youtube-spam", file)).Select(r => new LabelledText(r["CONTENT"], r["CLASS"] == "1")).ToList();
        if (rows.Count == 0) return;
        var half = rows.Where((_, i) => i % 2 == 0).ToList();
        var test = rows.Where((_, i) => i % 2 == 1).ToList();
        to.WriteLine();
        to.WriteLine("## Advertising");
        to.WriteLine();
        to.WriteLine($"youtube-spam (en), comments below videos: {test.Count} rows to test, {test.Count(r => r.IsBad)} spam. Its licence lets nobody train a shipped model from it: only the floor does, from the other half.");
        to.WriteLine();
        to.WriteLine("| | P | R | macro F1 | F1 | balanced |");
        to.WriteLine("|---|---|---|---|---|---|");
        var (judges, bayes) = (new Moderation.Judging.Judges(), new NaiveBayes(half));
        var (shipped, floor) = (new Tally(), new Tally());
        foreach (var row in test)
        {
            shipped.Count(row.IsBad, judges.Look(Shop.Speaking("en"), row.Text) is var look && (look.Refusal is not null || look.Reasons.Any(r => r is JudgedReasons.Spam or JudgedReasons.Link)));
            floor.Count(row.IsBad, bayes.IsBad(row.Text));
        }
        to.WriteLine($"| **shipped** | {shipped.Cells} |");
        to.WriteLine($"| naive Bayes, other half | {floor.Cells} |");
    }
}
