using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

public sealed class AcceptOfferTests
{
    [Fact]
    public async Task An_offer_past_its_deadline_is_refused_even_before_it_was_counted()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        world.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(Refusals.OfferExpired, (await world.Accept(maya, offer.Id)).Refusal);
        Assert.Equal(0, (await world.Row(maya)).Busy);
    }

    [Fact]
    public async Task An_offer_made_under_an_older_fence_is_refused()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update threads set fence = fence + 1 where id = @Id", new { thread.Id });
            return Done.It;
        });

        Assert.Equal(Refusals.OfferGone, (await world.Accept(maya, offer.Id)).Refusal);
        Assert.Equal(ThreadStates.Waiting, (await world.Again(thread)).State);
    }

    [Fact]
    public async Task Accepting_twice_is_the_same_as_once()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);

        var first = await world.Accept(maya, offer.Id);
        var again = await world.Accept(maya, offer.Id);

        Assert.Equal(first.Value!.Fence, again.Value!.Fence);
        Assert.Equal(1, (await world.Row(maya)).Busy);
    }

    [Fact]
    public async Task Somebody_elses_offer_looks_like_none()
    {
        await using var world = await TestWorld.Start();
        var (maya, stranger) = (await world.Join(), await world.Join(world.There));
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);

        Assert.Equal(Refusals.NotFound, (await world.Accept(stranger, offer.Id)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Decline(stranger, offer.Id)).Refusal);
    }
}
