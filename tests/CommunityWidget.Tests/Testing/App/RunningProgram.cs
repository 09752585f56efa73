using System.Diagnostics;
using System.Net;
using CommunityWidget.Servers;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>The program as a process of its own, with the demo shop; it may die and is started again on the same database.</summary>
/// <param name="settings">Such as <c>Database:Path</c>.</param>
/// <param name="environment">What else its environment says.</param>
public sealed class RunningProgram(IReadOnlyDictionary<string, string?> settings, params (string Name, string Value)[] environment) : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CommunityWidget.dll");

    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    /// <summary>How often it was started.</summary>
    public int Lives { get; private set; }

    /// <summary>Runs until the token says so, and starts again whenever it died.</summary>
    public async Task KeepAlive(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Start();
            try
            {
                await _process!.WaitForExitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Waits until it answers.</summary>
    public async Task UntilReady()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var http = new HttpClient { BaseAddress = Address };
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await interval.WaitForNextTickAsync(late.Token))
        {
            try
            {
                if ((await http.GetAsync("/health/ready", late.Token)).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening, or gone.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Start()
    {
        _process?.Dispose();
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", Address.ToString()]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Limits__Enabled"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        Lives++;
    }
}
