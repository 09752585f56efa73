using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityWidget.Hubs;
using CommunityWidget.Servers;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>The program as a process of its own, with the demo shop: to be told to end, and seen how it does.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private ProgramProcess(Uri address, Process process)
    {
        (Address, _process) = (address, process);
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Said => string.Join('\n', _said);

    public static async Task<ProgramProcess> Start(Dictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo("dotnet", [typeof(VisitorHub).Assembly.Location, "--urls", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Limits__Enabled"] = "false";
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__")] = value;
        var program = new ProgramProcess(address, Process.Start(start)!);
        while (await program.Ready() != 200)
        {
            Assert.False(program._process.HasExited, program.Said);
            await Task.Delay(100);
        }
        return program;
    }

    /// <summary>What the readiness check answers; 0 when nobody does.</summary>
    public async Task<int> Ready()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"));
            return (int)answer.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
    }

    public async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> ExitCode()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
