using System.Globalization;
using CommunityWidget.Faults.Scenarios;

namespace CommunityWidget.Faults.Figures;

/// <summary>The table: each figure wanted, seen, met or not.</summary>
internal sealed class Summary(Order order)
{
    private readonly List<string> _rows = [];
    private int _scenarios, _met;

    public bool IsMet => _scenarios > 0 && _met == _scenarios;

    public void Add(Scenario scenario, Rig rig, Outcome outcome, TimeSpan took)
    {
        _scenarios++;
        var met = outcome.IsMet(order.ClocksAside);
        if (met) _met++;
        foreach (var figure in outcome.Figures) Console.WriteLine($"  {(figure.Met ? "met    " : "NOT MET")} {figure.What}: {figure.Seen} (wanted {figure.Wanted})");
        foreach (var note in outcome.Notes) Console.WriteLine($"          {note}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  #{scenario.Number} {(met ? "met" : "NOT MET")} in {took.TotalSeconds:f0} s"));
        var first = true;
        foreach (var figure in outcome.Figures)
        {
            _rows.Add($"| {(first ? $"{scenario.Number}" : "")} | {(first ? scenario.Fault : "")} | {(first ? scenario.Load(rig) : "")} | {figure.What} | {figure.Wanted} | {figure.Seen} | {(figure.Met ? "met" : "**not met**")} |");
            first = false;
        }
    }

    public async Task Write()
    {
        Console.WriteLine($"{_met} of {_scenarios} met.");
        if (order.Summary is null) return;
        string[] head = ["| # | fault | load | figure | wanted | seen | |", "|---|---|---|---|---|---|---|"];
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(order.Summary))!);
        await File.WriteAllLinesAsync(order.Summary, [$"{_met} of {_scenarios} faults met{(order.Without is null ? "" : $", without {order.Without}")}.", "", .. head, .. _rows]);
    }
}
