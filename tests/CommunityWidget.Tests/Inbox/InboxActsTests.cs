using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Conversations;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Inbox;

/// <summary>Notes, tags, snoozing, handing over, ending several.</summary>
public sealed class InboxActsTests
{
    [Fact]
    public async Task A_note_is_for_the_shops_own_people_everybody_else_gets_its_place()
    {
        await using var world = await TestWorld.Start();
        var (maya, agent) = (await world.Join(), await world.JoinAgent());
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Help(agent, thread);

        var key = world.NewKey();
        var note = (await world.Note(agent, thread, key: key)).Value!;
        Assert.Equal(note.Seq, (await world.Note(agent, thread, key: key)).Value!.Seq);

        var told = world.Notices.Events.Single(e => e.Happened.Kind == EventKinds.Note);
        Assert.Equal([agent.Id], told.Parties.Staff);
        foreach (var (reader, kind, text) in new (Caller, string, string?)[] { (visitor, EventKinds.Placeholder, null), (maya, EventKinds.Placeholder, null), (agent, EventKinds.Note, "Call the warehouse.") })
        {
            var seen = (await world.Get<WatchThread>().Resume(reader, thread.PublicId, 0)).Value!.Events[^1];
            Assert.Equal((note.Seq, kind, text), (seen.Seq, seen.Kind, seen.Text));
        }
        Assert.Equal(Refusals.KeyReused, (await world.Note(agent, thread, "Another.", key)).Refusal);
        Assert.Equal(Refusals.TextEmpty, (await world.Note(agent, thread, " ")).Refusal);
    }

    [Fact]
    public async Task A_note_needs_no_seat_and_may_come_after_the_end()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent(available: false);
        var parked = await world.Fallen();
        Assert.NotNull((await world.Note(agent, parked)).Value);
        await world.Get<EndTogether>().Run(agent, [new(parked.PublicId, parked.Fence)]);
        Assert.NotNull((await world.Note(agent, parked)).Value);
        Assert.Equal(Refusals.NotFound, (await world.Note(await world.JoinAgent(world.There), parked)).Refusal);
    }

    [Fact]
    public async Task Tags_are_cleaned_counted_and_taken_off_again()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (first, second) = (await world.Fallen(), await world.Fallen());

        Assert.Equal(["late parcel", "vip"], (await world.Tag(agent, first, "VIP", "  Late \t parcel ", "vip")).Value!.Tags);
        await world.Tag(agent, second, "vip");
        Assert.Equal(["vip", "late parcel"], await world.Get<TagStore>().Known(world.Here.Id));
        Assert.Equal(["vip"], (await world.Get<TagThread>().Run(agent, first.PublicId, [], ["late parcel", "never there"])).Value!.Tags);
        Assert.Equal(["vip"], await world.Get<TagStore>().Known(world.Here.Id));
        foreach (var unusable in new[] { "", " ", new string('x', 31), "a\u202Eb" }) Assert.Equal(Refusals.TagNotUsable, (await world.Tag(agent, first, unusable)).Refusal);
        Assert.Equal(Refusals.TagNotUsable, (await world.Tag(agent, first, [.. Enumerable.Range(0, 20).Select(i => $"t{i}")])).Refusal);
        Assert.Equal(["vip"], (await world.Page(agent)).Rows[0].Tags);
    }

    [Fact]
    public async Task What_is_put_aside_comes_back_on_the_clock()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent(available: false);
        var thread = await world.Fallen();
        Assert.NotNull((await world.Snooze(agent, thread, TimeSpan.FromHours(3))).Value);
        Assert.Equal([thread.PublicId], await world.Ids(agent, InboxViews.Snoozed));
        Assert.Empty(await world.Ids(agent));
        await world.RunMatching();
        var before = world.Changes().Count;

        world.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal([thread.PublicId], await world.Ids(agent));
        await world.Get<SnoozeThread>().WakeDue();
        await world.RunMatching();

        Assert.Null(Assert.Single(world.Changes().Skip(before)).Row.SnoozedUntil);
        Assert.Empty(await world.Ids(agent, InboxViews.Snoozed));
    }

    [Fact]
    public async Task What_is_put_aside_comes_back_at_once_when_its_visitor_writes_and_not_when_somebody_else_does()
    {
        await using var world = await TestWorld.Start();
        var (agent, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        await world.Snooze(agent, thread, TimeSpan.FromHours(3));
        await world.Note(agent, thread);
        Assert.Empty(await world.Ids(agent));

        Assert.NotNull((await world.Say(visitor, thread, "Are you there?")).Value);

        Assert.Equal([thread.PublicId], await world.Ids(agent));
        await world.RunMatching();
        Assert.Null(world.Changes()[^1].Row.SnoozedUntil);
    }

    [Fact]
    public async Task Whatever_moves_a_thread_and_the_agent_who_put_it_aside_bring_it_back_and_only_a_sane_time_puts_it_there()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (taken, woken) = (await world.Fallen(), await world.Fallen());
        await world.Snooze(agent, taken, TimeSpan.FromDays(1));
        await world.Snooze(agent, woken, TimeSpan.FromDays(1));

        var live = (await world.Take(agent, taken.PublicId)).Value!;
        Assert.Null(live.SnoozedUntil);
        Assert.Null((await world.Snooze(agent, woken, null)).Value!.SnoozedUntil);
        Assert.Equal(Refusals.NotPossibleNow, (await world.Snooze(agent, live, TimeSpan.FromDays(1))).Refusal);
        foreach (var days in new[] { -1, 0, 91 }) Assert.Equal(Refusals.SnoozeOutOfRange, (await world.Snooze(agent, woken, TimeSpan.FromDays(days))).Refusal);
    }

    [Fact]
    public async Task Handed_back_a_question_goes_through_the_community_again_from_the_first_rung_past_who_said_no()
    {
        await using var world = await TestWorld.Start();
        var (agent, maya) = (await world.JoinAgent(), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        await world.Decline(maya, (await world.OfferTo(maya, thread)).Id);
        await world.RunMatching();
        var live = (await world.Take(agent, thread.PublicId)).Value!;
        var leo = await world.Join();

        Assert.Equal(Refusals.StaleFence, (await Hand(world, agent, live with { Fence = live.Fence - 1 })).Refusal);
        Assert.NotNull((await Hand(world, agent, live)).Value);
        await world.RunMatching();

        var waiting = await world.Again(thread);
        Assert.Equal((ThreadStates.Waiting, 1L), (waiting.State, waiting.Rung));
        Assert.Equal([leo.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        Assert.Equal(0, (await world.Row(agent)).Busy);
    }

    [Fact]
    public async Task Handed_to_a_topic_it_is_about_that_and_goes_to_who_knows_it()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var live = (await world.Take(agent, (await world.Fallen()).PublicId)).Value!;
        var (cobbler, cyclist) = (await world.Join(topics: ["shoes"]), await world.Join(topics: ["bikes"]));

        Assert.Equal(Refusals.NotUnderstood, (await Hand(world, agent, live, topic: "planes")).Refusal);
        Assert.Equal(Refusals.NotUnderstood, (await Hand(world, agent, live, cobbler.Id.ToString(), "bikes")).Refusal);
        Assert.NotNull((await Hand(world, agent, live, topic: "bikes")).Value);
        await world.RunMatching();

        Assert.Equal("bikes", (await world.Again(live)).Topic);
        Assert.Equal([cyclist.Id], (await world.OpenOffers(live)).Select(o => o.Member));
    }

    [Fact]
    public async Task Handed_to_another_agent_it_is_offered_to_them_alone()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(), await world.JoinAgent());
        var live = (await world.Take(sam, (await world.Fallen()).PublicId)).Value!;
        await world.JoinAgent(available: false);
        await world.JoinAgent(seats: 0);

        Assert.Equal([kim.Member.Name], (await world.Get<ListReachable>().Run(sam)).Select(r => r.Who.Name));
        Assert.NotNull((await Hand(world, sam, live, kim.Id.ToString())).Value);
        Assert.Equal(kim.Id, (await world.Accept(kim, (await world.OfferTo(kim, live)).Id)).Value!.Responder);
        Assert.Equal(Refusals.NotParticipant, (await Hand(world, sam, live)).Refusal);
    }

    [Fact]
    public async Task Who_said_no_to_a_conversation_is_not_offered_for_it()
    {
        await using var world = await TestWorld.Start();
        var sam = await world.JoinAgent();
        var (maya, leo) = (await world.Join(), await world.Join());
        var asked = await world.Question();
        await world.RunMatching();
        await world.Decline(leo, (await world.OfferTo(leo, asked)).Id);
        await world.Release(maya, (await world.Accept(maya, (await world.OfferTo(maya, asked)).Id)).Value!);
        var list = world.Get<ListReachable>();

        Assert.Equal(Named(maya, leo), (await list.Run(sam)).Select(r => r.Who.Name).Order());
        Assert.Empty(await list.Run(sam, asked.PublicId));
        Assert.Equal(Named(maya, leo), (await list.Run(sam, (await world.Question(world.There)).PublicId)).Select(r => r.Who.Name).Order());
    }

    private static IEnumerable<string> Named(params MemberCaller[] members) => members.Select(m => m.Member.Name).Order();

    [Fact]
    public async Task Several_are_ended_at_once_each_for_itself_and_are_taken_back_as_they_were()
    {
        await using var world = await TestWorld.Start();
        var parked = await world.Fallen();
        var (sam, kim) = (await world.JoinAgent(), await world.JoinAgent());
        var (waiting, mine, theirs, closed) = (await world.Fallen(), await world.Fallen(), await world.Fallen(), await world.Fallen());
        await world.Get<EndTogether>().Run(kim, [new(closed.PublicId, closed.Fence)]);
        mine = (await world.Take(sam, mine.PublicId)).Value!;
        theirs = (await world.Take(kim, theirs.PublicId)).Value!;

        var ended = (await world.Get<EndTogether>().Run(sam, [.. new[] { parked, waiting, mine, theirs, closed }.Select(t => new SeenThread(t.PublicId, t.Fence)), new("nothing9999", 0)])).Value!;

        Assert.Equal([null, null, null, Refusals.NotParticipant, Refusals.ThreadClosed, Refusals.NotFound], ended.Select(e => e.Refusal));
        Assert.Equal([Outcomes.Unanswered, Outcomes.Unanswered, Outcomes.Ended], new[] { await world.Again(parked), await world.Again(waiting), await world.Again(mine) }.Select(t => t.Outcome));
        Assert.Equal(0, (await world.Row(sam)).Busy);

        await world.RunMatching();
        world.Clock.Advance(TimeSpan.FromSeconds(9));
        var undone = (await world.Get<EndTogether>().Undo(sam, [parked.PublicId, waiting.PublicId, mine.PublicId])).Value!;

        Assert.All(undone, one => Assert.Null(one.Refusal));
        Assert.Equal(
            [(ThreadStates.Parked, parked.Rung), (ThreadStates.Waiting, waiting.Rung), (ThreadStates.Live, mine.Rung)],
            new[] { await world.Again(parked), await world.Again(waiting), await world.Again(mine) }.Select(t => (t.State, t.Rung)));
        Assert.Equal(1, (await world.Row(sam)).Busy);
    }

    [Fact]
    public async Task Asked_once_more_because_an_answer_was_lost_ending_and_taking_back_are_done_for_who_did_them_and_as_long_as_they_may()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(), await world.JoinAgent());
        var (waiting, live) = (await world.Fallen(), await world.Fallen());
        live = (await world.Take(sam, live.PublicId)).Value!;
        SeenThread[] seen = [new(waiting.PublicId, waiting.Fence), new(live.PublicId, live.Fence)];
        string[] ids = [waiting.PublicId, live.PublicId];
        await world.Get<EndTogether>().Run(sam, seen);

        Assert.All((await world.Get<EndTogether>().Run(sam, seen)).Value!, one => Assert.Null(one.Refusal));
        Assert.All((await world.Get<EndTogether>().Run(kim, seen)).Value!, one => Assert.Equal(Refusals.ThreadClosed, one.Refusal));
        for (var time = 0; time < 2; time++) Assert.All((await world.Get<EndTogether>().Undo(sam, ids)).Value!, one => Assert.Null(one.Refusal));
        Assert.All((await world.Get<EndTogether>().Undo(kim, ids)).Value!, one => Assert.Equal(Refusals.NotPossibleNow, one.Refusal));

        foreach (var thread in new[] { waiting, live }) await world.Get<EndTogether>().Run(sam, [new(thread.PublicId, (await world.Again(thread)).Fence)]);
        world.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.All((await world.Get<EndTogether>().Run(sam, seen)).Value!, one => Assert.Equal(Refusals.ThreadClosed, one.Refusal));
    }

    [Fact]
    public async Task An_ending_is_taken_back_by_who_ended_it_in_time_and_before_anything_else_happened()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false));
        var visitor = await world.Arrive();
        var (first, late) = (await world.Fallen(), await world.Fallen(visitor));
        await world.Get<EndTogether>().Run(sam, [new(first.PublicId, first.Fence), new(late.PublicId, late.Fence)]);

        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<EndTogether>().Undo(kim, [first.PublicId])).Value![0].Refusal);
        Assert.NotNull((await world.Say(visitor, late, reopen: true)).Value);
        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<EndTogether>().Undo(sam, [late.PublicId])).Value![0].Refusal);
        world.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<EndTogether>().Undo(sam, [first.PublicId])).Value![0].Refusal);
        Assert.Equal(Refusals.NotUnderstood, (await world.Get<EndTogether>().Undo(sam, [])).Refusal);
    }

    [Fact]
    public async Task Who_writes_an_answer_nobody_holds_is_told_to_all_who_could_answer_it_too()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent(available: false);
        var (parked, answered) = (await world.Fallen(), await world.Fallen());
        Assert.NotNull((await world.Say(agent, answered)).Value);
        await world.Join();
        var waiting = await world.Question();

        foreach (var thread in new[] { parked, answered, waiting }) await world.Get<WatchThread>().Typing(agent, thread.PublicId);

        var told = world.Notices.All.OfType<AnswerTypingTold>().Single();
        Assert.Equal((world.Here.Id, parked.PublicId, agent.Member.Name), (told.Site, told.Typing.ThreadId, told.Typing.Who.Name));
        Assert.Equal([answered.PublicId, waiting.PublicId], world.Notices.All.OfType<TeamTypingTold>().Select(t => t.Typing.ThreadId));
        Assert.Empty(world.Notices.All.OfType<TypingTold>());
    }

    [Fact]
    public async Task That_a_note_is_being_written_is_told_to_the_team_alone_whatever_became_of_the_thread()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (live, parked, closed) = (await world.Fallen(), await world.Fallen(), await world.Fallen());
        await world.Take(agent, live.PublicId);
        await world.Get<EndTogether>().Run(agent, [new(closed.PublicId, closed.Fence)]);

        foreach (var thread in new[] { live, parked, closed }) await world.Get<WatchThread>().TypingNote(agent, thread.PublicId);
        await world.Get<WatchThread>().TypingNote(await world.JoinAgent(world.There), live.PublicId);

        Assert.Equal(
            [(world.Here.Id, live.PublicId), (world.Here.Id, parked.PublicId), (world.Here.Id, closed.PublicId)],
            world.Notices.All.OfType<TeamTypingTold>().Select(t => (t.Site, t.Typing.ThreadId)));
        Assert.DoesNotContain(world.Notices.All, told => told is TypingTold or AnswerTypingTold);
    }

    private static Task<Reply<Done>> Hand(TestWorld world, MemberCaller by, ThreadRecord thread, string? member = null, string? topic = null) =>
        world.Get<HandOver>().Run(by, thread.PublicId, new(thread.Fence, member, topic));
}
