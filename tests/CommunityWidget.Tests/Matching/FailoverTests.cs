using CommunityWidget.Matching;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Matching;

/// <summary>A replica that knew less takes over: what it lacks comes back from the database, what it has too much is handed out and found to wait no more.</summary>
public sealed class FailoverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [RedisFact]
    public async Task A_replica_that_lags_takes_over_and_the_queue_is_whole_again()
    {
        await using var master = await PrivateRedis.Start();
        await using var replica = await PrivateRedis.Start($"replicaof 127.0.0.1 {master.Port}");
        using var link = TestRedis.Connect($"{master.Address},{replica.Address}");
        var shared = new RedisMatchQueue(link, new(link), new("failover:"), TimeProvider.System);
        using var queue = new SharedMatchQueue(shared, shared.Probe, TimeSpan.FromSeconds(1), TimeProvider.System, NullLogger<SharedMatchQueue>.Instance);
        await using var world = await TestWorld.Start(queue: _ => queue);
        var reconcile = ActivatorUtilities.CreateInstance<ReconcileQueue>(world.Get<IServiceProvider>(), TimeProvider.System);
        await reconcile.Run();
        var (kept, ends) = (await Question(world), await Question(world));
        await master.Execute("WAIT", 1, 5_000);

        await replica.Execute("REPLICAOF", "127.0.0.1", FreePort.Find());
        var lacks = await Question(world);
        await queue.Remove(world.Here.Id, ends.Id);
        Assert.Equal([kept.Id, lacks.Id], await queue.Waiting(world.Here.Id));
        await master.Signal("KILL");
        await replica.Execute("REPLICAOF", "NO", "ONE");

        await Until(async () =>
        {
            await reconcile.Run();
            return queue.SeesEveryone(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        });
        await reconcile.Run();
        Assert.Equal([kept.Id, ends.Id, lacks.Id], await queue.Waiting(world.Here.Id));
    }

    // Each a little younger than the one before.
    private static Task<ThreadRecord> Question(TestWorld world)
    {
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return world.Question();
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(Patience);
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await holds()) await interval.WaitForNextTickAsync(late.Token);
    }
}
