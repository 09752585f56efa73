using System.Collections.Concurrent;
using System.Diagnostics;
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
    private static readonly string[] Unwilling = ["OOM command", "LOADING", "READONLY", "MISCONF", "MASTERDOWN", "CLUSTERDOWN", "NOREPLICAS", "TRYAGAIN", "BUSY "];

    // A right that the user lacks, told to us or to a script of ours (in the words of Redis 6 and of later ones), or a password. A command that was taken away or renamed,
    // and a database that is not there.
    private static readonly string[] Forbidding = ["NOPERM", "NOAUTH", "WRONGPASS", "The user executing the script", "ACL failure in script", "unknown command", "Unknown Redis command", "DB index"];

    private readonly Lock _gate = new();
    private readonly ConfigurationOptions _options;
    private readonly LongSilence _silence;
    private readonly ILogger<RedisLink> _log;
    private readonly ConcurrentBag<Action> _then = [], _lost = [];
    private volatile ConnectionMultiplexer _link;
    private bool _isConnecting, _isDisposed, _isRefusalSaid;
    private volatile Exception? _keptOut;

    private RedisLink(ConfigurationOptions options, TimeSpan patience, TimeSpan longSilence, ILogger<RedisLink> log)
    {
        (_options, Patience, _silence, _log) = (options, patience, new(longSilence), log);
        // Before the program serves: connecting under load can fail for the life of the process with this client.
        _link = ConnectionMultiplexer.Connect(options);
        Watch(_link);
        // Why, the client said before anybody could listen.
        if (!_link.IsConnected) _ = AskWhy(_link);
        else CheckNumber();
    }

    /// <summary>A Redis that has not answered for so long is silent.</summary>
    public TimeSpan Patience { get; }

    /// <summary>Called each time a connection came back: to load scripts, to refill what was lost. Must not wait.</summary>
    public void OnRestored(Action then) => _then.Add(then);

    /// <summary>Called each time a connection broke, the one for pub/sub too. Must not wait.</summary>
    public void OnLost(Action then) => _lost.Add(then);

    public bool IsConnected => _link.IsConnected;

    /// <summary>Throws what the server said where it keeps us out of the database whose number is set: away to whoever asks.</summary>
    public IDatabase Database => _keptOut is { } refusal ? throw refusal : _link.GetDatabase();

    public ISubscriber Subscriber => _link.GetSubscriber();

    /// <summary>Every machine there is, of a cluster or a set of replicas.</summary>
    public IEnumerable<IServer> Servers => _link.GetEndPoints().Select(point => _link.GetServer(point));

    /// <summary>The number of the database in use.</summary>
    public int Number => _link.GetDatabase().Database;

    public IServer Server => _link.GetServer(_link.GetEndPoints()[0]);

    /// <summary>Connects, or goes on trying in the background: a program that starts before its Redis serves at once.</summary>
    /// <param name="address">The connection string.</param>
    /// <param name="log">Where to say that it is away.</param>
    /// <param name="patience">How long an answer is waited for; a second when nothing is said.</param>
    /// <param name="longSilence">After how long a silence another connection is tried; ten seconds when nothing is said.</param>
    public static RedisLink Connect(string address, ILogger<RedisLink> log, TimeSpan? patience = null, TimeSpan? longSilence = null)
    {
        var options = RedisAddress.Read(address);
        options.AbortOnConnectFail = false;
        // INFO is all we ask as one: the client keeps it for administrators.
        options.AllowAdmin = true;
        options.ClientName ??= "communitywidget";
        // How long the start waits for a Redis that is not there, and how soon one that came back is noticed.
        if (!address.Contains("connectTimeout", StringComparison.OrdinalIgnoreCase)) options.ConnectTimeout = ConnectTimeoutMs;
        // The client would wait for it three times over.
        if (!address.Contains("connectRetry", StringComparison.OrdinalIgnoreCase)) options.ConnectRetry = 1;
        // How soon a replica that took over is found.
        if (!address.Contains("configCheckSeconds", StringComparison.OrdinalIgnoreCase)) options.ConfigCheckSeconds = ConfigCheckSeconds;
        return new(options, patience ?? TimeSpan.FromSeconds(1), longSilence ?? TimeSpan.FromSeconds(10), log);
    }

    /// <summary>
    /// It did not answer in time. A machine that vanished without a word leaves a connection that seems to be there until the system gives it up, a
    /// quarter of an hour later: after a long silence another one is tried.
    /// </summary>
    public void WasSilent()
    {
        lock (_gate)
        {
            if (!_silence.IsLong(Stopwatch.GetTimestamp()) || _isConnecting || !IsConnected) return;
            _isConnecting = true;
        }
        _ = ConnectAnew();
    }

    // The one there is stays until another is well: a server that was only frozen answers on it when it thaws.
    private async Task ConnectAnew()
    {
        ConnectionMultiplexer? old = null, next = null;
        try
        {
            next = await ConnectionMultiplexer.ConnectAsync(_options);
            lock (_gate)
            {
                if (_isDisposed || !next.IsConnected) return;
                Watch(next);
                (old, _link, next) = (_link, next, null);
                _silence.IsOver();
            }
            Log.Anew(_log);
            _ = Select();
            foreach (var lost in _lost) lost();
            foreach (var then in _then) then();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Tried again at the next silence.
            Log.NotAnew(_log, error);
        }
        finally
        {
            Close(old);
            Close(next);
            lock (_gate) _isConnecting = false;
        }
    }

    private void Watch(ConnectionMultiplexer link)
    {
        link.ConnectionFailed += (_, broken) =>
        {
            if (link != _link) return;
            Log.Away(_log, broken.FailureType);
            if (broken.FailureType == ConnectionFailureType.AuthenticationFailure) Refused(_options.Ssl ? "TLS or the password" : "the password");
            foreach (var lost in _lost) lost();
        };
        link.ConnectionRestored += (_, _) =>
        {
            if (link != _link) return;
            Log.Back(_log);
            Granted();
            _ = Select();
            foreach (var then in _then) then();
        };
    }

    // A number that a server does not have it will not have later, and everything would be asked in vain.
    private void CheckNumber()
    {
        if (Number <= 0) return;
        try
        {
            _link.GetDatabase().Execute("SELECT", Number);
        }
        catch (Exception error) when (LacksDatabase(error))
        {
            Close(_link);
            throw RedisAddress.Wrong($"ConnectionStrings:Redis names database {Number}, which this Redis does not have. Name another (most have 0 to 15, a cluster has 0 only), or raise databases in its redis.conf.");
        }
        catch (Exception error) when (IsAway(error) || error is RedisException)
        {
            // What else it refuses is said by whoever needs it.
            _keptOut = IsForbidden(error) ? error : null;
        }
    }

    /// <summary>
    /// Asks for our database in so many words. By itself the client does so too, but hears no refusal: where it may not ask how many there are (CONFIG),
    /// it would go on in the first one, which is somebody else's.
    /// </summary>
    public async Task Select()
    {
        if (Number <= 0) return;
        try
        {
            await _link.GetDatabase().ExecuteAsync("SELECT", Number);
            _keptOut = null;
        }
        catch (Exception error) when (IsForbidden(error))
        {
            _keptOut = error;
            throw;
        }
    }

    // The client's own word where the server told it how many there are, else the server's.
    private static bool LacksDatabase(Exception error) => error is RedisCommandException or RedisServerException
        && (error.Message.Contains("database", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("DB index", StringComparison.Ordinal));

    private async Task AskWhy(ConnectionMultiplexer link)
    {
        try
        {
            await link.GetDatabase().PingAsync();
        }
        catch (Exception error) when (IsAway(error))
        {
            if (FailureOf(error) is { } failure) Log.Away(_log, failure);
            Explain(error);
        }
    }

    /// <summary>Says once, until it is back, when it is away for what is set: a password, TLS or a right. Neither address nor password are in it.</summary>
    public void Explain(Exception error)
    {
        if (LacksDatabase(error)) Refused($"the database (number {Number}: it has fewer)");
        else if (error is RedisCommandException && IsForbidden(error)) Refused($"what is asked of it ({error.Message})");
        else if (IsForbidden(error)) Refused($"what this user may do ({error.Message.Split(" script: ")[0].Split(", with args")[0].Trim()})");
        else if (FailureOf(error) == ConnectionFailureType.AuthenticationFailure) Refused(_options.Ssl ? "TLS or the password" : "the password");
    }

    /// <summary>It let us do all that is needed: what it refuses from now on is said again.</summary>
    public void Granted()
    {
        lock (_gate) _isRefusalSaid = false;
    }

    private void Refused(string what)
    {
        lock (_gate)
        {
            if (_isRefusalSaid) return;
            _isRefusalSaid = true;
        }
        Log.Refused(_log, what);
    }

    // Where no server could be chosen the client hangs up beneath what it knows of each.
    private static ConnectionFailureType? FailureOf(Exception? error) => error switch
    {
        AggregateException several => several.InnerExceptions.Select(FailureOf).OrderByDescending(one => one == ConnectionFailureType.AuthenticationFailure).FirstOrDefault(),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToResolvePhysicalConnection } vague => FailureOf(vague.InnerException) ?? vague.FailureType,
        RedisConnectionException { FailureType: var type } => type,
        _ => null,
    };

    /// <summary>Looks which machine takes writes now: a replica may have taken over. By itself the client looks every few seconds.</summary>
    public Task LookAround() => _link.ConfigureAsync();

    /// <summary>Says whether an error means that Redis is away, full, not yet itself or closed to us, rather than that we asked it something wrong.</summary>
    public static bool IsAway(Exception error) => error switch
    {
        RedisServerException { Message: var message } => IsForbidden(error) || Array.Exists(Unwilling, word => message.Contains(word, StringComparison.Ordinal)),
        RedisException or RedisCommandException or TimeoutException or OperationCanceledException or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>It is there and does not let us, or has not what the client was told to ask for: whoever set it up must mend that.</summary>
    public static bool IsForbidden(Exception error) => error switch
    {
        // Its primary failed over: the next one is found soon.
        RedisCommandException { Message: var message } => !message.StartsWith("Command cannot be issued to a ", StringComparison.Ordinal),
        RedisServerException { Message: var message } => Array.Exists(Forbidding, word => message.Contains(word, StringComparison.Ordinal)),
        _ => false,
    };

    public void Dispose()
    {
        lock (_gate) _isDisposed = true;
        // What was told last is written once this is answered. Left to itself the client waits for a second, even for nothing.
        if (_link.IsConnected) Task.WaitAny([_link.GetDatabase().PingAsync()], Patience);
        Close(_link);
    }

    // Nobody waits any more for what it was asked.
    private static void Close(ConnectionMultiplexer? link)
    {
        link?.Close(allowCommandsToComplete: false);
        link?.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(151, LogLevel.Warning, "Redis is away ({Failure}): no new offers until it is back; chats go on")]
        public static partial void Away(ILogger log, ConnectionFailureType failure);

        [LoggerMessage(156, LogLevel.Error, "Redis is there and refused {What}. Correct ConnectionStrings:Redis, or grant its user what is missing (+@all ~* &*, or as narrow as deploy/README.md says); until then no new offers, chats go on")]
        public static partial void Refused(ILogger log, string what);

        [LoggerMessage(152, LogLevel.Information, "Redis is back")]
        public static partial void Back(ILogger log);

        [LoggerMessage(154, LogLevel.Warning, "Redis said nothing on connections that seemed to be there; they were made anew")]
        public static partial void Anew(ILogger log);

        [LoggerMessage(155, LogLevel.Debug, "Redis says nothing, and no other connection could be made")]
        public static partial void NotAnew(ILogger log, Exception error);
    }
}
