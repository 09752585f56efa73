using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A second member in a live conversation: beside the responder, in their place, or gone again.</summary>
public sealed class HelpingTests
{
    [Fact]
    public async Task A_helper_reads_everything_and_writes_without_taking_a_seat()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(visitor, thread, "It flickers.");

        var joined = (await world.Help(leo, thread)).Value!;
        Assert.Equal((ThreadStates.Live, maya.Id, thread.Fence), (joined.State, joined.Responder, joined.Fence));
        var seen = (await world.Get<WatchThread>().Resume(leo, thread.PublicId, 0)).Value!;
        Assert.Equal(joined.LastSeq, seen.HeadSeq);
        Assert.Equal([leo.Member.Name], seen.Helpers.Select(h => h.Name));
        Assert.NotNull((await world.Say(leo, joined, "Try the other socket.")).Value);
        Assert.Equal((0, 1), ((await world.Row(leo)).Busy, (await world.Row(maya)).Busy));
    }

    [Fact]
    public async Task Everybody_in_the_conversation_is_told_once()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.Help(leo, thread);

        var joined = Assert.Single(world.Notices.Events, told => told.Happened.Status?.Reason == "joined");
        Assert.Equal(leo.Member.Name, joined.Happened.Author?.Name);
        Assert.Equal(new[] { maya.Id, leo.Id }.Order(), joined.Parties.Members.Order());

        await world.Say(maya, await world.Again(thread));
        Assert.Equal(new[] { maya.Id, leo.Id }.Order(), world.Notices.Events.Last().Parties.Members.Order());
    }

    [Fact]
    public async Task A_helper_may_take_over_and_the_old_seat_is_free()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);

        var taken = (await world.Take(leo, thread.PublicId)).Value!;

        Assert.Equal((leo.Id, thread.Fence + 1), (taken.Responder, taken.Fence));
        Assert.Equal((0, 1), ((await world.Row(maya)).Busy, (await world.Row(leo)).Busy));
        Assert.Equal(Refusals.NotParticipant, (await world.Say(maya, taken)).Refusal);
        Assert.NotNull((await world.Say(visitor, taken)).Value);
        Assert.Equal([leo.Id], world.Notices.Events.Last().Parties.Members);
        // The visitor's page and the old responder's both learn who is there now.
        var told = Assert.Single(world.Notices.Events, e => e.Happened.Status?.Reason == "taken_over");
        Assert.Contains(maya.Id, told.Parties.Members);
    }

    [Fact]
    public async Task Nobody_takes_over_without_helping_first_or_without_a_free_seat()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo, agent) = (await world.Join(), await world.Join(available: false, seats: 0), await world.JoinAgent());
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);

        Assert.Equal(Refusals.NoFreeSeat, (await world.Take(leo, thread.PublicId)).Refusal);
        Assert.Equal(Refusals.AlreadyTaken, (await world.Take(agent, thread.PublicId)).Refusal);
        Assert.Equal(maya.Id, (await world.Again(thread)).SeatHolder);
    }

    [Fact]
    public async Task A_helper_who_leaves_writes_no_more_and_may_come_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);

        Assert.NotNull((await world.Release(leo, thread)).Value);

        var after = await world.Again(thread);
        Assert.Equal((ThreadStates.Live, maya.Id), (after.State, after.SeatHolder));
        Assert.Equal(Refusals.NotParticipant, (await world.Say(leo, after)).Refusal);
        Assert.NotNull((await world.Help(leo, after)).Value);
        Assert.NotNull((await world.Say(leo, after)).Value);
    }

    [Fact]
    public async Task Only_the_responder_ends_it_for_everybody()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);

        Assert.Equal(Refusals.OnlyResponder, (await world.End(leo, thread)).Refusal);
        Assert.Equal(Refusals.NotParticipant, (await world.Transfer(leo, thread, maya.Id)).Refusal);
        Assert.NotNull((await world.End(maya, thread)).Value);
        Assert.Contains(leo.Id, world.Notices.Events.Last().Parties.Members);
        Assert.Equal(Refusals.ThreadClosed, (await world.Say(leo, await world.Again(thread))).Refusal);
    }

    [Fact]
    public async Task What_is_not_live_cannot_be_joined()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var waiting = await world.Question();
        Assert.Equal(Refusals.NotFound, (await world.Help(leo, waiting)).Refusal);
        var (_, thread) = await world.TalkWith(maya);
        await world.End(maya, thread);
        Assert.Equal(Refusals.NotFound, (await world.Help(leo, thread)).Refusal);
        var stranger = await world.Join(world.There);
        Assert.Equal(Refusals.NotFound, (await world.Help(stranger, thread)).Refusal);
    }

    [Fact]
    public async Task When_the_responder_gives_it_back_the_helper_is_asked_first()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo, ines) = (await world.Join(), await world.Join(), await world.Join());
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);

        await world.Release(maya, thread);
        await world.RunMatching();

        Assert.Equal([leo.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        // Still part of it, so still able to keep the visitor company.
        Assert.NotNull((await world.Say(leo, await world.Again(thread), "Just a moment.")).Value);
        await world.Decline(leo, (await world.OfferTo(leo, thread)).Id);
        await world.RunMatching();
        Assert.Equal([ines.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
    }

    [Fact]
    public async Task When_the_responder_vanishes_the_helper_who_accepts_holds_it_once()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join());
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.Advance(60);
        await world.Vanish(maya);
        await world.Advance(20);

        var held = (await world.Accept(leo, (await world.OfferTo(leo, thread)).Id)).Value!;

        Assert.Equal(leo.Id, held.SeatHolder);
        Assert.Equal([leo.Id], await world.Get<ParticipantStore>().Current(thread.Id));
        Assert.Empty((await world.Get<ThreadReader>().Snapshot(held, 0, leo.Id)).Helpers);
    }

    [Fact]
    public async Task Helpers_do_not_stay_where_the_question_is_parked()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.Release(maya, thread);
        await world.Advance(200);

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
        Assert.Empty(await world.Get<ParticipantStore>().Current(thread.Id));
        // An answer to a parked question is an answer, not a helper's aside.
        await world.Say(leo, await world.Again(thread), "Here is why.");
        Assert.True((await world.Again(thread)).IsAnswered);
    }

    [Fact]
    public async Task A_conversation_one_helps_in_is_on_ones_console()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        var live = Assert.Single(await world.Get<ListLive>().Run(leo));
        Assert.Equal((thread.PublicId, maya.Member.Name), (live.ThreadId, live.Responder.Name));
        Assert.Empty(await world.Get<ListLive>().Run(maya));

        await world.Help(leo, thread);

        Assert.Equal([thread.PublicId], (await world.Get<ReadConsole>().Run(leo)).Chats.Select(c => c.ThreadId));
        await world.Release(leo, thread);
        Assert.Empty((await world.Get<ReadConsole>().Run(leo)).Chats);
    }
}
