using System.Globalization;

namespace CommunityWidget.Judges.Scoring;

/// <summary>What is shipped and the floors, on the same rows of one set.</summary>
internal sealed record Compared(string Set, Tally Shipped, IReadOnlyList<(string Name, Tally Tally)> Floors)
{
    /// <summary>What stops everything, and needs neither a list nor a model.</summary>
    public const string Everything = "everything is bad";

    /// <summary>Says by each measure on how many sets the shipped one is ahead of every floor, and behind which it is on the others.</summary>
    public static void Write(IReadOnlyList<Compared> sets, TextWriter to)
    {
        to.WriteLine(Line("macro F1", sets, tally => tally.Macro));
        to.WriteLine(Line("balanced accuracy", sets, tally => tally.Balanced));
        to.WriteLine(Line("F1 of the bad class alone", sets, tally => tally.F1));
        to.WriteLine();
        var won = sets.Where(set => set.Floors.Append(("", set.Shipped)).MaxBy(one => one.Item2.F1).Item1 == Everything).ToList();
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"By that last measure *{Everything}* is the best of all on {won.Count} of {sets.Count}{Names(won.Select(set => set.Set))}: sets of mostly bad rows reward who stops everything."));
    }

    private static string Line(string measure, IReadOnlyList<Compared> sets, Func<Tally, double> of)
    {
        var behind = sets.Select(set => (set.Set, First: set.Floors.MaxBy(floor => of(floor.Tally)), Ours: of(set.Shipped))).Where(set => of(set.First.Tally) >= set.Ours).ToList();
        var said = behind.Select(set => string.Create(CultureInfo.InvariantCulture, $"{set.Set}, {set.First.Name} {of(set.First.Tally):0.000} to {set.Ours:0.000}"));
        return string.Create(CultureInfo.InvariantCulture, $"- By **{measure}** ahead of every floor on {sets.Count - behind.Count} of {sets.Count} sets{(behind.Count == 0 ? "" : $"; behind on {string.Join("; ", said)}")}.");
    }

    private static string Names(IEnumerable<string> sets) => string.Join(", ", sets) is { Length: > 0 } all ? $" ({all})" : "";
}
