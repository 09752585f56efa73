using CommunityWidget.Servers;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CommunityWidget.Replay.Kills;

/// <summary>The program as a process of its own, to be killed and started again.</summary>
internal sealed class KilledServer(string program, string database, string log) : IDisposable
{
    // A minute passes in three seconds; the ladder is shortened in the database.
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Matching__SilenceMs"] = "2250",
        ["Matching__VisitorHereMs"] = "1750",
        ["Matching__BeatMs"] = "500",
        ["Matching__SweepMs"] = "100",
        ["Matching__LeaseMs"] = "500",
        ["Conversations__SilentMs"] = "30000",
        ["Conversations__HeadsMs"] = "500",
        ["Conversations__SweepMs"] = "500",
    };

    private readonly StreamWriter _log = new(log) { AutoFlush = true };
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.ToString()]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Quick) start.Environment[name] = value;
        start.Environment["Database__Path"] = database;
        start.Environment["Limits__Enabled"] = "false";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Server.UntilReady(Address);
    }

    /// <summary>SIGKILL: not a word is finished.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
        _log.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_log)
        {
            if (line is not null && _log.BaseStream is { CanWrite: true }) _log.WriteLine(line);
        }
    }
}
