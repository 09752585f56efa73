using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>Says at start, and whenever Redis comes back, when it would throw keys away instead of saying that it is full.</summary>
public sealed partial class EvictionCheck(RedisLink link, ILogger<EvictionCheck> log) : IHostedService
{
    private const string Setting = "maxmemory_policy:", Kept = "noeviction";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        link.OnRestored(() => _ = Run());
        _ = Run();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task Run()
    {
        try
        {
            if (!link.IsConnected) return;
            // A replica keeps what it is told until it takes over. INFO, not CONFIG, which hosted Redis forbids.
            foreach (var server in link.Servers.Where(server => server.IsConnected))
            {
                var lines = (await server.InfoRawAsync("memory") ?? "").Split("\r\n");
                var policy = Array.Find(lines, line => line.StartsWith(Setting, StringComparison.Ordinal))?[Setting.Length..];
                if (policy is not null && policy != Kept) Log.Evicts(log, policy);
            }
        }
        catch (RedisServerException error) when (RedisLink.IsForbidden(error) || !RedisLink.IsAway(error))
        {
            Log.NotTold(log);
        }
        catch (Exception error) when (RedisLink.IsAway(error))
        {
            // Asked again when it is back.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(157, LogLevel.Warning, "Redis does not tell this user whether it throws keys away when it is full (INFO memory): see to it that its maxmemory-policy is noeviction")]
        public static partial void NotTold(ILogger log);

        [LoggerMessage(153, LogLevel.Warning, "Redis throws keys away when it is full (maxmemory-policy {Policy}): who is here and what waits would vanish bit by bit. Set it to noeviction, in redis.conf or by CONFIG SET maxmemory-policy noeviction; a full Redis then counts as away until it has room")]
        public static partial void Evicts(ILogger log, string policy);
    }
}
