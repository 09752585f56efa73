using CommunityWidget.Contracts;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>An offer that ends frees its member for the next question at once, the oldest first.</summary>
public sealed class ExpiryTests
{
    private static readonly Ladder TwoAtATime = new([new(RungKinds.Topic, 2, 10_000, 60_000), new(RungKinds.Anyone, 2, 10_000, 60_000)]);

    [Fact]
    public async Task A_seat_freed_by_expiry_goes_at_once_to_a_question_whose_wave_has_room()
    {
        await using var world = await TestWorld.Start(TwoAtATime);
        var maya = await world.Join(seats: 1);
        await world.Question();
        await world.RunMatching();
        await world.Advance(4);
        var leo = await world.Join(seats: 2);
        var second = await world.Question();
        await world.RunMatching();
        Assert.Equal([leo.Id], (await world.OpenOffers(second)).Select(o => o.Member));

        await world.Advance(6);

        Assert.Equal(1, (await world.Row(maya)).Missed);
        Assert.NotNull(await world.OfferTo(maya, second));
    }

    [Fact]
    public async Task The_others_deadlines_are_kept_while_the_wanted_member_is_asked()
    {
        await using var world = await TestWorld.Start(new Ladder([new(RungKinds.Topic, 2, 10_000, 40_000)]));
        var (maya, leo) = (await world.Join(), await world.Join());
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        thread = (await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value!;
        await world.End(maya, thread);
        await world.Leave(maya);
        await world.Say(visitor, thread, reopen: true);
        await world.RunMatching();
        var asked = await world.OfferTo(leo, thread);
        await world.Advance(5);

        await world.ComeBack(maya);
        await world.RunMatching();
        Assert.NotNull(await world.OfferTo(maya, thread));
        await world.Advance(6);

        Assert.Equal(OfferStates.Expired, (await world.Get<OfferStore>().History([thread.Id])).Single(o => o.Id == asked.Id).State);
    }
}
