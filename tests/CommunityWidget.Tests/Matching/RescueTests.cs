using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>A responder not heard from for 45 s loses the conversation; a restart gives everybody those 45 s anew.</summary>
public sealed class RescueTests
{
    [Fact]
    public async Task A_responder_who_crashed_is_replaced_45_s_after_they_were_last_heard()
    {
        await using var world = await TestWorld.Start();
        var (maya, _, thread) = await Talking(world);
        await world.Advance(60);

        await world.Vanish(maya);
        await world.Advance(13);
        Assert.Equal(ThreadStates.Live, (await world.Again(thread)).State);

        await world.Advance(5);
        Assert.NotEqual(ThreadStates.Live, (await world.Again(thread)).State);
        Assert.Equal(0, (await world.Row(maya)).Busy);
    }

    [Fact]
    public async Task A_responder_who_comes_back_in_time_keeps_the_conversation()
    {
        await using var world = await TestWorld.Start();
        var (maya, _, thread) = await Talking(world);
        await world.Advance(60);

        await world.Leave(maya);
        await world.Advance(40);
        await world.ComeBack(maya);
        await world.Advance(60);

        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);
    }

    [Fact]
    public async Task After_a_flush_nobody_is_rescued_before_45_s_have_passed()
    {
        await using var world = await TestWorld.Start();
        var (maya, _, thread) = await Talking(world);
        await world.Advance(60);

        await world.Leave(maya);
        world.Queue.Lose();
        await world.Advance(44);
        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);

        await world.Advance(4);
        Assert.Null((await world.Again(thread)).SeatHolder);
    }

    [Fact]
    public async Task A_node_whose_clock_is_an_hour_ahead_keeps_nobody_from_being_rescued_though_presence_began_with_it()
    {
        var prefix = TestRedis.NewPrefix();
        await using var world = await TestWorld.Start(queue: clock => TestRedis.NewQueue(clock, prefix));
        var (maya, _, thread) = await Talking(world);
        await world.Advance(60);

        Assert.True((await TestRedis.NewQueue(world.Clock, prefix).Watch(world.Now + 3_600_000, 15_000)).Began);
        await world.Sweep();
        Assert.InRange(world.Get<ReconcileQueue>().KnownSince, world.Now - 2_000, world.Now);
        await world.Leave(maya);
        await world.Advance(50);

        Assert.Null((await world.Again(thread)).SeatHolder);
    }

    /// <summary>Whoever begins presence an hour ago would leave nobody the time to come back.</summary>
    [Fact]
    public async Task A_node_whose_clock_is_behind_takes_from_nobody_their_45_s()
    {
        var prefix = TestRedis.NewPrefix();
        await using var world = await TestWorld.Start(queue: clock => TestRedis.NewQueue(clock, prefix));
        var (maya, _, thread) = await Talking(world);
        await world.Advance(60);

        await world.Leave(maya);
        await TestRedis.Link.Database.KeyDeleteAsync(new QueueKeys(prefix).Epoch);
        await TestRedis.NewQueue(world.Clock, prefix).Watch(world.Now - 50_000, 15_000);
        await world.Advance(40);

        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);
    }

    [Fact]
    public async Task A_visitor_who_keeps_writing_to_somebody_gone_since_a_restart_is_rescued_too()
    {
        await using var world = await TestWorld.Start();
        var (maya, visitor, thread) = await Talking(world);
        await world.Leave(maya);
        world.Queue.Lose();

        for (var i = 0; i < 4; i++)
        {
            await world.Say(visitor, await world.Again(thread), "Are you there?");
            await world.Advance(20);
        }

        Assert.Null((await world.Again(thread)).SeatHolder);
    }

    [Fact]
    public async Task Presence_that_is_lost_in_the_middle_of_a_look_costs_nobody_their_conversation()
    {
        await using var world = await TestWorld.Start();
        var (maya, _, thread) = await Talking(world);
        await world.Advance(60);

        world.Queue.Asking = () =>
        {
            world.Queue.GoAway();
            return Task.CompletedTask;
        };
        await world.Get<RescueVanished>().Run();

        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);
    }

    [Theory]
    [InlineData("update members set suspended_until = 99999999999999 where id = @Id")]
    [InlineData("update members set roles = 'moderator' where id = @Id")]
    public async Task Who_may_not_answer_any_more_loses_chats_and_offers_at_the_next_sweep(string decree)
    {
        await using var world = await TestWorld.Start();
        var (maya, _, thread) = await Talking(world);
        var second = await world.Question();
        await world.RunMatching();
        Assert.Contains(await world.OpenOffers(second), o => o.Member == maya.Id);

        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute(decree, new { maya.Id });
            return Done.It;
        });
        await world.Advance(2);

        Assert.Equal(("suspended", 0, 0), (world.Notices.Events.Last(e => e.Happened.ThreadId == thread.PublicId && e.Happened.Status?.State == ThreadStates.Waiting).Happened.Status!.Reason, (await world.Row(maya)).Busy, (await world.Row(maya)).Offered));
        Assert.DoesNotContain(await world.OpenOffers(second), o => o.Member == maya.Id);
    }

    private static async Task<(MemberCaller Maya, VisitorCaller Visitor, ThreadRecord Thread)> Talking(TestWorld world)
    {
        var (maya, visitor) = (await world.Join(), await world.Arrive());
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        return (maya, visitor, (await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value!);
    }
}
