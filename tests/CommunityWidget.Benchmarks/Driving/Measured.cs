using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using CommunityWidget.Servers;
using Microsoft.Diagnostics.NETCore.Client;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>A server under measurement: a process of its own, ended with us.</summary>
internal sealed class Measured : IAsyncDisposable
{
    private readonly ChildServer _server;

    private Measured(ChildServer server, Uri address) => (_server, Address) = (server, address);

    public Uri Address { get; }

    public static async Task<Measured> Start(string log, Func<string, string[]> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        string[] settings = [.. (environment ?? new Dictionary<string, string>()).Select(e => $"{e.Key.Replace(":", "__", StringComparison.Ordinal)}={e.Value}"), "DOTNET_gcServer=0"];
        var server = await ChildServer.Start(log, "KILL", ["env", .. settings, "dotnet", .. arguments(address.ToString().TrimEnd('/'))]);
        var measured = new Measured(server, address);
        await measured.UntilReady(log);
        return measured;
    }

    /// <summary>Memory it holds, in bytes.</summary>
    public long Memory() => long.Parse(Status("VmRSS:"), CultureInfo.InvariantCulture) * 1024;

    /// <summary>Has it collect its garbage, all of it: the runtime does when somebody begins to listen to its collector with this word.</summary>
    public async Task Collect()
    {
        const long Everything = 0x800000;
        using var session = await new DiagnosticsClient(_server.Pid).StartEventPipeSessionAsync([new("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, Everything)], requestRundown: false, 1, CancellationToken.None);
        var heard = session.EventStream.CopyToAsync(Stream.Null);
        await session.StopAsync(CancellationToken.None);
        await heard;
    }

    /// <summary>The most it ever held.</summary>
    public long MostMemory() => long.Parse(Status("VmHWM:"), CultureInfo.InvariantCulture) * 1024;

    /// <summary>Processor time it used since it started.</summary>
    public TimeSpan Processor()
    {
        using var process = Process.GetProcessById(_server.Pid);
        return process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private string Status(string name) => File.ReadLines($"/proc/{_server.Pid}/status").First(line => line.StartsWith(name, StringComparison.Ordinal))
        .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1];

    private async Task UntilReady(string log)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var started = Stopwatch.StartNew(); await interval.WaitForNextTickAsync();)
        {
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (started.Elapsed < TimeSpan.FromSeconds(40))
            {
                // Not listening yet.
            }
            if (started.Elapsed > TimeSpan.FromSeconds(40)) throw new IOException($"A server did not start; see {log}.");
        }
    }
}
