using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>What ends by itself, and for how long it may be continued.</summary>
public sealed class ClosingTests
{
    private static readonly TimeSpan AlmostAWeek = TimeSpan.FromDays(6.9), ALittle = TimeSpan.FromDays(0.2);

    [Fact]
    public async Task A_question_nobody_answers_in_seven_days_is_closed_and_its_visitor_told()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await Parked(world);

        await world.Leap(AlmostAWeek);
        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
        await world.Leap(ALittle);

        Assert.Equal((ThreadStates.Closed, Outcomes.Unanswered), ((await world.Again(thread)).State, (await world.Again(thread)).Outcome));
        var told = world.Notices.Events.Last();
        Assert.Equal((visitor.Id, "unanswered"), (told.Parties.Visitor, told.Happened.Status?.Reason));
    }

    [Fact]
    public async Task Words_added_by_its_visitor_are_no_answer()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await Parked(world);
        await world.Leap(AlmostAWeek);

        await world.Say(visitor, thread, "Nobody?");
        await world.Leap(ALittle);

        Assert.Equal(Outcomes.Unanswered, (await world.Again(thread)).Outcome);
    }

    [Fact]
    public async Task An_answer_waits_seven_days_for_its_visitor_whatever_stars_it_gets()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await Parked(world);
        var maya = await world.Join();
        await world.Leap(AlmostAWeek);
        await world.Say(maya, await world.Again(thread));
        await world.Leap(AlmostAWeek);
        Assert.True((await world.Again(thread)).IsAnswered);

        await Rate(world, visitor, thread);
        await world.Leap(ALittle);

        Assert.Equal((ThreadStates.Closed, Outcomes.Silent), ((await world.Again(thread)).State, (await world.Again(thread)).Outcome));
    }

    [Fact]
    public async Task A_conversation_in_which_nothing_happens_for_ten_minutes_ends_and_frees_its_seat()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Leap(TimeSpan.FromMinutes(9));
        await world.Say(visitor, thread);
        await world.Leap(TimeSpan.FromMinutes(9));
        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);

        await world.Leap(TimeSpan.FromMinutes(1));

        Assert.Equal((Outcomes.Silent, 0), ((await world.Again(thread)).Outcome, (await world.Row(maya)).Busy));
    }

    [Fact]
    public async Task Seven_days_after_its_end_a_conversation_is_not_continued_whatever_stars_it_got_since()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.End(maya, thread);
        await world.Leap(AlmostAWeek);

        await Rate(world, visitor, thread);
        await world.Leap(ALittle);

        Assert.Equal(Refusals.TooLateToReopen, (await world.Say(visitor, thread, reopen: true)).Refusal);
    }

    [Fact]
    public async Task What_is_not_live_is_closed_by_its_visitor_or_by_time_never_by_a_member()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await Parked(world);
        var maya = await world.Join();
        await world.Say(maya, await world.Again(thread));
        var answered = await world.Again(thread);

        Assert.Equal(Refusals.NotPossibleNow, (await world.End(maya, answered)).Refusal);
        Assert.True((await world.Again(thread)).IsAnswered);
        Assert.NotNull((await world.End(visitor, answered)).Value);
    }

    // Nobody is there: parked at once.
    private static async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Parked(TestWorld world)
    {
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        return (visitor, await world.Again(thread));
    }

    private static async Task Rate(TestWorld world, VisitorCaller visitor, ThreadRecord thread) =>
        Assert.NotNull((await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5))).Value);
}
