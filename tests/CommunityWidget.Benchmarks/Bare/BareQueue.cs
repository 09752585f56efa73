using CommunityWidget.Matching;
using CommunityWidget.Redis;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>The product's queue behind the bare hub, so that a step is compared with an echo and nothing else.</summary>
internal sealed class BareQueue
{
    private const int Threads = 1_000;

    // Nothing that is stored could be less.
    private const string LeastScript = "redis.call('zadd', KEYS[1], ARGV[1], ARGV[2]) return 1";

    private static readonly Guid Site = Guid.CreateVersion7();
    private static readonly Guid[] Waiting = [.. Enumerable.Range(0, Threads).Select(_ => Guid.CreateVersion7())];

    private readonly RedisLink? _link;
    private readonly IMatchQueue _queue;

    private byte[] _least = [];
    private int _last;

    /// <param name="redis">Its address; empty for the queue in process.</param>
    /// <param name="logs">What the link to it tells.</param>
    public BareQueue(string redis, ILoggerFactory logs)
    {
        _link = redis.Length == 0 ? null : RedisLink.Connect(redis, logs.CreateLogger<RedisLink>());
        _queue = _link is null ? new InMemoryMatchQueue(TimeProvider.System) : new RedisMatchQueue(_link, new Listening(_link), new QueueKeys("bench"), TimeProvider.System);
    }

    /// <summary>A question waits; before anybody calls.</summary>
    public async Task Fill()
    {
        if (_link is not null) _least = await _link.Server.ScriptLoadAsync(LeastScript);
        for (var i = 0; i < Threads; i++) await Enqueue();
    }

    /// <summary>A question that was looked at is put back: one script.</summary>
    public Task Settle() => _queue.Settle(new(Site, Next(), long.MaxValue), Now() + 60_000);

    /// <summary>A waiting question is due anew: a script that wakes every node, and the list of sites.</summary>
    public Task Enqueue() => _queue.Enqueue(Site, Next(), Now(), Now() + 60_000);

    /// <summary>One script that writes one entry: what any queue on Redis costs.</summary>
    public Task Least() => _link!.Database.ScriptEvaluateAsync(_least, ["least"], [Now(), Next().ToString("N")]);

    private Guid Next() => Waiting[(uint)Interlocked.Increment(ref _last) % Threads];

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
}
