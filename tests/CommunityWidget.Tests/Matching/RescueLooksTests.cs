using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Matching;

/// <summary>While nobody falls silent the database is hardly asked who talks; whoever does loses the conversation at the same moment as if it were asked at every sweep.</summary>
public sealed class RescueLooksTests
{
    private const int SilenceMs = 45_000;

    [Fact]
    public async Task A_site_on_which_everybody_is_heard_is_asked_for_its_conversations_twice_in_45_s()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<SqlDialect>(provider =>
            new TracingDialect(provider.GetRequiredService<IConfiguration>()["Database:Path"]!)), on: await WorldFile.Create());
        var (_, thread) = await world.TalkWith(await world.Join());
        await world.Advance(60);

        var before = Looks(world);
        await world.Advance(90);

        // Two sites, twice the 45 s.
        Assert.InRange(Looks(world) - before, 2, 8);
        Assert.Equal(ThreadStates.Live, (await world.Again(thread)).State);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(67)]
    [InlineData(73)]
    [InlineData(81)]
    public async Task Who_was_counted_as_here_for_30_s_after_a_crash_is_missed_no_later_for_it(int crashSeen)
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        await world.Advance(crashSeen);

        // A sweep has just counted them in; what is known of them goes back by half a minute.
        await world.Sweep();
        var heardAt = world.Now - 30_000;
        await world.Vanish(maya);

        await IsHandedOnInTime(world, thread, heardAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(23)]
    public async Task Who_took_a_question_between_two_looks_and_left_is_missed_no_later_for_it(int since)
    {
        await using var world = await TestWorld.Start();
        await world.TalkWith(await world.Join(seats: 1));
        await world.Advance(60 + since);
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        var heardAt = world.Now;

        await world.Leave(maya);

        await IsHandedOnInTime(world, thread, heardAt);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(70)]
    [InlineData(79)]
    public async Task A_node_finds_who_vanished_from_another_one_that_ended_itself_right_afterwards(int crashSeen)
    {
        await using var world = await TestWorld.Start();
        await using var other = world.AnotherNode();
        var maya = await world.Join(connected: false);
        await world.TalkWith(await world.Join(seats: 1));
        await other.Connect(maya);
        var (_, thread) = await world.TalkWith(maya);
        for (var second = 0; second < crashSeen; second++)
        {
            await other.Get<Presence>().BeatAll();
            await world.Advance(1);
        }

        await world.Sweep();
        var heardAt = world.Now - 30_000;
        await other.Vanish(maya);

        await IsHandedOnInTime(world, thread, heardAt);
    }

    [Fact]
    public async Task Presence_lost_and_known_anew_between_two_looks_gives_everybody_45_s_and_not_more()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        await world.Advance(60);
        await world.Leave(maya);
        world.Queue.Lose();
        await world.Sweep();

        await IsHandedOnInTime(world, thread, heardAt: world.Now);
    }

    [Fact]
    public async Task A_node_that_was_alone_for_a_while_finds_who_vanished_meanwhile_as_soon_as_it_may()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        await world.Advance(60);

        world.Queue.GoAway();
        await world.Leave(maya);
        await world.Advance(100);
        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);
        world.Queue.ComeBack();
        await world.Sweep();

        await IsHandedOnInTime(world, thread, heardAt: world.Now);
    }

    // At the first sweep after the silence is over, a sweep every two seconds; not a second before.
    private static async Task IsHandedOnInTime(TestWorld world, ThreadRecord thread, long heardAt)
    {
        while (world.Now - heardAt <= SilenceMs)
        {
            Assert.Equal(ThreadStates.Live, (await world.Again(thread)).State);
            await world.Advance(1);
        }
        await world.Advance(1);
        Assert.NotEqual(ThreadStates.Live, (await world.Again(thread)).State);
    }

    private static int Looks(TestWorld world) => ((TracingDialect)world.Get<SqlDialect>()).Statements
        .Count(s => s.Sql.StartsWith("select id, responder, fence from threads", StringComparison.Ordinal));
}
