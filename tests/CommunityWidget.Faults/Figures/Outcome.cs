using System.Globalization;
using CommunityWidget.Checker;
using CommunityWidget.Faults.Fleet;

namespace CommunityWidget.Faults.Figures;

/// <summary>One figure of the catalogue's "pass" column, and what was seen.</summary>
/// <param name="IsClock">How long something took: says as much of the machine as of the program.</param>
internal sealed record Figure(string What, string Wanted, string Seen, bool Met, bool IsClock = false);

/// <summary>What came of one scenario.</summary>
internal sealed class Outcome
{
    // As the checker allows one node.
    private const int SpareSockets = 10, SpareMb = 96;

    private readonly List<Figure> _figures = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<Figure> Figures => _figures;

    public IReadOnlyList<string> Notes => _notes;

    public bool IsMet(bool clocksAside) => _figures.Count > 0 && _figures.TrueForAll(f => f.Met || (clocksAside && f.IsClock));

    public void Add(string what, string wanted, string seen, bool met) => _figures.Add(new(what, wanted, seen, met));

    public void AtMost(string what, double wanted, double seen, string unit = "") =>
        _figures.Add(new(what, $"≤ {Number(wanted)}{unit}", double.IsNaN(seen) ? "none" : $"{Number(seen)}{unit}", seen <= wanted, IsClock: unit is " s" or " ms" && double.IsFinite(seen)));

    public void AtLeast(string what, double wanted, double seen, string unit = "") => Add(what, $"≥ {Number(wanted)}{unit}", $"{Number(seen)}{unit}", seen >= wanted);

    public void Exactly(string what, long wanted, long seen) => Add(what, Number(wanted), Number(seen), wanted == seen);

    public void Note(string what) => _notes.Add(what);

    /// <summary>The promises, by the checker that shares nothing with the program; and that the nodes' sockets and memory came back, as everybody has gone.</summary>
    public async Task Invariants(Rig rig, Nodes nodes)
    {
        Invariants(rig, nodes.Source, nodes.Errors());
        var (sockets, mb) = await nodes.Left(SpareSockets, SpareMb);
        AtMost("I8 sockets of a node, more than before anybody came", SpareSockets, sockets);
        AtMost("I8 memory of a node, more than with everybody there", SpareMb, mb, " MB");
    }

    public void Invariants(Rig rig, string database, IReadOnlyList<string> errors)
    {
        var report = Check.Run(database, rig.Recordings, settled: true);
        var broken = report.Verdicts.Where(v => v.Broken.Count > 0).ToList();
        Add("invariants I1–I6, I8 seats and offers", "0 violations", broken.Count == 0 ? $"0 of {Number(report.Verdicts.Sum(v => (long)v.Looked))} looks" : string.Join("; ", broken.Select(v => $"{v.Promise}: {v.Broken.Count}")), report.IsGood);
        foreach (var verdict in broken) _notes.AddRange(verdict.Broken.Take(3).Select(line => $"{verdict.Promise}: {line}"));
        var doubled = Kept.Copy(database).Events.SelectMany(thread => thread.Where(e => e.Kind == "message").GroupBy(e => e.Body).Where(same => same.Count() > 1)).Count();
        Exactly("I2 nothing said is kept twice", 0, doubled);
        foreach (var error in errors.GroupBy(line => line).OrderByDescending(same => same.Count()).Take(3)) Note($"logged by a node {error.Count()} ×: {error.Key}");
    }

    public static string Number(double number) => number.ToString(Math.Abs(number) < 10 && number != Math.Floor(number) ? "0.00" : "n0", CultureInfo.InvariantCulture);
}
