using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>Something happens between a look of matching and what is done about it.</summary>
public sealed class MeanwhileTests
{
    [Fact]
    public async Task A_question_is_not_parked_over_an_offer_that_was_reopened_meanwhile()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        await world.Decline(maya, offer.Id);
        var decided = (await world.Get<LoadMatch>().Pass(world.Here.Id, [thread.Id], world.Now)).InputFor(thread.Id)!;
        await world.UndoDecline(maya, offer.Id);

        var applied = await world.Get<ApplyOutcome>().Run(decided, LadderDecision.Decide(decided));

        Assert.True(applied.Stale);
        Assert.Equal(maya.Id, (await world.Accept(maya, offer.Id)).Value!.SeatHolder);
    }

    [Fact]
    public async Task Nothing_is_done_by_a_ladder_that_another_node_has_just_changed()
    {
        await using var world = await TestWorld.Start();
        await world.JoinAgent();
        var thread = await world.Question();
        await using var other = world.AnotherNode();
        await other.Db.Write<Done>(async tx =>
        {
            var site = (await other.Get<SiteStore>().Lock(tx, world.Here.Id))!;
            var shorter = site with { Ladder = new([new(RungKinds.Agents, 8, 15_000, 120_000)]) };
            await other.Get<SiteStore>().Save(tx, shorter);
            await other.Get<LadderChange>().Follow(tx, site.Id, site.Ladder, shorter.Ladder, other.Now);
            return Done.It;
        });

        // It has not heard of it.
        await world.Get<AdvanceMatching>().Run();

        Assert.Equal((ThreadStates.Waiting, 1), ((await world.Again(thread)).State, (int)(await world.Again(thread)).Rung));
    }

    [Fact]
    public async Task What_was_put_off_while_the_shared_queue_was_away_for_a_moment_is_looked_at_as_soon_as_it_is_back()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(available: false);
        await world.Sweep();
        var thread = await world.Question();
        // Away and back within one pass: nobody who looks between two passes sees it away.
        world.Queue.Claiming = async _ =>
        {
            world.Queue.Claiming = _ => Task.CompletedTask;
            await world.Queue.Enqueue(world.Here.Id, thread.Id, thread.AskedAt, world.Now + 60_000);
            world.Queue.GoAway();
            await world.SetAvailable(maya, available: true);
            world.Queue.ComeBack();
            await world.Queue.Enqueue(world.Here.Id, thread.Id, thread.AskedAt, world.Now + 60_000);
        };
        await world.RunMatching();

        await world.Sweep();
        await world.RunMatching();

        Assert.NotNull(await world.OfferTo(maya, thread));
    }

    [Fact]
    public async Task Who_left_here_and_is_back_at_another_node_keeps_what_they_were_offered_there()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await using var other = world.AnotherNode();
        // Between the goodbye and its transaction.
        world.Queue.Left = async () =>
        {
            world.Queue.Left = () => Task.CompletedTask;
            world.Clock.Advance(TimeSpan.FromMilliseconds(5));
            await other.Get<Presence>().Joined("there", maya);
            await other.RunMatching();
        };

        await world.Leave(maya);

        Assert.NotNull(await world.OfferTo(maya, thread));
    }

    [Fact]
    public async Task A_node_that_is_told_to_leave_in_the_middle_of_a_pass_begins_with_no_other_site()
    {
        await using var world = await TestWorld.Start();
        await world.Question();
        await world.Question(site: world.There);
        var claimed = 0;
        world.Queue.Claiming = _ =>
        {
            claimed++;
            return world.Get<Drain>().Begin(default);
        };

        await world.Get<AdvanceMatching>().Run();

        Assert.Equal(1, claimed);
    }

    [Fact]
    public async Task An_offer_that_could_not_be_told_while_the_database_was_away_is_told_once_it_is_back()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var tell = world.Get<TellOffers>();
        await tell.Run(TimeSpan.FromSeconds(2));
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        world.Clock.Advance(TimeSpan.FromSeconds(10));

        await tell.Run(TimeSpan.FromSeconds(2));

        Assert.Contains(world.Notices.All.OfType<OfferStood>(), stood => stood.Offer.OfferId == offer.Id.ToString());
    }
}
