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
            // INFO, not CONFIG, which hosted Redis forbids; by name, because the client keeps its own for administrators.
            var lines = ((string?)await link.Database.ExecuteAsync("INFO", "memory") ?? "").Split("\r\n");
            var policy = Array.Find(lines, line => line.StartsWith(Setting, StringComparison.Ordinal))?[Setting.Length..];
            if (policy is not null && policy != Kept) Log.Evicts(log, policy);
        }
        catch (Exception error) when (RedisLink.IsAway(error))
        {
            // Asked again when it is back.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(153, LogLevel.Warning, "Redis throws keys away when it is full (maxmemory-policy {Policy}): who is here and what waits would vanish bit by bit. Set it to noeviction, in redis.conf or by CONFIG SET maxmemory-policy noeviction; a full Redis then counts as away until it has room")]
        public static partial void Evicts(ILogger log, string policy);
    }
}
