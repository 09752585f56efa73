using System.Globalization;
using System.Text;

namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>What was measured, as it is printed and as it is kept.</summary>
internal sealed class Report
{
    private const string Reading = "## Reading it";

    private readonly List<Finding> _findings = [];
    private readonly List<string> _notes = [];

    public bool IsEmpty => _findings.Count == 0;

    public void Add(string scenario, string database, Side product, Side bare, Hold hold)
    {
        var finding = new Finding(scenario, database, product, bare, hold);
        _findings.Add(finding);
        Console.WriteLine(finding);
    }

    public void Note(string text)
    {
        _notes.Add(text);
        Console.WriteLine($"  {text}");
    }

    /// <summary>
    /// A whole run takes the place of everything but what somebody wrote under "Reading it"; a run of some scenarios has a section of its own, with its own date and commit, and leaves the rest as it is.
    /// </summary>
    /// <param name="file">Where.</param>
    /// <param name="surroundings">On what it was measured.</param>
    /// <param name="only">The scenarios, when it were not all.</param>
    public async Task Write(string file, IEnumerable<string> surroundings, IReadOnlyList<string> only)
    {
        var before = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        var place = before.IndexOf(Reading, StringComparison.Ordinal);
        var (kept, reading) = place < 0 ? (before, "") : (before[..place], before[place..]);
        var text = only.Count == 0 || kept.Length == 0
            ? $"# Benchmark report\n\nEach line compares the product with its bare counterpart **in the same run**, repetitions in turns, after a warm-up: medians, spread in brackets.\n\n{Findings(surroundings)}"
            : Sections(kept, $"## Only {string.Join(", ", only)}", Findings(surroundings));
        await File.WriteAllTextAsync(file, reading.Length == 0 ? text : $"{text.TrimEnd()}\n\n{reading}");
    }

    private static string Sections(string kept, string title, string findings)
    {
        var sections = kept.Split("\n## ").Select((section, at) => (at == 0 ? section : "## " + section).TrimEnd()).Where(section => section != title && !section.StartsWith(title + "\n", StringComparison.Ordinal));
        return string.Join("\n\n", sections.Append($"{title}\n\n{findings}"));
    }

    private string Findings(IEnumerable<string> surroundings)
    {
        var text = new StringBuilder();
        foreach (var line in surroundings) text.Append(CultureInfo.InvariantCulture, $"- {line}\n");
        text.Append("\n| what | storage | product | counterpart | ratio | hold | |\n|---|---|---|---|---|---|---|\n");
        foreach (var f in _findings) text.Append(CultureInfo.InvariantCulture, $"| {f.Scenario} | {f.Database} | {f.Product} | {f.Bare} | **{f.Ratio:f2}** | {f.Hold} | {(f.IsMet ? "met" : "**not met**")} |\n");
        text.Append('\n');
        foreach (var note in _notes) text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        return text.ToString();
    }

    private sealed record Finding(string Scenario, string Database, Side Product, Side Bare, Hold Hold)
    {
        public double Ratio => Hold.IsDifference ? Product.Series.Median - Bare.Series.Median : Product.Series.Median / Bare.Series.Median;

        public bool IsMet => Hold.AtLeast is { } least ? Ratio >= least : Ratio <= Hold.AtMost;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scenario} ({Database}): {Product} against {Bare}: {Ratio:f2}, hold {Hold}: {(IsMet ? "met" : "NOT MET")}");
    }
}

/// <summary>One side of a comparison.</summary>
internal sealed record Side(string Name, Series Series, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Number(Series.Median)} {Unit} [{Number(Series.Least)}–{Number(Series.Most)}]");

    private static string Number(double value) => value.ToString(value >= 100 ? "n0" : value >= 10 ? "n1" : "n2", CultureInfo.InvariantCulture);
}

/// <summary>What a ratio has to hold.</summary>
internal sealed record Hold(double? AtLeast = null, double AtMost = 0, bool IsDifference = false)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast is null ? "≤" : "≥")} {AtLeast ?? AtMost}{(IsDifference ? " more" : "")}");
}
