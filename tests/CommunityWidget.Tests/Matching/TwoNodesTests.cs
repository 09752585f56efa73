using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Matching;

/// <summary>Two nodes decide on the same rows before either acts.</summary>
public sealed class TwoNodesTests
{
    [Fact]
    public async Task Two_nodes_that_decided_on_the_same_rows_send_one_wave()
    {
        await using var world = await TestWorld.Start(new Ladder([new(RungKinds.Topic, 2, 10_000, 60_000)]));
        await world.Join();
        await world.Join();
        var thread = await world.Question();
        var (load, apply) = (world.Get<LoadMatch>(), world.Get<ApplyOutcome>());
        var one = (await load.Pass(world.Here.Id, [thread.Id], world.Now)).InputFor(thread.Id)!;
        var other = (await load.Pass(world.Here.Id, [thread.Id], world.Now)).InputFor(thread.Id)!;

        var first = await apply.Run(one, LadderDecision.Decide(one));
        var second = await apply.Run(other, LadderDecision.Decide(other));

        Assert.Equal(2, first.Offered.Count);
        Assert.True(second.Stale);
        Assert.Empty(second.Offered);
        Assert.Equal(2, (await world.OpenOffers(thread)).Count);
    }

    [Fact]
    public async Task Two_nodes_that_chose_the_same_member_for_two_questions_fill_the_one_seat_once()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(seats: 1);
        var (first, second) = (await world.Question(), await world.Question());
        var (load, apply) = (world.Get<LoadMatch>(), world.Get<ApplyOutcome>());
        var one = (await load.Pass(world.Here.Id, [first.Id], world.Now)).InputFor(first.Id)!;
        var other = (await load.Pass(world.Here.Id, [second.Id], world.Now)).InputFor(second.Id)!;

        Assert.Equal([maya.Id], (await apply.Run(one, LadderDecision.Decide(one))).Offered);
        var late = await apply.Run(other, LadderDecision.Decide(other));

        Assert.Empty(late.Offered);
        Assert.True(late.Stale);
        Assert.Equal(1, (await world.Row(maya)).Offered);
    }

    [Fact]
    public async Task A_member_who_went_away_meanwhile_is_not_offered_it()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        var decided = (await world.Get<LoadMatch>().Pass(world.Here.Id, [thread.Id], world.Now)).InputFor(thread.Id)!;
        await world.SetAvailable(maya, available: false);

        var applied = await world.Get<ApplyOutcome>().Run(decided, LadderDecision.Decide(decided));

        Assert.Empty(applied.Offered);
        Assert.Empty(await world.OpenOffers(thread));
    }

    [Fact]
    public async Task A_member_who_left_while_the_wave_was_stored_keeps_no_offer_and_misses_nothing()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join());
        var thread = await world.Question();
        var decided = (await world.Get<LoadMatch>().Pass(world.Here.Id, [thread.Id], world.Now)).InputFor(thread.Id)!;
        await world.Leave(maya);
        await world.Get<ApplyOutcome>().Run(decided, LadderDecision.Decide(decided));

        await world.RunMatching();

        Assert.Equal([leo.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        Assert.Equal((0, 0), ((await world.Row(maya)).Offered, (await world.Row(maya)).Missed));
    }
}
