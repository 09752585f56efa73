using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>"Not for me", taken back in time.</summary>
public sealed class UndoDeclineTests
{
    [Fact]
    public async Task The_offer_is_open_again_until_its_old_deadline()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        await world.Decline(maya, offer.Id);
        await world.Advance(5);

        var view = (await world.UndoDecline(maya, offer.Id)).Value!;

        Assert.Equal((offer.Id.ToString(), 10_000), (view.OfferId, view.RemainingMs));
        Assert.Equal(maya.Id, world.Notices.OffersMade.Last().Member);
        Assert.Equal(1, (await world.Row(maya)).Offered);
        Assert.Equal(maya.Id, (await world.Accept(maya, offer.Id)).Value!.SeatHolder);
        Assert.Equal(0, (await world.Row(leo)).Offered);
    }

    [Fact]
    public async Task Left_alone_it_expires_at_that_deadline()
    {
        await using var world = await TestWorld.Start();
        var (maya, _) = (await world.Join(), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        await world.Decline(maya, offer.Id);
        await world.UndoDecline(maya, offer.Id);

        await world.Advance(16);

        Assert.Equal(OfferStates.Expired, (await world.Get<OfferStore>().Find(offer.Id))!.State);
        Assert.Equal(1, (await world.Row(maya)).Missed);
    }

    [Fact]
    public async Task Too_late_taken_or_not_ones_own_it_says_why()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        var (mayas, leos) = (await world.OfferTo(maya, thread), await world.OfferTo(leo, thread));
        await world.Decline(maya, mayas.Id);
        Assert.Equal(Refusals.NotFound, (await world.UndoDecline(leo, mayas.Id)).Refusal);

        await world.Accept(leo, leos.Id);
        Assert.Equal(Refusals.AlreadyTaken, (await world.UndoDecline(maya, mayas.Id)).Refusal);
        Assert.Equal(Refusals.AlreadyTaken, (await world.UndoDecline(leo, leos.Id)).Refusal);

        var second = await world.Question();
        await world.RunMatching();
        var late = await world.OfferTo(maya, second);
        await world.Decline(maya, late.Id);
        await world.Advance(16);
        Assert.Equal(Refusals.OfferExpired, (await world.UndoDecline(maya, late.Id)).Refusal);
    }

    [Fact]
    public async Task Not_without_a_free_seat_or_while_away()
    {
        await using var world = await TestWorld.Start();
        var (maya, _) = (await world.Join(seats: 1), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        await world.Decline(maya, offer.Id);
        await world.SetAvailable(maya, false);

        Assert.Equal(Refusals.NoFreeSeat, (await world.UndoDecline(maya, offer.Id)).Refusal);
        Assert.Equal(OfferStates.Declined, (await world.Get<OfferStore>().Find(offer.Id))!.State);
    }

    [Fact]
    public async Task Taken_back_by_someone_who_left_at_that_moment_it_is_withdrawn_and_no_miss()
    {
        await using var world = await TestWorld.Start();
        var (maya, _) = (await world.Join(), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        await world.Decline(maya, offer.Id);
        await world.Vanish(maya);

        await world.UndoDecline(maya, offer.Id);
        await world.RunMatching();

        Assert.Equal(OfferStates.Rescinded, (await world.Get<OfferStore>().Find(offer.Id))!.State);
        Assert.Equal((0, 0), ((await world.Row(maya)).Offered, (await world.Row(maya)).Missed));
    }
}
