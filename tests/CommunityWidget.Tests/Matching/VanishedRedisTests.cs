using CommunityWidget.Matching;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Matching;

/// <summary>
/// The machine of a Redis vanishes without a word to those connected to it. Nothing says so: what is sent is swallowed, and the connection seems to
/// be there for a quarter of an hour.
/// </summary>
public sealed class VanishedRedisTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1), LongSilence = TimeSpan.FromSeconds(2), NormalAgain = TimeSpan.FromSeconds(60);

    private readonly Guid _site = Id();
    private readonly Reach _reach = new();
    private PrivateRedis _redis = null!;
    private TcpProxy _line = null!;
    private RedisLink _link = null!;
    private Listening _listening = null!;
    private Pulse _pulse = null!;
    private SharedMatchQueue _queue = null!;

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task InitializeAsync()
    {
        if (!PrivateRedis.IsInstalled) return;
        _redis = await PrivateRedis.Start();
        _line = new(_redis.Port);
    }

    public async Task DisposeAsync()
    {
        if (_redis is null) return;
        await _pulse.StopAsync(CancellationToken.None);
        _queue.Dispose();
        _link.Dispose();
        await _line.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [RedisFact]
    public async Task Whoever_holds_the_link_finds_it_made_anew_and_hears_what_it_heard_before()
    {
        await Open($"127.0.0.1:{_line.Port}");
        using var outside = TestRedis.Connect(_redis.Address);
        var (channel, heard) = (new RedisChannels(Options.Create(new RedisOptions()), outside).Hint("anything"), 0);
        await _listening.Add(channel, _ => Interlocked.Increment(ref heard));
        await _queue.Enqueue(_site, Id(), Now, Now);

        _line.Forget();
        await _queue.Enqueue(_site, Id(), Now, Now);
        Assert.False(_queue.SeesEveryone(Now));

        await Until(() => _queue.SeesEveryone(Now));
        // On a machine that stalls one may go to the node's own queue once more.
        await Until(() => Arrives(Queue(outside)));
        await Until(() => _reach.IsWhole);
        Assert.Equal(1, await outside.Subscriber.PublishAsync(channel, "once"));
        await Until(() => Volatile.Read(ref heard) == 1);
        // One for commands and one for what is heard: the old ones are gone.
        await Until(() => _line.Open == 2);
        Assert.Equal(1, Volatile.Read(ref heard));
    }

    [RedisFact]
    public async Task A_line_for_what_is_heard_that_went_dead_beside_a_good_one_is_made_anew_too()
    {
        await Open($"127.0.0.1:{_line.Port}");
        await Heard();

        _line.Forget(but: 1);
        await _reach.Broken.WaitAsync(NormalAgain);

        await Until(() => _reach.IsWhole && _line.Open == 2);
        await Until(() => _queue.SeesEveryone(Now));
    }

    [RedisFact]
    public async Task A_node_that_started_on_lines_that_were_dead_already_finds_others()
    {
        await Open($"127.0.0.1:{_line.Port}", andThen: _line.Forget);
        await _reach.Broken.WaitAsync(NormalAgain);

        await Until(() => _reach.IsWhole && _line.Open == 2);
    }

    [RedisFact]
    public async Task A_redis_that_was_only_frozen_for_long_is_used_again_and_no_connection_is_left_over()
    {
        await Open($"127.0.0.1:{_line.Port}");
        var thread = Id();
        await _queue.Enqueue(_site, thread, Now, Now);

        await _redis.Signal("STOP");
        await _queue.Enqueue(_site, Id(), Now, Now);
        await Until(() => _line.Open > 2);
        Assert.False(_queue.SeesEveryone(Now));
        await _redis.Signal("CONT");

        await Until(() => _queue.SeesEveryone(Now));
        Assert.Contains(thread, await _queue.Waiting(_site));
        await Until(() => _reach.IsWhole && _line.Open == 2);
    }

    [RedisFact]
    public async Task A_replica_that_took_over_from_a_vanished_machine_is_used_and_the_vanished_one_is_not_asked_in_between()
    {
        await using var replica = await PrivateRedis.Start($"replicaof 127.0.0.1 {_redis.Port}");
        await Open($"127.0.0.1:{_line.Port},{replica.Address}");
        await _queue.Enqueue(_site, Id(), Now, Now);

        _line.Weather = Weather.Hole;
        _line.Forget();
        await replica.Execute("REPLICAOF", "NO", "ONE");
        await _queue.Enqueue(_site, Id(), Now, Now);

        using var outside = TestRedis.Connect(replica.Address);
        var (there, goodInARow) = (Queue(outside), 0);
        // Longer than the client remembers by itself that a machine did not answer.
        await Until(async () =>
        {
            goodInARow = await Arrives(there) ? goodInARow + 1 : 0;
            return goodInARow > 60;
        });
    }

    private async Task<bool> Arrives(RedisMatchQueue there)
    {
        var thread = Id();
        await _queue.Enqueue(_site, thread, Now, Now);
        return (await there.Waiting(_site)).Contains(thread);
    }

    private async Task Open(string address, Action? andThen = null)
    {
        _link = RedisLink.Connect(address, NullLogger<RedisLink>.Instance, Patience, LongSilence);
        andThen?.Invoke();
        _listening = new(_link);
        _pulse = new(_link, new(Options.Create(new RedisOptions()), _link), _listening, _reach, TimeProvider.System);
        await _pulse.StartAsync(CancellationToken.None);
        var shared = new RedisMatchQueue(_link, _listening, new("shared:"), TimeProvider.System);
        _queue = new(shared, shared.Probe, Patience, TimeProvider.System, NullLogger<SharedMatchQueue>.Instance);
    }

    // Until the node has heard itself once.
    private async Task Heard()
    {
        _reach.Break();
        await Until(() => _reach.IsWhole && _line.Open == 2);
    }

    private static RedisMatchQueue Queue(RedisLink link) => new(link, new(link), new("shared:"), TimeProvider.System);

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(NormalAgain);
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds()) await interval.WaitForNextTickAsync(late.Token);
    }

    private static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
