using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Database;

/// <summary>A node whose clock is not the database's says so, and takes no conversation from people who are there; nor do the others from its people.</summary>
public sealed class ClockOffsetTests
{
    private readonly HeardLog _log = new();

    [Theory]
    [InlineData(4_900, 0)]
    [InlineData(5_000, 1)]
    [InlineData(-5_000, 1)]
    [InlineData(-4_900, 0)]
    public async Task A_difference_of_five_seconds_is_said_and_measured(long ahead, int warnings)
    {
        var clock = new TestClock();
        var offset = new ClockOffset(new(() => Task.FromResult<long?>(clock.NowMs - ahead)), clock, _log.For<ClockOffset>());

        await offset.Compare();

        Assert.Equal(warnings, _log.Of(LogLevel.Warning).Count);
        Assert.Equal(ahead / 1_000.0, Assert.Single(await offset.Read()).Value);
    }

    [Fact]
    public async Task An_answer_that_took_long_is_no_difference_and_a_clock_put_right_is_said()
    {
        var (clock, ahead) = (new TestClock(), 60_000L);
        var offset = new ClockOffset(
            new(() =>
            {
                clock.Advance(TimeSpan.FromSeconds(4));
                var there = clock.NowMs - ahead;
                clock.Advance(TimeSpan.FromSeconds(4));
                return Task.FromResult<long?>(there);
            }),
            clock,
            _log.For<ClockOffset>());
        await offset.Compare();
        Assert.True(offset.IsFar);
        Assert.Equal(clock.NowMs - ahead, offset.Now());

        ahead = 0;
        await offset.Compare();

        Assert.False(offset.IsFar);
        Assert.Single(_log.Of(LogLevel.Information));
        Assert.Equal(clock.NowMs, offset.Now());
    }

    [Fact]
    public async Task A_file_has_no_clock_of_its_own()
    {
        await using var world = await TestWorld.Start(on: await WorldFile.Create());

        Assert.Null(await ServerTime.Of(world.Db).Read());
    }

    [PostgresFact]
    public async Task PostgreSQL_has_one()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create());

        Assert.InRange((await ServerTime.Of(world.Db).Read())!.Value, DateTimeOffset.UnixEpoch.AddYears(50).ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData(14_000, false)]
    [InlineData(60_000, true)]
    public async Task A_node_far_ahead_takes_nobodys_conversation_and_one_that_is_nearly_right_does(int ahead, bool keeps)
    {
        await using var world = await TestWorld.Start();
        await using var other = world.AnotherNode(services => services.AddSingleton(new ServerTime(() => Task.FromResult<long?>(world.Now - ahead))));
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        await world.Advance(60);
        await world.Leave(maya);

        for (var second = 0; second < 70; second++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await other.Sweep();
        }

        Assert.Equal(keeps, (await world.Again(thread)).State == ThreadStates.Live);
    }

    [Fact]
    public async Task Who_is_connected_to_a_node_a_minute_behind_keeps_their_conversation()
    {
        await using var world = await TestWorld.Start();
        await using var behind = world.AnotherNode(services => services.AddSingleton<TimeProvider>(new Behind(world.Clock)));
        await behind.Get<ClockOffset>().Compare();
        var maya = await world.Join(connected: false);
        await behind.Connect(maya);
        var (_, thread) = await world.TalkWith(maya);

        for (var second = 0; second < 90; second++)
        {
            await behind.Get<Presence>().BeatAll();
            await world.Advance(1);
        }

        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);
    }

    private sealed class Behind(TestClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - TimeSpan.FromMinutes(1);

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();
    }
}
