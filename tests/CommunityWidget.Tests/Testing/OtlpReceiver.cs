using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Testing;

/// <summary>Takes traces and metrics as a collector does, by OTLP over HTTP, and reads from the bytes what the tests ask for.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _traces = new(), _metrics = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v1/traces", http => Keep(http, _traces));
        _app.MapPost("/v1/metrics", http => Keep(http, _metrics));
    }

    public string Address => _app.Urls.Single();

    /// <summary>Every span that came.</summary>
    public IReadOnlyList<Span> Spans =>
        [.. _traces.SelectMany(bytes => Fields(bytes, 1)).SelectMany(resource => Fields(resource, 2)).SelectMany(scope => Fields(scope, 2))
            .Select(span => new Span(Convert.ToHexString(Fields(span, 1).Single()), Encoding.UTF8.GetString(Fields(span, 5).Single())))];

    public IReadOnlySet<string> Metrics => Measured.Select(metric => metric.Name).ToHashSet();

    /// <summary>A meter's values with their tags, as text where they are text.</summary>
    public IEnumerable<string> Texts(string metric) => Measured.Where(one => one.Name == metric).Select(one => Encoding.UTF8.GetString(one.Bytes));

    /// <summary>Where a histogram's boxes end, as it said last.</summary>
    public IReadOnlyList<double> Bounds(string histogram)
    {
        var bytes = Fields(Fields(Fields(Measured.Last(one => one.Name == histogram).Bytes, 9).Single(), 1).First(), 7).Single();
        return [.. bytes.Chunk(sizeof(double)).Select(eight => BitConverter.ToDouble(eight))];
    }

    /// <summary>What each thing that came says of the node it came from.</summary>
    public IEnumerable<string> Resources(string attribute) => _traces.Concat(_metrics).SelectMany(bytes => Fields(bytes, 1)).SelectMany(whole => Fields(whole, 1)).SelectMany(resource => Fields(resource, 1))
        .Where(pair => Encoding.UTF8.GetString(Fields(pair, 1).Single()) == attribute)
        .Select(pair => Encoding.UTF8.GetString(Fields(Fields(pair, 2).Single(), 1).Single()));

    private IEnumerable<(string Name, byte[] Bytes)> Measured =>
        _metrics.SelectMany(bytes => Fields(bytes, 1)).SelectMany(resource => Fields(resource, 2)).SelectMany(scope => Fields(scope, 2))
            .Select(metric => (Encoding.UTF8.GetString(Fields(metric, 1).Single()), metric));

    /// <summary>Everything that came, as text where it is text.</summary>
    public string Everything => string.Join('\n', _traces.Concat(_metrics).Select(Encoding.UTF8.GetString));

    public static async Task<OtlpReceiver> Start()
    {
        var receiver = new OtlpReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task Keep(HttpContext http, ConcurrentQueue<byte[]> kept)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        kept.Enqueue(body.ToArray());
    }

    // Protocol buffers: a number for field and kind, then a number, eight bytes, four, or a length and so many bytes.
    private static IEnumerable<byte[]> Fields(byte[] message, int wanted)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0: Number(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                default:
                    var length = (int)Number(message, ref at);
                    if ((int)(tag >> 3) == wanted) yield return message[at..(at + length)];
                    at += length;
                    break;
            }
        }
    }

    private static ulong Number(byte[] message, ref int at)
    {
        for (var (number, shift) = (0UL, 0); ; shift += 7)
        {
            var part = message[at++];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return number;
        }
    }

    public sealed record Span(string Trace, string Name);
}
