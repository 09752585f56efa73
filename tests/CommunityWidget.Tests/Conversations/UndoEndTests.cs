using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Ten seconds to take an ending back.</summary>
public sealed class UndoEndTests
{
    [Fact]
    public async Task An_ending_taken_back_goes_on_as_before_helpers_included()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.End(maya, thread);
        await world.RunMatching();
        Assert.Equal(0, (await world.Row(maya)).Busy);

        var again = (await world.UndoEnd(maya, thread)).Value!;
        await world.RunMatching();

        Assert.Equal((ThreadStates.Live, maya.Id), (again.State, again.SeatHolder));
        Assert.Equal(1, (await world.Row(maya)).Busy);
        Assert.NotNull((await world.Say(visitor, again)).Value);
        Assert.NotNull((await world.Say(leo, again)).Value);
        Assert.NotNull((await world.UndoEnd(maya, thread)).Value);
    }

    [Fact]
    public async Task It_is_too_late_after_ten_seconds_or_when_anything_happened_since()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, late) = await world.TalkWith(maya);
        await world.End(maya, late);
        await world.Advance(13);
        Assert.Equal(Refusals.NotPossibleNow, (await world.UndoEnd(maya, late)).Refusal);

        var (visitor, rated) = await world.TalkWith(maya);
        await world.Say(maya, rated);
        await world.End(maya, rated);
        await world.Get<RateThread>().Run(visitor, new RatingRequest(rated.PublicId, 5));
        Assert.Equal(Refusals.NotPossibleNow, (await world.UndoEnd(maya, rated)).Refusal);
    }

    [Fact]
    public async Task Nobody_undoes_what_somebody_else_ended()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.End(visitor, thread);

        Assert.Equal(Refusals.NotPossibleNow, (await world.UndoEnd(maya, thread)).Refusal);
        Assert.Equal(Refusals.NotPossibleNow, (await world.UndoEnd(leo, thread)).Refusal);
    }

    [Fact]
    public async Task Not_while_the_visitor_talks_to_another_or_the_seat_is_taken()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(seats: 1);
        var (visitor, thread) = await world.TalkWith(maya);
        await world.End(maya, thread);
        await world.Ask(visitor, text: "One more thing?");
        Assert.Equal(Refusals.VisitorBusy, (await world.UndoEnd(maya, thread)).Refusal);

        await world.SetAvailable(maya, false);
        await world.SetAvailable(maya, true);
        await using var other = await TestWorld.Start();
        var leo = await other.Join(seats: 1);
        var (_, first) = await other.TalkWith(leo);
        await other.End(leo, first);
        await other.TalkWith(leo);
        Assert.Equal(Refusals.NoFreeSeat, (await other.UndoEnd(leo, first)).Refusal);
        Assert.Equal(ThreadStates.Closed, (await other.Again(first)).State);
    }

    [Fact]
    public async Task A_draft_of_a_page_is_withdrawn_with_the_ending()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5, MayPublish: true));
        await world.End(maya, thread);
        await world.RunMatching();
        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);

        await world.UndoEnd(maya, thread);

        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);
    }
}
