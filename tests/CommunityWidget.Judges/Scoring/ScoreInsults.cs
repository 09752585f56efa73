using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Judges.Scoring;

/// <summary>Insults and hate: what is shipped, and floors re-run on the very same rows.</summary>
internal static class ScoreInsults
{
    public static void Run(DataFolder data, TextWriter to)
    {
        to.WriteLine("INSULTS AND HATE: bad = held or refused; rows are those no training ever saw");
        var sets = InsultSets.All(data);
        foreach (var set in sets) Score(set, sets, data, to);
    }

    private static void Score(TextSet set, IReadOnlyList<TextSet> all, DataFolder data, TextWriter to)
    {
        var (judges, site, test) = (new Moderation.Judging.Judges(), Shop.Speaking(set.Language), set.Test);
        if (test.Count == 0) return;
        to.WriteLine();
        to.WriteLine($"{set.Name} ({set.Language}): {(set.MayTrain ? $"{set.Train.Count()} rows to train from, {test.Count} to test" : $"never trained from, {test.Count} rows to test")}, {test.Count(row => row.IsBad)} bad");
        var floors = ListFloor.Of(data, set.Language);
        Line(to, "shipped", test, text => judges.Look(site, text) is var look && (look.Refusal is not null || look.Reasons.Any(IsInsult)));
        foreach (var (name, floor) in floors) Line(to, $"word list {name}", test, floor.IsBad);
        var bayes = new NaiveBayes(set.MayTrain ? set.Train : all.Where(other => other.Language == set.Language).SelectMany(other => other.Train));
        Line(to, set.MayTrain ? "naive Bayes, this set's" : "naive Bayes, all sets'", test, bayes.IsBad);
        Line(to, "everything is bad", test, _ => true);
    }

    private static bool IsInsult(string reason) => reason is JudgedReasons.Insult or JudgedReasons.Hate or JudgedReasons.Toxic;

    private static void Line(TextWriter to, string name, IReadOnlyList<LabelledText> rows, Func<string, bool> isBad)
    {
        var tally = new Tally();
        foreach (var row in rows) tally.Count(row.IsBad, isBad(row.Text));
        to.WriteLine($"  {name,-26}{tally}");
    }
}

/// <summary>A site with nothing but what is shipped.</summary>
internal static class Shop
{
    private static readonly Site English = new() { Id = Guid.CreateVersion7(), Languages = "en" }, French = new() { Id = Guid.CreateVersion7(), Languages = "fr" };

    public static Site Speaking(string language) => language == "fr" ? French : English;
}
