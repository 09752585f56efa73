using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>Going away gives offers back without blame; three misses in a row pause.</summary>
public sealed class AvailabilityTests
{
    [Fact]
    public async Task Going_away_withdraws_offers_keeps_conversations_and_is_no_miss()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(seats: 2);
        var first = await world.Question();
        await world.RunMatching();
        await world.Accept(maya, (await world.OfferTo(maya, first)).Id);
        var second = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, second);

        await world.SetAvailable(maya, available: false);
        await world.RunMatching();

        var row = await world.Row(maya);
        Assert.Equal((1, 0, 0), (row.Busy, row.Offered, row.Missed));
        Assert.Contains(world.Notices.OffersEnded, o => o.Ended.OfferId == offer.Id.ToString() && o.Ended.Reason == OfferStates.Rescinded);
        Assert.Equal(ThreadStates.Live, (await world.Again(first)).State);
        Assert.Equal(ThreadStates.Parked, (await world.Again(second)).State);
    }

    [Fact]
    public async Task Three_questions_missed_in_a_row_set_the_member_to_away_and_say_so()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(seats: 1);
        for (var i = 0; i < 3; i++)
        {
            Assert.False((await world.Row(maya)).Paused);
            await world.Question(topic: null);
            await world.RunMatching();
            await world.Advance(60);
        }

        Assert.True((await world.Row(maya)).Paused);
        Assert.Contains(world.Notices.All.OfType<StatusTold>(), s => s.Member == maya.Id && s.Status is { Paused: true, Available: false });
        await world.SetAvailable(maya, available: true);
        Assert.False((await world.Row(maya)).Paused);
    }

    [Fact]
    public async Task One_question_missed_twice_is_one_miss()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();

        await world.Advance(60);

        Assert.Equal(2, (await world.Get<OfferStore>().History([thread.Id])).Count(o => o.State == OfferStates.Expired));
        Assert.Equal(1, (await world.Row(maya)).Missed);
    }

    [Fact]
    public async Task Closing_the_last_tab_gives_offers_to_others_and_is_no_miss()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();

        await world.Leave(maya);
        await world.RunMatching();
        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);

        Assert.Equal((0, 0), ((await world.Row(maya)).Offered, (await world.Row(maya)).Missed));
    }

    [Fact]
    public async Task A_page_that_opens_while_the_last_one_closes_keeps_its_member_here_and_asked()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        world.Queue.Leaving = () => world.Get<Presence>().Joined("the next page", maya);

        await world.Leave(maya);
        await world.RunMatching();

        Assert.True(await world.Get<Presence>().MemberIsHere(maya.Member));
        Assert.NotNull(await world.OfferTo(maya, thread));
        world.Queue.Leaving = () => Task.CompletedTask;
        await world.Get<Presence>().Left("the next page", TimeSpan.Zero);
        Assert.False(await world.Get<Presence>().MemberIsHere(maya.Member));
    }

    [Fact]
    public async Task Who_goes_while_word_that_they_are_here_is_on_its_way_keeps_no_offer()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        var goodbyes = 0;
        world.Queue.Beating = () => goodbyes == 0 ? world.Leave(maya) : Task.CompletedTask;
        // By the second goodbye the late word has come, and she is asked.
        world.Queue.Leaving = () => ++goodbyes == 2 ? world.RunMatching() : Task.CompletedTask;

        await world.Get<Presence>().BeatAll();
        Assert.Equal(2, goodbyes);
        await world.RunMatching();

        Assert.Equal((0, ThreadStates.Parked), ((await world.Row(maya)).Offered, (await world.Again(thread)).State));
    }
}
