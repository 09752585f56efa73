using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Matching;

/// <summary>Redis forgets everything while thousands wait: one node rebuilds the queue from the database, and nobody is taken to be gone meanwhile.</summary>
public sealed class FlushTests
{
    private const int Many = 5_000;

    [RedisFact]
    public async Task Thousands_that_waited_are_back_in_order_nothing_missing_and_nothing_twice()
    {
        await using var redis = await PrivateRedis.Start();
        using var link = TestRedis.Connect(redis.Address);
        RedisMatchQueue Node(TimeProvider clock) => new(link, new(link), new("flush:"), clock);
        await using var world = await TestWorld.Start(queue: Node);
        var oldestFirst = await Wait(world, Many);
        LosableQueue[] nodes = [new(() => Node(world.Clock)), new(() => Node(world.Clock))];
        var (one, other) = (Reconcile(world, nodes[0]), Reconcile(world, nodes[1]));
        await one.Run();
        await other.Run();
        Assert.Equal(oldestFirst, await world.Queue.Waiting(world.Here.Id));
        world.Clock.Advance(TimeSpan.FromSeconds(10));

        var refills = nodes.Sum(n => n.Refills);
        await redis.Execute("FLUSHALL");
        var took = Stopwatch.StartNew();
        await Task.WhenAll(one.Run(), other.Run());
        took.Stop();

        Assert.Equal(oldestFirst, await world.Queue.Waiting(world.Here.Id));
        Assert.Equal(1, nodes.Sum(n => n.Refills) - refills);
        Assert.Equal((world.Now, world.Now), (one.KnownSince, other.KnownSince));
        Assert.True(took.Elapsed < TimeSpan.FromSeconds(10), $"It took {took.Elapsed}.");
        var claimed = new List<Guid>();
        while (await world.Queue.ClaimDue(world.Here.Id, world.Now, 60_000, 200) is { Count: > 0 } claims) claimed.AddRange(claims.Select(c => c.Thread));
        Assert.Equal(oldestFirst, claimed);
    }

    [RedisFact]
    public async Task Between_a_flush_and_its_noticing_no_question_is_given_up()
    {
        await using var redis = await PrivateRedis.Start();
        using var link = TestRedis.Connect(redis.Address);
        await using var world = await TestWorld.Start(queue: clock => new RedisMatchQueue(link, new(link), new("flush:"), clock));
        var maya = await world.Join();
        await world.Sweep();
        await redis.Execute("FLUSHALL");

        var thread = await world.Question();
        await world.RunMatching();
        Assert.Equal(ThreadStates.Waiting, (await world.Again(thread)).State);
        Assert.Empty(await world.OpenOffers(thread));
        await world.Sweep();
        await world.Advance(5);

        Assert.Equal([maya.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
    }

    /// <summary>The node that put it in died before the site was on the list, or another while it took it from there: all questions are where they were.</summary>
    [RedisFact]
    public async Task A_site_that_fell_from_the_list_is_looked_at_again_after_the_next_sweep_of_any_node()
    {
        var prefix = TestRedis.NewPrefix();
        await using var world = await TestWorld.Start(queue: clock => TestRedis.NewQueue(clock, prefix));
        var thread = await world.Question();
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var other = TestRedis.NewQueue(world.Clock, prefix);
        await TestRedis.Link.Database.KeyDeleteAsync(new QueueKeys(prefix).Sites);
        Assert.Empty(await other.DueSites(world.Now));
        Assert.Equal([thread.Id], await other.Waiting(world.Here.Id));

        await Reconcile(world, other).Run();

        Assert.Equal([world.Here.Id], await other.DueSites(world.Now));
    }

    private static ReconcileQueue Reconcile(TestWorld world, IMatchQueue queue) => ActivatorUtilities.CreateInstance<ReconcileQueue>(world.Get<IServiceProvider>(), queue);

    private static async Task<IReadOnlyList<Guid>> Wait(TestWorld world, int count)
    {
        // Asked in an order that is not that of their ids.
        var threads = Enumerable.Range(0, count).Select(i => new ThreadRecord
        {
            Id = world.Clock.NewId(),
            PublicId = $"t{i:d9}",
            Site = world.Here.Id,
            Visitor = world.Clock.NewId(),
            AskedAt = world.Now - (i * 7_919 % count),
        }).ToList();
        await world.Db.Write<Done>(async tx =>
        {
            foreach (var thread in threads)
            {
                await tx.Execute("insert into visitors (id, site, token_hash, created_at) values (@Visitor, @Site, @PublicId, 0)", thread);
                await world.Get<ThreadStore>().Insert(tx, thread);
            }
            return Done.It;
        });
        return [.. threads.OrderBy(t => t.AskedAt).Select(t => t.Id)];
    }
}
