using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Scoring;
using CommunityWidget.Judges.Sets;

namespace CommunityWidget.Judges.Training;

/// <summary>What the best of the floors reaches on the rows of a set that may train, naive Bayes too by rows it did not see.</summary>
internal sealed record Bar(double Macro, double Balanced)
{
    public static readonly Bar None = new(0, 0);

    public static Bar Of(TextSet set, IEnumerable<ListFloor> lists)
    {
        var bayes = new Tally();
        for (var part = 0; part < TextSet.Parts; part++)
        {
            var floor = new NaiveBayes(set.AllBut(part));
            foreach (var row in set.PartOf(part)) bayes.Count(row.IsBad, floor.IsBad(row.Text));
        }
        List<Tally> all = [bayes];
        foreach (var list in lists)
        {
            var tally = new Tally();
            foreach (var row in set.Train) tally.Count(row.IsBad, list.IsBad(row.Text));
            all.Add(tally);
        }
        return new(all.Max(tally => tally.Macro), all.Max(tally => tally.Balanced));
    }
}
