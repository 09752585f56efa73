using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CommunityWidget.Servers;

/// <summary>A line between a client and a server that can be made bad while it is in use. What is set counts for open lines too.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<ProxiedLine, bool> _lines = new();
    private readonly Task _accepting;

    /// <param name="port">Where to listen; 0 picks one.</param>
    public TcpProxy(int target, int port = 0)
    {
        Target = target;
        _listener = new(IPAddress.Loopback, port);
        _listener.Start(4_096);
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Where new lines lead; open ones stay where they are.</summary>
    public int Target { get; set; }

    /// <summary>What befalls everything that passes.</summary>
    public Weather Weather { get; set; } = Weather.Good;

    /// <summary>True for a chunk from the server after which the line is cut instead of handing it on.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? CutInsteadOf { get; set; }

    public int Open => _lines.Count;

    /// <summary>Lines hold as little as a kernel allows, so that a slow reader is felt at the other end.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>The ports lines reach the server from, the oldest first.</summary>
    public IReadOnlyList<int> LinesToServer => [.. _lines.Keys.OrderBy(line => line.Since).Select(line => line.ServerSide)];

    /// <summary>Bytes a line has taken from the server, by the port it reaches it from.</summary>
    public long Taken(int line) => _lines.Keys.FirstOrDefault(open => open.ServerSide == line)?.Taken ?? 0;

    /// <summary>Cuts every line, without a word, as a router that forgot them.</summary>
    public int ResetAll()
    {
        var lines = _lines.Keys.ToList();
        foreach (var line in lines) line.Reset();
        return lines.Count;
    }

    /// <summary>Cuts one line of those that are open.</summary>
    public bool ResetOne(Random dice)
    {
        var lines = _lines.Keys.ToList();
        if (lines.Count == 0) return false;
        lines[dice.Next(lines.Count)].Reset();
        return true;
    }

    /// <summary>Lines that are open now swallow whatever is sent on them, for good, and nobody is told: the machine behind them has vanished. New lines lead where they should.</summary>
    public void Forget() => Forget(but: 0);

    /// <param name="but">How many stay well, the oldest.</param>
    public void Forget(int but)
    {
        foreach (var line in _lines.Keys.OrderBy(line => line.Since).Skip(but)) line.IsForgotten = true;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await _accepting;
        ResetAll();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptSocketAsync(_ended.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Nobody calls any more.
        }
    }

    private async Task Carry(Socket client)
    {
        var line = new ProxiedLine(this, client);
        _lines[line] = true;
        await line.Run(_ended.Token);
        _lines.TryRemove(line, out _);
    }
}

/// <summary>How bad a line is.</summary>
/// <param name="Delay">One way, both ways alike.</param>
/// <param name="Jitter">More or less than that, at most.</param>
/// <param name="StallChance">Of each chunk, to wait for a second and a half.</param>
/// <param name="IsHole">Nothing that is sent arrives, and nobody is told.</param>
/// <param name="BytesPerSecond">From the server; 0 is as fast as it goes.</param>
public sealed record Weather(TimeSpan Delay = default, TimeSpan Jitter = default, double StallChance = 0, bool IsHole = false, int BytesPerSecond = 0)
{
    public static readonly Weather Good = new();

    public static readonly Weather Hole = new(IsHole: true);
}
