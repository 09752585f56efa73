using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Matching;

/// <summary>Two nodes on one PostgreSQL without a Redis: neither takes a conversation from the other's people, and the second says what is wrong.</summary>
public sealed class SoleNodeTests
{
    private readonly HeardLog _log = new();

    [PostgresFact]
    public async Task Who_went_to_the_node_that_came_second_keeps_their_conversation_and_it_says_what_is_wrong()
    {
        await using var first = await First();
        await using var second = Beside(first);
        var maya = await first.Join();
        var (_, thread) = await first.TalkWith(maya);
        await second.Connect(maya);
        await first.Leave(maya);

        await Pass(first, second, 90);

        Assert.Equal(maya.Id, (await first.Again(thread)).SeatHolder);
        Assert.Contains("ConnectionStrings:Redis", Assert.Single(_log.Of(LogLevel.Error)), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Who_sits_at_the_first_one_keeps_theirs_too_and_whoever_vanishes_there_is_rescued()
    {
        await using var first = await First();
        await using var second = Beside(first);
        var maya = await first.Join();
        var (_, thread) = await first.TalkWith(maya);

        await Pass(first, second, 90);
        Assert.Equal(maya.Id, (await first.Again(thread)).SeatHolder);

        await first.Leave(maya);
        await Pass(first, second, 50);
        Assert.NotEqual(ThreadStates.Live, (await first.Again(thread)).State);
    }

    [PostgresFact]
    public async Task When_the_first_one_ends_the_second_takes_over_and_gives_everybody_their_45_s()
    {
        await using var first = await First();
        await using var second = Beside(first);
        var maya = await first.Join();
        var (_, thread) = await first.TalkWith(maya);
        await Pass(first, second, 60);
        Assert.False(second.Get<IMatchQueue>().SeesEveryone(second.Now));

        await first.Get<SoleNode>().StopAsync(default);
        await second.Advance(44);

        Assert.True(second.Get<IMatchQueue>().SeesEveryone(second.Now));
        Assert.Equal(maya.Id, (await second.Again(thread)).SeatHolder);
        await second.Advance(6);
        Assert.NotEqual(ThreadStates.Live, (await second.Again(thread)).State);
    }

    /// <summary>Whoever began first is first again after a long sleep: the two never both wait.</summary>
    [PostgresFact]
    public async Task A_node_that_died_is_waited_for_no_longer_than_six_seconds()
    {
        await using var first = await First();
        await using var second = Beside(first);
        var (one, other) = (first.Get<SoleNode>(), second.Get<SoleNode>());
        Assert.True(await one.IsFirst());
        Assert.False(await other.IsFirst());

        await first.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update probes set at = at - 6000");
            return Done.It;
        });

        Assert.True(await other.IsFirst());
        Assert.True(await one.IsFirst());
        Assert.False(await other.IsFirst());
    }

    [PostgresFact]
    public async Task Who_is_told_to_end_stands_in_nobodys_way_though_it_is_still_there()
    {
        await using var first = await First();
        await using var second = Beside(first);
        var (ending, next) = (first.Get<SoleNode>(), second.Get<SoleNode>());
        await ending.StartAsync(default);
        Assert.True(await ending.IsFirst());
        Assert.False(await next.IsFirst());

        await first.Get<Drain>().Begin(default);

        await ending.IsFirst();
        Assert.True(await next.IsFirst());
    }

    [Fact]
    public async Task A_file_is_asked_nothing()
    {
        await using var world = await TestWorld.Start(on: await WorldFile.Create());
        var sole = new SoleNode(world.Db, new Drain(), world.Clock, NullLogger<SoleNode>.Instance);

        Assert.True(await sole.IsFirst());
        await sole.StopAsync(default);

        Assert.Equal(0, await world.Db.Find<long>("select count(*) from probes"));
    }

    private static async Task Pass(TestWorld first, TestWorld second, int seconds)
    {
        for (var passed = 0; passed < seconds; passed += 2)
        {
            await first.Advance(2);
            await second.Sweep();
        }
    }

    private async Task<TestWorld> First()
    {
        var world = await TestWorld.Start(on: await WorldPostgres.Create(), also: OnItsOwn);
        world.Get<SoleNode>();
        return world;
    }

    private TestWorld Beside(TestWorld first)
    {
        first.Clock.Advance(TimeSpan.FromSeconds(1));
        var world = first.AnotherNode(OnItsOwn);
        world.Get<SoleNode>();
        return world;
    }

    private void OnItsOwn(IServiceCollection services) => services.AddSingleton<Drain>().AddSingleton(_log.For<SoleNode>())
        .AddSingleton<IMatchQueue>(provider => new InMemoryMatchQueue(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<SoleNode>()));
}
