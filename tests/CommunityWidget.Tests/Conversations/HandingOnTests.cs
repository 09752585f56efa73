using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A thread that changes hands, and who hears of it.</summary>
public sealed class HandingOnTests
{
    [Fact]
    public async Task A_transfer_to_someone_who_said_no_is_refused_and_the_chat_kept()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        await world.Decline(leo, (await world.OfferTo(leo, thread)).Id);
        thread = (await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value!;

        var reply = await world.Transfer(maya, thread, leo.Id);

        Assert.Equal(Refusals.NotReachable, reply.Refusal);
        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);
    }

    [Fact]
    public async Task Two_chats_handed_at_once_to_someone_with_one_free_seat_the_second_is_refused_and_kept()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, first) = await world.TalkWith(maya);
        var (_, second) = await world.TalkWith(maya);
        var leo = await world.Join(seats: 1);

        Assert.NotNull((await world.Transfer(maya, first, leo.Id)).Value);
        Assert.Equal(Refusals.NotReachable, (await world.Transfer(maya, second, leo.Id)).Refusal);

        await world.RunMatching();
        Assert.Equal([leo.Id], (await world.OpenOffers(first)).Select(o => o.Member));
        Assert.Equal((maya.Id, second.Fence), ((await world.Again(second)).SeatHolder, (await world.Again(second)).Fence));
        Assert.Equal((1, 1), ((await world.Row(maya)).Busy, (await world.Row(leo)).Offered));
        Assert.Equal(leo.Id, (await world.Accept(leo, (await world.OfferTo(leo, first)).Id)).Value!.SeatHolder);
    }

    [Fact]
    public async Task Whoever_released_a_question_hears_nothing_of_its_end()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        thread = (await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value!;
        await world.Release(maya, thread);
        var before = world.Notices.Events.Count();

        await world.End(visitor, thread);

        Assert.All(world.Notices.Events.Skip(before), told => Assert.DoesNotContain(maya.Id, told.Parties.Members));
    }

    [Fact]
    public async Task A_reply_to_an_answer_is_listed_again_while_the_visitor_talks_elsewhere()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var first = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Say(maya, await world.Again(first));
        await world.Ask(visitor, text: "And another thing?");

        await world.Say(visitor, first, "That does not fit.");

        Assert.Equal(ThreadStates.Parked, (await world.Again(first)).State);
        var listed = await world.Get<ListWaiting>().Run(new MemberCaller(leo.Site, leo.Member));
        Assert.Contains(listed, q => q.ThreadId == first.PublicId);
        Assert.NotNull((await world.Say(leo, await world.Again(first))).Value);
    }
}
