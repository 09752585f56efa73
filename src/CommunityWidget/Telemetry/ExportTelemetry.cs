using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CommunityWidget.Telemetry;

/// <summary>Collects traces and metrics of ours, of the framework, of the libraries that rooms name, and of the runtime, and sends them away; hosted by ourselves for want of the package that does.</summary>
public sealed class ExportTelemetry(Otlp otlp, IEnumerable<ObservedLibrary> libraries, IEnumerable<FromZero> known) : IHostedService, IDisposable
{
    /// <summary>How long ending may take to send what was not sent yet, in milliseconds.</summary>
    public const int ShutdownMs = 3_000;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!otlp.IsOn) return Task.CompletedTask;
        var theirs = libraries.Select(library => library.Name).ToArray();
        // Two programs on one machine are two; one that starts anew in its container goes on.
        var self = $"{Environment.MachineName}-{Environment.ProcessId}";
        var node = ResourceBuilder.CreateDefault().AddService("communitywidget", serviceInstanceId: self).AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(node)
            .AddSource(Traces.Source, "Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server").AddSource(theirs)
            .AddProcessor(new WithoutAddresses())
            .AddOtlpExporter(options => otlp.Fill(options, "traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(node)
            .AddMeter(Instruments.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime").AddMeter(theirs)
            .AddOtlpExporter((exporter, reader) =>
            {
                otlp.Fill(exporter, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = otlp.IntervalMs;
            })
            .Build();
        Instruments.Begin();
        foreach (var one in known) one.Begin();
        return Task.CompletedTask;
    }

    // Flushes what is left, side by side: with the collector away both take all of the time they have.
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _traces?.Shutdown(ShutdownMs), cancellationToken), Task.Run(() => _metrics?.Shutdown(ShutdownMs), cancellationToken));

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>A socket's address holds its ticket, the one that stops mails its secret, and a client's is nobody's business. The route says enough.</summary>
    private sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        private static readonly string[] Private = ["url.query", "url.path", "url.full", "http.url", "http.target", "client.address", "network.peer.address", "user_agent.original"];

        public override void OnEnd(Activity data)
        {
            foreach (var name in Private) if (data.GetTagItem(name) is not null) data.SetTag(name, null);
        }
    }
}
