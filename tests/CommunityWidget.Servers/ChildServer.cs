using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CommunityWidget.Servers;

/// <summary>A server process of our own. It ends with us, also when we are killed: it watches a pipe that only we hold.</summary>
public sealed class ChildServer : IAsyncDisposable
{
    // Prints the server's process id, then waits for our end of its standard input to close. Its folder goes with it unless we say otherwise.
    private const string Watch = """
        signal=$1; shift; "$@" </dev/null >>"$LOG" 2>&1 & pid=$!; echo $pid
        said=$(cat); kill -$signal $pid 2>/dev/null; wait $pid
        [ "$said" = keep ] || rm -rf "$(dirname "$LOG")"
        """;

    private readonly Process _shell;
    private bool _isDisposed;

    private ChildServer(Process shell, int pid) => (_shell, Pid) = (shell, pid);

    /// <summary>The server's own process, to be stopped or killed by its id.</summary>
    public int Pid { get; }

    public bool HasEnded => _isDisposed || _shell.HasExited;

    /// <param name="log">File the server's output is appended to, in a folder of its own.</param>
    /// <param name="stopSignal">What a polite end is called, such as <c>TERM</c>.</param>
    public static async Task<ChildServer> Start(string log, string stopSignal, params string[] command)
    {
        var start = new ProcessStartInfo("bash", ["-c", Watch, "watch", stopSignal, .. command]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LOG"] = log;
        // A crowd played by one machine is in more of a hurry than people.
        start.Environment.TryAdd("Limits__Enabled", "false");
        var shell = Process.Start(start)!;
        return new(shell, int.Parse((await shell.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>Sends a signal to the server itself: <c>KILL</c>, <c>STOP</c>, <c>CONT</c>.</summary>
    public async Task Signal(string signal)
    {
        // It may have ended before us, and that is no news.
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", Pid.ToString()]) { UseShellExecute = false, RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    public Task WaitForEnd() => _shell.WaitForExitAsync();

    /// <summary>Waits until it has ended; a second time there is nothing to do.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        await Signal("CONT");
        await _shell.StandardInput.WriteAsync("keep");
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    /// <summary>Where a program is, looked for on the path and where Debian hides it; null when it is not installed.</summary>
    public static string? Find(string program, params string[] hidden) =>
        hidden.SelectMany(pattern => Directory.Exists(pattern) ? Directory.GetDirectories(pattern) : []).OrderDescending().Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>A folder in memory where there is any: what is tested is not how fast a disk is.</summary>
    public static string NewFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"{name}-{Guid.CreateVersion7():n}")).FullName;
}
