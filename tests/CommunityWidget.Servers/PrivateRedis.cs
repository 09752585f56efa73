using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace CommunityWidget.Servers;

/// <summary>A Redis server of our own that writes nothing to the disk, on a port of its own.</summary>
public sealed class PrivateRedis : IAsyncDisposable
{
    private static readonly string? Program = ChildServer.Find("redis-server") ?? ChildServer.Find("valkey-server");

    private readonly string _folder = ChildServer.NewFolder("community-redis");
    private readonly string[] _settings;
    private ChildServer _server = null!;

    private PrivateRedis(string[] settings) => _settings = settings;

    public static bool IsInstalled => Program is not null;

    public int Port { get; } = FreePort.Find();

    public int Pid => _server.Pid;

    public string Address => $"127.0.0.1:{Port}";

    /// <param name="settings">Such as <c>maxmemory 5mb</c>.</param>
    public static async Task<PrivateRedis> Start(params string[] settings)
    {
        var server = new PrivateRedis(settings);
        await server.StartAgain();
        return server;
    }

    /// <summary>Starts empty on the same port: after <see cref="Stop"/>, or after it was killed.</summary>
    public async Task StartAgain()
    {
        string[] settings = ["port " + Port, "bind 127.0.0.1", "save \"\"", "appendonly no", "enable-debug-command local", "dir " + _folder, .. _settings];
        var file = Path.Combine(_folder, "redis.conf");
        await File.WriteAllLinesAsync(file, settings);
        _server = await ChildServer.Start(Path.Combine(_folder, "log"), "TERM", Program!, file);
        await WaitUntilReady();
    }

    public ValueTask Stop() => _server.DisposeAsync();

    public Task Signal(string signal) => _server.Signal(signal);

    /// <summary>One administrative command, such as <c>FLUSHALL</c>.</summary>
    public async Task<RedisResult> Execute(string command, params object[] arguments)
    {
        using var link = await ConnectionMultiplexer.ConnectAsync($"{Address},allowAdmin=true,connectTimeout=1000");
        try
        {
            return await link.GetDatabase().ExecuteAsync(command, arguments);
        }
        finally
        {
            // Left to itself it waits for a second, with nothing to wait for.
            link.Close(allowCommandsToComplete: false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitUntilReady()
    {
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var started = Stopwatch.StartNew(); await interval.WaitForNextTickAsync();)
        {
            try
            {
                // The client, turned away once, would wait for a second.
                using (var line = new TcpClient()) await line.ConnectAsync(IPAddress.Loopback, Port);
                await Execute("PING");
                return;
            }
            catch (Exception error) when (error is RedisException or SocketException && !_server.HasEnded && started.Elapsed < TimeSpan.FromSeconds(30))
            {
                // Not listening yet.
            }
        }
    }
}
