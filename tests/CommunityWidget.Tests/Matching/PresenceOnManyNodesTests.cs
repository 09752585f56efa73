using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Matching;

/// <summary>A member has pages open on two nodes: they have left when the last of them closes, and a node that dies says nothing.</summary>
public sealed class PresenceOnManyNodesTests
{
    [Fact]
    public async Task Only_the_last_connection_on_the_last_node_withdraws_the_offers()
    {
        await using var world = await TestWorld.Start();
        var (maya, other) = (await world.Join(), OtherNode(world));
        await other.Joined("there", maya);
        var thread = await world.Question();
        await world.RunMatching();

        await world.Leave(maya);
        await world.RunMatching();
        Assert.Equal([maya.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        Assert.True(await other.MemberIsHere(maya.Member));

        await other.Left("there", TimeSpan.Zero);
        await world.RunMatching();
        Assert.Empty(await world.OpenOffers(thread));
        Assert.False(await other.MemberIsHere(maya.Member));
    }

    [Fact]
    public async Task Whoever_comes_back_on_another_node_keeps_the_talk_of_a_node_that_died()
    {
        await using var world = await TestWorld.Start();
        var other = OtherNode(world);
        var maya = await world.Join(connected: false);
        await other.Joined("there", maya);
        var (_, talk) = await world.TalkWith(maya);

        await world.Advance(20);
        await world.Connect(maya);
        await world.Advance(90);

        Assert.Equal(maya.Id, (await world.Again(talk)).SeatHolder);
        // The dead node's page counts no more.
        await world.Leave(maya);
        Assert.False(await world.Get<Presence>().MemberIsHere(maya.Member));
    }

    [Fact]
    public async Task Whoever_leaves_while_word_of_them_is_on_its_way_has_left()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        world.Queue.Beating = () =>
        {
            world.Queue.Beating = () => Task.CompletedTask;
            return world.Leave(maya);
        };

        await world.Get<Presence>().BeatAll();

        Assert.False(await world.Get<Presence>().MemberIsHere(maya.Member));
    }

    [Fact]
    public async Task People_of_a_node_that_died_are_silent_not_gone()
    {
        await using var world = await TestWorld.Start();
        var other = OtherNode(world);
        var maya = await world.Join(connected: false);
        await other.Joined("there", maya);
        var (_, talk) = await world.TalkWith(maya);

        await world.Advance(44);
        Assert.Equal(maya.Id, (await world.Again(talk)).SeatHolder);
        await world.Advance(4);
        Assert.Null((await world.Again(talk)).SeatHolder);
    }

    [Fact]
    public async Task A_member_of_a_node_that_died_is_asked_nothing_after_35_s_and_keeps_their_talk_for_10_more()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(connected: false);
        await OtherNode(world).Joined("there", maya);
        var (_, talk) = await world.TalkWith(maya);

        await world.Advance(35);
        Assert.True(await world.Get<Presence>().MemberIsHere(maya.Member));
        await world.Advance(1);
        var second = await world.Question();
        await world.RunMatching();

        Assert.False(await world.Get<Presence>().MemberIsHere(maya.Member));
        Assert.Empty(await world.OpenOffers(second));
        Assert.Equal(maya.Id, (await world.Again(talk)).SeatHolder);
    }

    [Fact]
    public async Task Whoever_is_on_a_node_that_has_lost_the_shared_queue_keeps_what_they_have_and_may_take_more()
    {
        await using var world = await TestWorld.Start();
        var alone = new LosableQueue(() => new InMemoryMatchQueue(world.Clock));
        alone.GoAway();
        var cutOff = ActivatorUtilities.CreateInstance<Presence>(world.Get<IServiceProvider>(), alone);
        var maya = await world.Join();
        var (_, talk) = await world.TalkWith(maya);
        await world.Vanish(maya);
        await cutOff.Joined("there", maya);

        await Beating(world, cutOff, seconds: 120);
        Assert.Equal(maya.Id, (await world.Again(talk)).SeatHolder);

        // And when that node dies too, they are missed like anybody.
        await world.Advance(48);
        Assert.Null((await world.Again(talk)).SeatHolder);
    }

    [Fact]
    public async Task Whoever_a_leaving_node_moved_has_left_once_they_leave_where_they_went()
    {
        await using var world = await TestWorld.Start();
        var (maya, other) = (await world.Join(), OtherNode(world));
        var thread = await world.Question();
        await world.RunMatching();

        await world.Move(maya);
        await world.Get<Presence>().BeatAll();
        await world.RunMatching();
        Assert.Equal([maya.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        Assert.True(await other.MemberIsHere(maya.Member));

        await other.Joined("there", maya);
        await other.Left("there", TimeSpan.Zero);
        await world.RunMatching();
        Assert.Empty(await world.OpenOffers(thread));
    }

    [Fact]
    public async Task Who_comes_and_goes_every_second_disturbs_others_at_most_every_five_seconds()
    {
        await using var world = await TestWorld.Start(new Ladder([new(RungKinds.Agents, 4, 15_000, 600_000)]));
        var (flaps, agent, visitor) = (await world.Join(), await world.JoinAgent(), await world.Arrive());
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        var before = ToOthers(world, flaps);

        for (var second = 0; second < 60; second++)
        {
            await (second % 2 == 0 ? world.Leave(flaps) : world.ComeBack(flaps));
            await world.Advance(1);
        }

        Assert.InRange(ToOthers(world, flaps) - before, 0, 12);
        Assert.Contains(await world.OpenOffers(thread), o => o.Member == flaps.Id);
        await world.Leave(flaps);
        await world.RunMatching();
        Assert.DoesNotContain(await world.OpenOffers(thread), o => o.Member == flaps.Id);
        Assert.True(await world.Get<Presence>().MemberIsHere(agent.Member));
    }

    private static int ToOthers(TestWorld world, MemberCaller but) => world.Notices.All.Count(notice => notice switch
    {
        OfferTold told => told.Member != but.Id,
        OfferOver over => over.Member != but.Id,
        StatusTold told => told.Member != but.Id,
        _ => true,
    });

    private static async Task Beating(TestWorld world, Presence node, int seconds)
    {
        for (var at = 0; at < seconds; at += 10)
        {
            await node.BeatAll();
            await world.Advance(10);
        }
    }

    private static Presence OtherNode(TestWorld world) => ActivatorUtilities.CreateInstance<Presence>(world.Get<IServiceProvider>());
}
