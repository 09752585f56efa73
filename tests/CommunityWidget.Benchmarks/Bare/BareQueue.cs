using CommunityWidget.Matching;
using CommunityWidget.Redis;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>The product's queue behind the bare hub, so that a step is compared with an echo and nothing else.</summary>
internal sealed class BareQueue(string redis, ILoggerFactory logs)
{
    private const int Threads = 1_000;

    private static readonly Guid Site = Guid.CreateVersion7();
    private static readonly Guid[] Waiting = [.. Enumerable.Range(0, Threads).Select(_ => Guid.CreateVersion7())];

    private readonly IMatchQueue _queue = redis.Length == 0
        ? new InMemoryMatchQueue(TimeProvider.System)
        : new RedisMatchQueue(RedisLink.Connect(redis, logs.CreateLogger<RedisLink>()), new QueueKeys("bench"), TimeProvider.System);

    private int _last;

    /// <summary>A waiting question is due anew.</summary>
    public Task Step()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var number = (uint)Interlocked.Increment(ref _last) % Threads;
        return _queue.Enqueue(Site, Waiting[number], now - number, now + 60_000);
    }
}
