using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Matching;

/// <summary>After a cold start nobody is known to be here, which says nothing yet: what waits is given up no sooner than people could be back.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_question_that_waited_is_still_there_for_the_helper_who_comes_back()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();

        await Restart(world, maya);
        Assert.Equal((ThreadStates.Waiting, 1L), await Place(world, thread));
        await world.Advance(3);
        await world.ComeBack(maya);
        await world.RunMatching();

        Assert.Equal([maya.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
    }

    [Fact]
    public async Task Whoever_is_back_already_is_asked_at_once()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join());
        var thread = await world.Question();

        await Restart(world, maya, leo);
        await world.ComeBack(leo);
        await world.RunMatching();

        Assert.Equal([leo.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
    }

    [Fact]
    public async Task What_the_team_had_stays_with_the_team_whose_people_are_on_their_way_back()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var thread = await world.Question();
        await world.RunMatching();
        Assert.Equal((ThreadStates.Waiting, 3L), await Place(world, thread));

        await Restart(world, agent);
        await world.Advance(4);
        await world.ComeBack(agent);
        await world.Advance(20);

        Assert.Equal((ThreadStates.Waiting, 3L), await Place(world, thread));
    }

    [Theory]
    [InlineData(Roles.SuperUser)]
    [InlineData(Roles.Agent)]
    public async Task When_nobody_is_back_after_ten_seconds_it_goes_on_as_always(string role)
    {
        await using var world = await TestWorld.Start();
        var gone = await world.Join(roles: role);
        var thread = await world.Question();

        await Restart(world, gone);
        await world.Advance(9);
        Assert.Equal(ThreadStates.Waiting, (await world.Again(thread)).State);
        await world.Advance(2);

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
    }

    [Fact]
    public async Task A_question_whose_time_ran_out_while_nothing_ran_is_not_given_up_at_the_start()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var thread = await world.Question();
        await world.RunMatching();

        await Restart(world, () => world.Clock.Advance(TimeSpan.FromMinutes(10)), agent);
        await world.Advance(9);
        Assert.Equal((ThreadStates.Waiting, 3L), await Place(world, thread));
        await world.Advance(2);

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
    }

    [Fact]
    public async Task Whoever_comes_back_to_a_question_whose_time_ran_out_is_still_asked()
    {
        await using var world = await TestWorld.Start(new Ladder([new(RungKinds.Topic, 1, 5_000, 6_000)]));
        MemberCaller[] helpers = [await world.Join(), await world.Join()];
        var thread = await world.Question();
        await world.RunMatching();
        var asked = Assert.Single(await world.OpenOffers(thread)).Member;
        var other = helpers.Single(helper => helper.Id != asked);

        await Restart(world, () => world.Clock.Advance(TimeSpan.FromMinutes(10)), helpers);
        await world.Advance(3);
        await world.ComeBack(other);
        await world.RunMatching();

        Assert.Equal(ThreadStates.Waiting, (await world.Again(thread)).State);
        Assert.Equal([other.Id], [.. (await world.OpenOffers(thread)).Select(o => o.Member)]);
    }

    [Fact]
    public async Task Where_nobody_could_come_back_nobody_is_waited_for()
    {
        await using var world = await TestWorld.Start();
        var (away, french, elsewhere) = (await world.Join(available: false), await world.Join(languages: "fr"), await world.JoinAgent(world.There));
        var thread = await world.Question();

        await Restart(world, away, french, elsewhere);

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
    }

    [Fact]
    public async Task Who_came_back_and_said_goodbye_is_not_waited_for()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();

        await Restart(world, maya);
        await world.ComeBack(maya);
        await world.Leave(maya);
        await world.RunMatching();

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
    }

    [Fact]
    public async Task After_a_long_sleep_an_offer_is_not_withdrawn_from_a_member_who_may_be_on_their_way_back()
    {
        await using var world = await TestWorld.Start(new Ladder([new(RungKinds.Topic, 1, 300_000, 300_000)]));
        var maya = await world.Join(connected: false);
        await world.Sweep();
        await ActivatorUtilities.CreateInstance<Presence>(world.Get<IServiceProvider>()).Joined("there", maya);
        var thread = await world.Question();
        await world.RunMatching();

        world.Clock.Skip(TimeSpan.FromMinutes(2));
        await world.Sweep();
        await world.Queue.Wake(world.Here.Id, world.Now);
        await world.RunMatching();
        await world.Advance(9);
        Assert.Single(await world.OpenOffers(thread));
        await world.Queue.Wake(world.Here.Id, world.Now);
        await world.Advance(2);

        Assert.Empty(await world.OpenOffers(thread));
    }

    private static Task Restart(TestWorld world, params MemberCaller[] gone) => Restart(world, () => { }, gone);

    // Every process is gone, and with it what it knew of people; nobody said goodbye.
    private static async Task Restart(TestWorld world, Action meanwhile, params MemberCaller[] gone)
    {
        foreach (var member in gone) await world.Move(member);
        world.Queue.Lose();
        meanwhile();
        await world.Sweep();
        await world.RunMatching();
    }

    private static async Task<(string, long)> Place(TestWorld world, ThreadRecord thread)
    {
        var now = await world.Again(thread);
        return (now.State, now.Rung);
    }
}
