using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Inbox;

/// <summary>What is put aside stays aside for as long as was said, and then has time for its answer.</summary>
public sealed class SnoozeTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30), AlmostAWeek = TimeSpan.FromDays(6.9), ALittle = TimeSpan.FromDays(0.2);

    [Fact]
    public async Task A_waiting_question_that_is_parked_meanwhile_stays_aside()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var thread = await world.Fallen();
        Assert.Equal(ThreadStates.Waiting, thread.State);
        var until = (await world.Snooze(agent, thread, TimeSpan.FromHours(3))).Value!.SnoozedUntil;

        await world.Advance(130);

        Assert.Equal((ThreadStates.Parked, until), ((await world.Again(thread)).State, (await world.Again(thread)).SnoozedUntil));
        Assert.Equal([thread.PublicId], await world.Ids(agent, InboxViews.Snoozed));
        Assert.Empty(await world.Ids(agent));
    }

    [Fact]
    public async Task A_question_does_not_close_while_it_is_put_aside_and_has_its_week_once_it_is_back()
    {
        await using var world = await TestWorld.Start();
        var (agent, thread) = await Aside(world, Month);
        await world.Leap(Month - ALittle);
        Assert.Equal([thread.PublicId], await world.Ids(agent, InboxViews.Snoozed));

        await world.Leap(ALittle);
        await world.Get<SnoozeThread>().WakeDue();
        await world.Leap(AlmostAWeek);
        Assert.Equal([thread.PublicId], await world.Ids(agent));
        await world.Leap(ALittle);

        Assert.Equal(ThreadStates.Closed, (await world.Again(thread)).State);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Whoever_brings_it_back_before_does_not_end_it(bool byItsVisitor)
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var (agent, thread) = await Aside(world, Month, visitor);
        await world.Leap(TimeSpan.FromDays(20));

        if (byItsVisitor) Assert.NotNull((await world.Say(visitor, thread, "Are you there?")).Value);
        else Assert.NotNull((await world.Snooze(agent, thread, null)).Value);
        await world.Leap(AlmostAWeek);

        Assert.Equal([thread.PublicId], await world.Ids(agent));
    }

    [Fact]
    public async Task An_ending_that_is_taken_back_leaves_it_put_aside_as_it_was()
    {
        await using var world = await TestWorld.Start();
        var (agent, thread) = await Aside(world, TimeSpan.FromHours(3));
        var until = (await world.Again(thread)).SnoozedUntil;
        await End(world, agent, thread);
        Assert.Empty(await world.Ids(agent, InboxViews.Snoozed));
        Assert.Null(Assert.Single((await world.Page(agent, InboxViews.Closed)).Rows).SnoozedUntil);

        Assert.Null(Assert.Single((await world.Get<EndTogether>().Undo(agent, [thread.PublicId])).Value!).Refusal);

        Assert.Equal(until, Assert.Single((await world.Page(agent, InboxViews.Snoozed)).Rows).SnoozedUntil);
        Assert.Empty(await world.Ids(agent));
    }

    [Fact]
    public async Task What_ended_does_not_come_back_when_its_time_has_come_nor_aside_when_its_visitor_continues()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var (agent, ended) = await Aside(world, TimeSpan.FromHours(3));
        var (_, continued) = await Aside(world, TimeSpan.FromHours(3), visitor);
        await End(world, agent, ended);
        await End(world, agent, continued);
        Assert.NotNull((await world.Say(visitor, continued, "One more thing.", reopen: true)).Value);
        await world.RunMatching();
        Assert.Equal([continued.PublicId], await world.Ids(agent));
        var before = world.Changes().Count;

        world.Clock.Advance(TimeSpan.FromHours(3));
        await world.Get<SnoozeThread>().WakeDue();
        await world.RunMatching();

        Assert.Equal(before, world.Changes().Count);
        Assert.Equal([continued.PublicId], await world.Ids(agent));
        Assert.Null((await world.Again(ended)).SnoozedUntil);
    }

    private static async Task<(MemberCaller Agent, ThreadRecord Thread)> Aside(TestWorld world, TimeSpan time, VisitorCaller? by = null)
    {
        var agent = await world.JoinAgent(available: false);
        var thread = await world.Fallen(by);
        Assert.Equal(ThreadStates.Parked, thread.State);
        Assert.NotNull((await world.Snooze(agent, thread, time)).Value);
        return (agent, thread);
    }

    private static async Task End(TestWorld world, MemberCaller agent, ThreadRecord thread) =>
        Assert.Null(Assert.Single((await world.Get<EndTogether>().Run(agent, [new(thread.PublicId, thread.Fence)])).Value!).Refusal);
}
