using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Testing.App;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Telemetry;

/// <summary>The dashboard, the documentation and the code know the same meters.</summary>
public sealed partial class DashboardTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly string Dashboard = File.ReadAllText(Path.Combine(Repository.Root, "deploy/grafana/communitywidget.json"));

    [Fact]
    public void Every_meter_of_ours_in_the_dashboard_is_counted_in_the_code_and_every_one_counted_is_shown()
    {
        using var parsed = JsonDocument.Parse(Dashboard);
        var shown = parsed.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .SelectMany(target => Name().Matches(target.GetProperty("expr").GetString()!)).Select(found => found.Value).ToHashSet();
        var meters = Meters().ToList();

        Assert.Empty(shown.Except(meters.SelectMany(InPrometheus)));
        Assert.Empty(meters.Where(meter => !InPrometheus(meter).Any(shown.Contains)).Select(meter => meter.Name));
    }

    [Fact]
    public void Every_meter_of_ours_is_written_down_and_none_that_is_not() => Assert.Equal(
        Meters().Select(meter => meter.Name).Order(),
        Written().Matches(File.ReadAllText(Path.Combine(Repository.Root, "deploy/README.md"))).Select(found => found.Groups["name"].Value).Order());

    private IEnumerable<(string Name, string? Unit, string Kind)> Meters() =>
        typeof(Instruments).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Instrument>()
            .Select(one => (one.Name, one.Unit, one.GetType().Name.Split('`')[0]))
            .Concat(app.Services.GetServices<IGauge>().Select(gauge => (gauge.Name, (string?)gauge.Unit, "Gauge")));

    // As collectors write OpenTelemetry's names for Prometheus.
    private static IEnumerable<string> InPrometheus((string Name, string? Unit, string Kind) meter)
    {
        var name = meter.Name.Replace('.', '_') + meter.Unit switch { "s" => "_seconds", "1" when meter.Kind is "Gauge" or "ObservableGauge" => "_ratio", _ => "" };
        return meter.Kind switch
        {
            "Counter" => [name + "_total"],
            "Histogram" => [name + "_bucket", name + "_sum", name + "_count"],
            _ => [name],
        };
    }

    [GeneratedRegex(@"communitywidget_\w+", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| `(?<name>communitywidget\.[\w.]+)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Written();
}
