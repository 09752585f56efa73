using System.Collections.Concurrent;
using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>
/// The one connection to Redis, shared by whoever needs it. It mends itself; while it is away callers go on without, because nothing
/// is in Redis that the database does not know better.
/// </summary>
public sealed partial class RedisLink : IDisposable
{
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

    public IServer Server => _link.GetServer(_link.GetEndPoints()[0]);

    /// <summary>Connects, or goes on trying in the background: a program that starts before its Redis serves at once.</summary>
    public static RedisLink Connect(string address, ILogger<RedisLink> log)
    {
        var options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = false;
        options.ClientName ??= "communitywidget";
        // Before the program serves: connecting under load can fail for the life of the process with this client.
        return new(ConnectionMultiplexer.Connect(options), log);
    }

    public void Dispose() => _link.Dispose();

    private static partial class Log
    {
        [LoggerMessage(151, LogLevel.Warning, "Redis is away: no new offers until it is back; chats go on")]
        public static partial void Away(ILogger log);

        [LoggerMessage(152, LogLevel.Information, "Redis is back")]
        public static partial void Back(ILogger log);
    }
}
