using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>
/// The one connection to Redis, shared by whoever needs it. It mends itself; while it is away callers go on without, because nothing
/// is in Redis that the database does not know better.
/// </summary>
public sealed partial class RedisLink : IDisposable
{
    private const int ConnectTimeoutMs = 1_000, ConfigCheckSeconds = 5;

    // Full, starting, a replica, cut off from its disk, its master or its cluster, or busy with somebody's script.
    private static readonly string[] Unwilling = ["OOM command", "LOADING", "READONLY", "MISCONF", "MASTERDOWN", "CLUSTERDOWN", "NOREPLICAS", "TRYAGAIN", "BUSY Redis"];

    private readonly ConnectionMultiplexer _link;
    private readonly ConcurrentBag<Action> _then = [], _lost = [];

    private RedisLink(ConnectionMultiplexer link, ILogger<RedisLink> log)
    {
        _link = link;
        link.ConnectionFailed += (_, _) =>
        {
            Log.Away(log);
            foreach (var lost in _lost) lost();
        };
        link.ConnectionRestored += (_, _) =>
        {
            Log.Back(log);
            foreach (var then in _then) then();
        };
    }

    /// <summary>Called each time a connection came back: to load scripts, to refill what was lost. Must not wait.</summary>
    public void OnRestored(Action then) => _then.Add(then);

    /// <summary>Called each time a connection broke, the one for pub/sub too. Must not wait.</summary>
    public void OnLost(Action then) => _lost.Add(then);

    public bool IsConnected => _link.IsConnected;

    public IDatabase Database => _link.GetDatabase();

    public ISubscriber Subscriber => _link.GetSubscriber();

    /// <summary>Every machine there is, of a cluster or a set of replicas.</summary>
    public IEnumerable<IServer> Servers => _link.GetEndPoints().Select(point => _link.GetServer(point));

    public IServer Server => _link.GetServer(_link.GetEndPoints()[0]);

    /// <summary>Connects, or goes on trying in the background: a program that starts before its Redis serves at once.</summary>
    public static RedisLink Connect(string address, ILogger<RedisLink> log)
    {
        var options = Read(address);
        options.AbortOnConnectFail = false;
        options.ClientName ??= "communitywidget";
        // How long the start waits for a Redis that is not there, and how soon one that came back is noticed.
        if (!address.Contains("connectTimeout", StringComparison.OrdinalIgnoreCase)) options.ConnectTimeout = ConnectTimeoutMs;
        // How soon a replica that took over is found.
        if (!address.Contains("configCheckSeconds", StringComparison.OrdinalIgnoreCase)) options.ConfigCheckSeconds = ConfigCheckSeconds;
        // Before the program serves: connecting under load can fail for the life of the process with this client.
        return new(ConnectionMultiplexer.Connect(options), log);
    }

    // What was written may hold a password: the sentence repeats none of it.
    private static ConfigurationOptions Read(string address)
    {
        try
        {
            return ConfigurationOptions.Parse(address);
        }
        catch (ArgumentException)
        {
            throw new OptionsValidationException("ConnectionStrings:Redis", typeof(RedisOptions), ["ConnectionStrings:Redis cannot be read. Write it like redis:6379,password=…."]);
        }
    }

    /// <summary>Looks which machine takes writes now: a replica may have taken over. By itself the client looks every few seconds.</summary>
    public Task LookAround() => _link.ConfigureAsync();

    /// <summary>Says whether an error means that Redis is away, full or not yet itself, rather than that we asked it something wrong.</summary>
    public static bool IsAway(Exception error) => error switch
    {
        RedisServerException { Message: var message } => Array.Exists(Unwilling, word => message.Contains(word, StringComparison.Ordinal)),
        RedisException or TimeoutException or OperationCanceledException or ObjectDisposedException => true,
        _ => false,
    };

    public void Dispose() => _link.Dispose();

    private static partial class Log
    {
        [LoggerMessage(151, LogLevel.Warning, "Redis is away: no new offers until it is back; chats go on")]
        public static partial void Away(ILogger log);

        [LoggerMessage(152, LogLevel.Information, "Redis is back")]
        public static partial void Back(ILogger log);
    }
}
