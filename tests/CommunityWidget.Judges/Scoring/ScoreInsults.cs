using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Judges.Scoring;

/// <summary>
/// Insults and hate: what is shipped, and floors re-run on the very same rows. Each floor twice: as anybody would first try it, and held to what a
/// product is held to, that hardly anything a shop is asked may be stopped; chosen on rows of shops, never on the rows it is scored on.
/// </summary>
internal static class ScoreInsults
{
    public static void Run(DataFolder data, TextWriter to)
    {
        to.WriteLine("## Insults and hate");
        to.WriteLine();
        to.WriteLine("Bad = held or refused. The rows are those no training saw. *Shop* is how much of what shops are asked (amazon-appliances, banking77's test part; in French the queries of cnil-faq-fr) would be stopped by the very same rule: the product may stop 0.3 %.");
        to.WriteLine("A floor *in a shop* is the same floor under that limit: the odds of naive Bayes moved up, the words that shops say taken off the list, both by the shops' training rows, until 0.3 % of those are stopped.");
        to.WriteLine("*Macro F1* is the mean of the F1 of the bad rows and that of the others, the measure for sets of which one class is the larger; *F1* is that of the bad rows alone.");
        to.WriteLine();
        var sets = InsultSets.All(data);
        using var tables = new StringWriter { NewLine = "\n" };
        Compared.Write([.. sets.Where(set => set.Test.Count > 0).Select(set => Score(set, sets, data, tables))], to);
        to.Write(tables);
    }

    private static Compared Score(TextSet set, IReadOnlyList<TextSet> all, DataFolder data, TextWriter to)
    {
        var (judges, site, test, shop) = (new Moderation.Judging.Judges(), Shop.Speaking(set.Language), set.Test, ShopRows.Asked(data, set.Language));
        var floors = new List<(string, Tally)>();
        to.WriteLine();
        to.WriteLine($"### {set.Name} ({set.Language})");
        to.WriteLine();
        to.WriteLine($"{(set.MayTrain ? $"{set.Train.Count()} rows to train from, {test.Count} to test" : $"Never trained from; {test.Count} rows to test")}, {test.Count(row => row.IsBad)} of them bad.");
        to.WriteLine();
        to.WriteLine("| | P | R | macro F1 | F1 | balanced | shop |");
        to.WriteLine("|---|---|---|---|---|---|---|");
        var shipped = Line("**shipped**", text => judges.Look(site, text) is var look && (look.Refusal is not null || look.Reasons.Any(IsInsult)));
        var harmless = ShopRows.ToLimitBy(data, set.Language);
        foreach (var (name, floor) in ListFloor.Of(data, set.Language))
        {
            Floor($"word list {name}", floor.IsBad);
            Floor($"word list {name}, in a shop", floor.Within(harmless).IsBad);
        }
        var bayes = new NaiveBayes(set.MayTrain ? set.Train : all.Where(other => other.Language == set.Language).SelectMany(other => other.Train));
        var bound = ShopRows.Bound(harmless.Select(bayes.Odds));
        var named = set.MayTrain ? "naive Bayes, of this set" : "naive Bayes, of all sets";
        Floor(named, bayes.IsBad);
        Floor($"{named}, in a shop", text => bayes.Odds(text) > bound);
        Floor(Compared.Everything, _ => true);
        return new($"{set.Name} ({set.Language})", shipped, floors);

        void Floor(string name, Func<string, bool> isBad) => floors.Add((name, Line(name, isBad)));

        Tally Line(string name, Func<string, bool> isBad)
        {
            var tally = new Tally();
            foreach (var row in test) tally.Count(row.IsBad, isBad(row.Text));
            to.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {name} | {tally.Cells} | {100.0 * shop.Count(isBad) / Math.Max(1, shop.Count):0.0} % |"));
            return tally;
        }
    }

    private static bool IsInsult(string reason) => reason is JudgedReasons.Insult or JudgedReasons.Hate or JudgedReasons.Toxic;
}

/// <summary>A site with nothing but what is shipped.</summary>
internal static class Shop
{
    private static readonly Site English = new() { Id = Guid.CreateVersion7(), Languages = "en" }, French = new() { Id = Guid.CreateVersion7(), Languages = "fr" };

    public static Site Speaking(string language) => language == "fr" ? French : English;
}
