using CommunityWidget.Hosting;
using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Matching;

/// <summary>The worker itself, on a clock that the test moves.</summary>
public sealed class MatchWorkerTests
{
    [Fact]
    public async Task A_node_that_leaves_looks_after_its_people_at_its_pace_and_not_as_fast_as_it_can()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        // What is due and what rang stays so: nobody here begins it.
        await world.Question();
        var drain = new Drain();
        await drain.Begin(default);
        using var worker = ActivatorUtilities.CreateInstance<MatchWorker>(world.Get<IServiceProvider>(), drain);
        await worker.StartAsync(default);
        try
        {
            for (var beat = 0; beat < 5; beat++) await Heard(world, maya.Id, after: world.Now);
        }
        finally
        {
            await worker.StopAsync(default);
        }

        Assert.InRange(world.Queue.Waits, 0, 1);
    }

    // The next beat says anew that she is here.
    private static async Task Heard(TestWorld world, Guid member, long after)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Heard(world, member) <= after)
        {
            late.Token.ThrowIfCancellationRequested();
            world.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }
    }

    private static async Task<long> Heard(TestWorld world, Guid member) => (await world.Queue.Beats(world.Here.Id, [member], world.Now))[member].At;
}
