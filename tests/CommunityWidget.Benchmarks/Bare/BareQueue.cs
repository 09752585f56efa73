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

    /// <summary>A question waits; before anybody calls.</summary>
    public async Task Fill()
    {
        for (var i = 0; i < Threads; i++) await Enqueue();
    }

    /// <summary>A question that was looked at is put back: one script.</summary>
    public Task Settle() => _queue.Settle(new(Site, Next(), long.MaxValue), Now() + 60_000);

    /// <summary>A waiting question is due anew: a script that wakes every node, and the list of sites.</summary>
    public Task Enqueue() => _queue.Enqueue(Site, Next(), Now(), Now() + 60_000);

    private Guid Next() => Waiting[(uint)Interlocked.Increment(ref _last) % Threads];

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
}
