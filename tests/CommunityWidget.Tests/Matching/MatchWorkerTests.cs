using CommunityWidget.Hosting;
using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing;
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
        // What is due and what rang stays so: nobody here begins it.
        await world.Question();
        var drain = new Drain();
        await drain.Begin(default);
        using var worker = ActivatorUtilities.CreateInstance<MatchWorker>(world.Get<IServiceProvider>(), drain);
        await worker.StartAsync(default);
        try
        {
            for (var sweep = 0; sweep < 5; sweep++)
            {
                var before = world.Queue.Watches;
                await Until(world, () => Task.FromResult(world.Queue.Watches > before));
            }
        }
        finally
        {
            await worker.StopAsync(default);
        }

        Assert.InRange(world.Queue.Waits, 0, 1);
    }

    [Fact]
    public async Task People_are_heard_of_while_a_pass_over_the_questions_comes_to_no_end()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        await world.Question();
        var (stuck, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.Queue.Claiming = _ =>
        {
            stuck.TrySetResult();
            return goOn.Task;
        };
        using var worker = ActivatorUtilities.CreateInstance<MatchWorker>(world.Get<IServiceProvider>(), new Drain());
        using var chores = ActivatorUtilities.CreateInstance<Chores>(world.Get<IServiceProvider>(), world.Get<IEnumerable<IChore>>().OfType<BeatPeople>().AsEnumerable<IChore>());
        await worker.StartAsync(default);
        await chores.StartAsync(default);
        try
        {
            await stuck.Task.WaitAsync(TimeSpan.FromSeconds(30));
            for (var beat = 0; beat < 3; beat++)
            {
                var before = world.Now;
                await Until(world, async () => await Heard(world, maya.Id) > before);
            }
        }
        finally
        {
            goOn.SetResult();
            await chores.StopAsync(default);
            await worker.StopAsync(default);
        }
    }

    [Fact]
    public async Task A_clock_that_is_put_back_by_an_hour_stops_no_sweep()
    {
        await using var world = await TestWorld.Start();
        using var worker = ActivatorUtilities.CreateInstance<MatchWorker>(world.Get<IServiceProvider>(), new Drain());
        await worker.StartAsync(default);
        try
        {
            await Until(world, () => Task.FromResult(world.Queue.Watches > 0));
            world.Clock.Set(TimeSpan.FromHours(-1));
            var before = world.Queue.Watches;

            // Two seconds between two waits.
            for (var turn = 0; turn < 6; turn++)
            {
                var waits = world.Queue.Waits;
                await Until(world, () => Task.FromResult(world.Queue.Waits > waits));
            }

            Assert.True(world.Queue.Watches > before);
        }
        finally
        {
            await worker.StopAsync(default);
        }
    }

    private static Task Until(TestWorld world, Func<Task<bool>> isSo) => Eventually.Holds(async () =>
    {
        if (await isSo()) return true;
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        return false;
    });

    private static async Task<long> Heard(TestWorld world, Guid member) => (await world.Queue.Beats(world.Here.Id, [member], world.Now)).GetValueOrDefault(member).At;
}
