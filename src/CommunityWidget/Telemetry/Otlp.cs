using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;

namespace CommunityWidget.Telemetry;

/// <summary>Where traces and metrics go, by OpenTelemetry's own names. Without an endpoint nothing is collected.</summary>
public sealed class Otlp
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT", Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL", Interval = "OTEL_METRIC_EXPORT_INTERVAL";

    private readonly Uri? _endpoint;
    private readonly OtlpExportProtocol _protocol;

    public Otlp(IConfiguration settings)
    {
        // Looked at without an endpoint too: the day one is named is too late to hear of it.
        _protocol = Said(settings, Protocol, "grpc") switch
        {
            "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            _ => throw Wrong($"{Protocol} is neither grpc nor http/protobuf."),
        };
        IntervalMs = int.TryParse(Said(settings, Interval, "60000"), out var interval) && interval >= 100 ? interval
            : throw Wrong($"{Interval} is not a number of milliseconds, at least 100.");
        if (string.IsNullOrWhiteSpace(settings[Endpoint])) return;
        _endpoint = Uri.TryCreate(settings[Endpoint], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
            : throw Wrong($"{Endpoint} is not an address. Write it like http://collector:4317.");
    }

    public bool IsOn => _endpoint is not null;

    public int IntervalMs { get; }

    /// <param name="options">What is filled in.</param>
    /// <param name="signal"><c>traces</c> or <c>metrics</c>: over HTTP each has a path of its own.</param>
    public void Fill(OtlpExporterOptions options, string signal)
    {
        options.Protocol = _protocol;
        options.Endpoint = _protocol == OtlpExportProtocol.Grpc ? _endpoint! : new Uri($"{_endpoint!.ToString().TrimEnd('/')}/v1/{signal}");
    }

    private static string Said(IConfiguration settings, string name, string otherwise) => string.IsNullOrWhiteSpace(settings[name]) ? otherwise : settings[name]!;

    private static OptionsValidationException Wrong(string fault) => new(nameof(Otlp), typeof(Otlp), [fault]);
}
