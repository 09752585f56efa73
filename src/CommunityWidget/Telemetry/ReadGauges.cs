using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CommunityWidget.Telemetry;

/// <summary>Reads the gauges every ten seconds while somebody collects them: an exporter that asks must not wait for a database.</summary>
public sealed partial class ReadGauges(IEnumerable<IGauge> gauges, Otlp otlp, IMeterFactory meters, TimeProvider clock, ILogger<ReadGauges> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, IReadOnlyList<Reading>> _last = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!otlp.IsOn) return;
        var meter = meters.Create(Instruments.Meter);
        foreach (var gauge in gauges) meter.CreateObservableGauge(gauge.Name, () => Last(gauge), gauge.Unit, gauge.Description);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            foreach (var gauge in gauges) await Read(gauge, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<double>> Last(IGauge gauge) => _last.GetValueOrDefault(gauge.Name, [])
        .Select(reading => reading.Tag is null ? new(reading.Value) : new Measurement<double>(reading.Value, new KeyValuePair<string, object?>(reading.Tag, reading.TagValue)));

    private async Task Read(IGauge gauge, CancellationToken stopping)
    {
        try
        {
            _last[gauge.Name] = await gauge.Read();
        }
        // Whatever it is: a gauge nobody can read must not end the program.
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            // No value is better than an old one.
            _last.TryRemove(gauge.Name, out _);
            Log.Unread(log, error, gauge.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(221, LogLevel.Warning, "{Gauge} could not be read")]
        public static partial void Unread(ILogger log, Exception error, string gauge);
    }
}
