using System.Globalization;
using CommunityWidget.Replay;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Fleet;

/// <summary>One node: a process of the program, stopped, frozen and killed by its id.</summary>
internal sealed class ProductNode(string program, string log, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private ChildServer? _process;

    public int Port { get; } = FreePort.Find();

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>What it is started as next.</summary>
    public string Program { get; set; } = program;

    public string Log => log;

    public int Pid => _process!.Pid;

    public bool Runs => _process is not null;

    public async Task Start(bool wait = true, IReadOnlyDictionary<string, string>? more = null)
    {
        var all = settings.Concat(more ?? new Dictionary<string, string>()).Select(s => $"{s.Key}={s.Value}");
        _process = await ChildServer.Start(log, "TERM", ["env", .. all, "dotnet", Program, "--urls", Address.ToString()]);
        if (wait) await Server.UntilReady(Address);
    }

    /// <summary>SIGKILL: not a word is finished.</summary>
    public async Task Kill()
    {
        await _process!.Signal("KILL");
        await End();
    }

    /// <summary>SIGTERM, and everything that follows from it.</summary>
    public Task Stop() => End();

    public Task Freeze() => _process!.Signal("STOP");

    public Task Thaw() => _process!.Signal("CONT");

    /// <summary>What it called a bug of its own, and the line that says which.</summary>
    public IReadOnlyList<string> Errors()
    {
        if (!File.Exists(log)) return [];
        var lines = File.ReadAllLines(log);
        return [.. lines.Index().Where(line => line.Item.StartsWith("fail:", StringComparison.Ordinal) || line.Item.StartsWith("crit:", StringComparison.Ordinal))
            .Select(line => $"{line.Item} {lines.ElementAtOrDefault(line.Index + 1)?.Trim()}")];
    }

    /// <summary>Sockets its process holds, but for those that lead to a port: a pool keeps its connections.</summary>
    public int Sockets(int besides)
    {
        var pool = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.SelectMany(File.ReadLines).Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row[2].EndsWith($":{besides:X4}", StringComparison.Ordinal)).Select(row => $"socket:[{row[9]}]").ToHashSet();
        return Directory.GetFiles($"/proc/{Pid}/fd").Select(file => new FileInfo(file).LinkTarget).Count(to => to?.StartsWith("socket:", StringComparison.Ordinal) == true && !pool.Contains(to));
    }

    public double RssMb()
    {
        var rss = File.ReadLines($"/proc/{Pid}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(rss.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_024.0;
    }

    // The fleet is over: nobody waits for it to drain.
    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await Kill();
    }

    private async Task End()
    {
        var process = _process!;
        _process = null;
        await process.DisposeAsync();
    }
}
