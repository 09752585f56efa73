using System.Diagnostics;
using CommunityWidget.Matching;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CommunityWidget.Tests.Matching;

/// <summary>A real Redis freezes, dies, fills up or is not there yet: no call fails or waits long for it, and all is normal within five seconds of its return. How long that is, a clock of the test's says.</summary>
public sealed class SharedMatchQueueTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500), NormalAgain = TimeSpan.FromSeconds(60);

    private readonly Guid _site = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), _thread = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
    private PrivateRedis _redis = null!;
    private RedisLink _link = null!;
    private SharedMatchQueue _queue = null!;

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task InitializeAsync()
    {
        if (!PrivateRedis.IsInstalled) return;
        _redis = await PrivateRedis.Start();
        Open();
    }

    public async Task DisposeAsync()
    {
        if (_redis is null) return;
        _queue.Dispose();
        _link.Dispose();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task One_that_answers_again_in_the_moment_it_is_given_up_fails_nothing()
    {
        var shared = Substitute.For<IMatchQueue>();
        shared.Enqueue(default, default, default, default).ThrowsAsyncForAnyArgs(new TimeoutException());
        using var queue = new SharedMatchQueue(shared, () => Task.CompletedTask, Patience, TimeProvider.System, NullLogger<SharedMatchQueue>.Instance);

        for (var again = 0; again < 2; again++) await queue.Enqueue(_site, _thread, Now, Now);

        await shared.ReceivedWithAnyArgs(2).Enqueue(default, default, default, default);
    }

    [Fact]
    public async Task Of_many_at_once_each_waits_once_at_most_and_whoever_comes_later_not_at_all()
    {
        var shared = Substitute.For<IMatchQueue>();
        shared.Enqueue(default, default, default, default).ReturnsForAnyArgs(new TaskCompletionSource().Task);
        using var queue = new SharedMatchQueue(shared, () => throw new TimeoutException(), Patience, TimeProvider.System, NullLogger<SharedMatchQueue>.Instance);

        // One after the other they would take a hundred seconds.
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => queue.Enqueue(_site, Id(), Now, Now))).WaitAsync(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 1_000; i++) await queue.Wake(_site, Now);

        Assert.InRange(shared.ReceivedCalls().Count(), 1, 200);
        await shared.DidNotReceiveWithAnyArgs().Wake(default, default);
    }

    [Fact]
    public async Task Five_seconds_after_it_is_back_all_is_normal()
    {
        var (shared, clock, isBack) = (Substitute.For<IMatchQueue>(), new TestClock(), false);
        shared.SeesEveryone(default).ReturnsForAnyArgs(true);
        shared.Enqueue(default, default, default, default).ThrowsAsyncForAnyArgs(new TimeoutException());
        using var queue = new SharedMatchQueue(shared, () => isBack ? Task.CompletedTask : throw new TimeoutException(), Patience, clock, NullLogger<SharedMatchQueue>.Instance);
        await queue.Enqueue(_site, _thread, clock.NowMs, clock.NowMs);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(queue.SeesEveryone(clock.NowMs));

        isBack = true;
        await Returned(queue, clock);
        clock.Advance(TimeSpan.FromSeconds(4.5));

        Assert.True(queue.SeesEveryone(clock.NowMs));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task A_time_of_day_that_is_set_after_it_came_back_keeps_nobody_from_offers_and_brings_none_before_all_are_known(int minutes)
    {
        var (shared, clock, isBack) = (Substitute.For<IMatchQueue>(), new TestClock(), false);
        shared.SeesEveryone(default).ReturnsForAnyArgs(true);
        shared.WaitForWork(default).ReturnsForAnyArgs(new TaskCompletionSource().Task);
        shared.Enqueue(default, default, default, default).ThrowsAsyncForAnyArgs(new TimeoutException());
        using var queue = new SharedMatchQueue(shared, () => isBack ? Task.CompletedTask : throw new TimeoutException(), Patience, clock, NullLogger<SharedMatchQueue>.Instance);
        await queue.Enqueue(_site, _thread, clock.NowMs, clock.NowMs);
        isBack = true;
        await Returned(queue, clock);

        clock.Set(TimeSpan.FromMinutes(minutes));
        Assert.False(queue.SeesEveryone(clock.NowMs));
        var waiting = Task.Run(() => queue.WaitForWork(CancellationToken.None));
        await Eventually.Holds(() => clock.Timers > 0);
        clock.Advance(TimeSpan.FromMilliseconds(Settling.Ms));

        Assert.True(queue.SeesEveryone(clock.NowMs));
        await waiting.WaitAsync(NormalAgain);
    }

    [RedisFact]
    public async Task A_time_of_day_that_is_set_back_after_a_loss_holds_no_offers_up()
    {
        var clock = new TestClock();
        var queue = new RedisMatchQueue(_link, new(_link), new("set-back:"), clock);
        await queue.Watch(clock.NowMs, 15_000);
        await _redis.Execute("FLUSHALL");
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await queue.Watch(clock.NowMs, 15_000);

        clock.Set(TimeSpan.FromHours(-1));
        Assert.False(queue.SeesEveryone(clock.NowMs));
        clock.Advance(TimeSpan.FromMilliseconds(Settling.Ms));

        Assert.True(queue.SeesEveryone(clock.NowMs));
    }

    [RedisFact]
    public async Task A_frozen_redis_holds_nobody_up_and_is_used_again_when_it_thaws()
    {
        await _queue.Enqueue(_site, _thread, Now, Now);
        await _redis.Signal("STOP");

        await EndsWithin(NormalAgain, Task.WhenAll(Enumerable.Range(0, 200).Select(i => _queue.Enqueue(_site, Id(), Now, Now))));
        for (var i = 0; i < 1_000; i++) await EndsWithin(NormalAgain, _queue.Wake(_site, Now));
        Assert.False(_queue.SeesEveryone(Now));

        await _redis.Signal("CONT");
        await UntilNormal();
        Assert.Contains(_thread, await _queue.Waiting(_site));
    }

    [RedisFact]
    public async Task A_redis_that_died_is_replaced_and_the_new_empty_one_is_used()
    {
        await _queue.Watch(Now, 15_000);
        await _queue.Enqueue(_site, _thread, Now, Now);
        await _redis.Signal("KILL");
        await _redis.Stop();

        await EndsWithin(NormalAgain, _queue.Enqueue(_site, _thread, Now, Now));
        Assert.False(_queue.SeesEveryone(Now));
        Assert.True((await _queue.Watch(Now, 15_000)).Began, "the queue of its own begins, and is filled from the database");

        await _redis.StartAgain();
        await Until(async () =>
        {
            await _queue.Watch(Now, 15_000);
            return _queue.SeesEveryone(Now);
        }, NormalAgain);
        await _queue.Enqueue(_site, _thread, Now, Now);
        Assert.Equal([_thread], await AnotherNode().Waiting(_site));
    }

    [RedisFact]
    public async Task A_full_redis_is_away_until_it_has_room()
    {
        await _queue.Enqueue(_site, _thread, Now, Now);
        await _redis.Execute("CONFIG", "SET", "maxmemory", "1");

        await _queue.Enqueue(_site, Id(), Now, Now);
        Assert.False(_queue.SeesEveryone(Now));

        await _redis.Execute("CONFIG", "SET", "maxmemory", "0");
        await UntilNormal();
    }

    [RedisFact]
    public async Task A_start_without_redis_serves_at_once_and_heals_when_there_is_one()
    {
        await _redis.Stop();
        _queue.Dispose();
        _link.Dispose();
        // How long that may take, RedisLinkTests say.
        Open();
        await _queue.Enqueue(_site, _thread, Now, Now);
        Assert.Equal([_thread], await _queue.Waiting(_site));

        await _redis.StartAgain();
        await UntilNormal();
        await _queue.Enqueue(_site, _thread, Now, Now);
        Assert.Equal([_thread], await AnotherNode().Waiting(_site));
        await Rings();
    }

    [RedisFact]
    public async Task Wakes_reach_other_nodes_again_after_the_pub_sub_connections_were_cut()
    {
        await Rings();
        for (var i = 0; i < 3; i++) await _redis.Execute("CLIENT", "KILL", "TYPE", "pubsub");
        await Rings();
    }

    [RedisTheory]
    [InlineData("allkeys-lru", 1)]
    [InlineData("noeviction", 0)]
    public async Task A_redis_that_would_throw_keys_away_is_warned_of(string policy, int warnings)
    {
        await _redis.Execute("CONFIG", "SET", "maxmemory-policy", policy);
        var log = new CountingLog();

        await new EvictionCheck(_link, log).Run();

        Assert.Equal(warnings, log.Warnings.Count);
        Assert.All(log.Warnings, warning => Assert.Contains("CONFIG SET maxmemory-policy noeviction", warning, StringComparison.Ordinal));
    }

    [RedisFact]
    public async Task A_replica_that_would_throw_keys_away_is_warned_of_before_it_takes_over()
    {
        await using var replica = await PrivateRedis.Start($"replicaof 127.0.0.1 {_redis.Port}", "maxmemory-policy allkeys-lru");
        using var link = TestRedis.Connect($"{_redis.Address},{replica.Address}");
        var log = new CountingLog();

        await new EvictionCheck(link, log).Run();

        Assert.Contains("allkeys-lru", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task One_that_does_not_tell_what_it_would_do_is_said_not_to()
    {
        await _redis.Execute("ACL", "SETUSER", "default", "-info");
        var log = new CountingLog();

        await new EvictionCheck(_link, log).Run();

        Assert.Contains("maxmemory-policy", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    // It tries every half second, on a thread of its own.
    private static Task Returned(SharedMatchQueue queue, TestClock clock) => Eventually.Holds(() =>
    {
        if (queue.Turns > 1) return true;
        clock.Advance(TimeSpan.FromSeconds(0.5));
        return false;
    }, () => "It did not come back.");

    private void Open()
    {
        _link = TestRedis.Connect(_redis.Address);
        var shared = AnotherNode();
        _queue = new(shared, shared.Probe, Patience, TimeProvider.System, NullLogger<SharedMatchQueue>.Instance);
    }

    private RedisMatchQueue AnotherNode() => new(_link, new(_link), new("shared:"), TimeProvider.System);

    // Wakes are hints: one that was lost while the line was cut is followed by others.
    private async Task Rings()
    {
        var other = AnotherNode();
        var rung = Task.Run(async () =>
        {
            for (var looked = Stopwatch.StartNew(); ; looked.Restart())
            {
                await other.DueSites(Now);
                await other.WaitForWork(CancellationToken.None);
                if (looked.Elapsed < TimeSpan.FromSeconds(1)) return;
            }
        });
        await _queue.Enqueue(_site, _thread, Now, Now + 600_000);
        await Until(async () =>
        {
            await _queue.Enqueue(_site, _thread, Now, Now + 600_000);
            return rung.IsCompleted;
        }, NormalAgain);
    }

    private Task UntilNormal() => Until(() => Task.FromResult(_queue.SeesEveryone(Now)), NormalAgain);

    private static async Task EndsWithin(TimeSpan patience, Task call) => await call.WaitAsync(patience);

    private static async Task Until(Func<Task<bool>> holds, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds()) await interval.WaitForNextTickAsync(late.Token);
    }

    private static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private sealed class CountingLog : ILogger<EvictionCheck>
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning) Warnings.Add(formatter(state, exception));
        }
    }
}
