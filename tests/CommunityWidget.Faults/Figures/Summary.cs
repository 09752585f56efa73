using System.Globalization;
using CommunityWidget.Faults.Scenarios;

namespace CommunityWidget.Faults.Figures;

/// <summary>The table: each figure wanted, seen, met or not.</summary>
internal sealed class Summary(Order order)
{
    private readonly List<string> _rows = [];
    private int _scenarios, _met, _unborn;

    /// <summary>Everything is met; or, with a defence left out, that was missed.</summary>
    public bool IsGood => _scenarios > 0 && _unborn == 0 && (order.Without is null ? _met == _scenarios : _met < _scenarios);

    public void Add(Scenario scenario, Rig rig, Outcome outcome, TimeSpan took)
    {
        _scenarios++;
        var met = outcome.IsMet(order.ClocksAside);
        if (met) _met++;
        if (!rig.HasStarted) _unborn++;
        foreach (var figure in outcome.Figures) Console.WriteLine($"  {(figure.Met ? "met    " : "NOT MET")} {figure.What}: {figure.Seen} (wanted {figure.Wanted})");
        foreach (var note in outcome.Notes) Console.WriteLine($"          {note}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  #{scenario.Number} seed {rig.Seed}: {Verdict(met, rig)} in {took.TotalSeconds:f0} s"));
        var first = true;
        foreach (var figure in outcome.Figures)
        {
            _rows.Add($"| {(first ? $"{scenario.Number}" : "")} | {(first ? scenario.Fault : "")} | {(first ? $"{scenario.Load(rig)}, seed {rig.Seed}" : "")} | {figure.What} | {figure.Wanted} | {figure.Seen} | {(figure.Met ? "met" : "**not met**")} |");
            first = false;
        }
    }

    public async Task Write()
    {
        Console.WriteLine($"{Total}.");
        if (order.Summary is null) return;
        string[] head = ["| # | fault | load | figure | wanted | seen | |", "|---|---|---|---|---|---|---|"];
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(order.Summary))!);
        await File.WriteAllLinesAsync(order.Summary, [$"{Total}.", "", .. head, .. _rows]);
    }

    private string Total
    {
        get
        {
            var seeds = order.Seeds == 1 ? $"seed {order.Seed}" : $"seeds {order.Seed} to {order.AllSeeds.Last()}";
            var unborn = _unborn == 0 ? "" : $"; {_unborn} whose nodes never started";
            return order.Without is null ? $"{_met} of {_scenarios} met, {seeds}{unborn}" : $"{_scenarios - _met} of {_scenarios} missed {order.Without}, {seeds}{unborn}";
        }
    }

    private string Verdict(bool met, Rig rig) => (met, order.Without) switch
    {
        _ when !rig.HasStarted => "its nodes never started",
        (true, null) => "met",
        (false, null) => "NOT MET",
        (true, _) => "NOT MISSED: met without it",
        (false, _) => "missed, as it should be",
    };
}
