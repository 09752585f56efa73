using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Conversations;
using CommunityWidget.Integrations;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Inbox;

/// <summary>A parked question, its visitor away, is given to somebody: theirs to answer, whether they are here or not.</summary>
public sealed class GivenParkedTests
{
    [Fact]
    public async Task Given_to_a_colleague_who_is_away_it_is_theirs_and_stands_with_nobody_else_as_waiting()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(connected: false, available: false));
        var (thread, other) = (await world.Fallen(), await world.Fallen());

        Assert.NotNull((await world.Give(sam, thread, kim)).Value);

        Assert.Equal([other.PublicId], await world.Ids(sam));
        Assert.Equal([thread.PublicId], await world.Ids(kim, InboxViews.Mine));
        Assert.Empty(await world.Ids(sam, InboxViews.Mine));
        Assert.Equal([thread.PublicId, other.PublicId], await world.Ids(sam, InboxViews.All));
        Assert.Equal([kim.Member.Name, null], (await world.Page(sam, InboxViews.All)).Rows.Select(r => r.Assignee?.Name));
        Assert.Equal([null, null], (await world.Page(sam, InboxViews.All)).Rows.Select(r => r.Responder?.Name));
        var (hers, his) = (await world.Get<ListInbox>().Head(kim), await world.Get<ListInbox>().Head(sam));
        Assert.Equal((1, 1, 1, 1, 0, 0), (hers.Unassigned, hers.Mine, hers.Given, his.Unassigned, his.Mine, his.Given));
        await world.RunMatching();
        Assert.Equal(kim.Member.Name, world.Changes()[^1].Row.Assignee?.Name);
        Assert.Equal(kim.Member.Name, (await world.Get<ReadThreads>().Find(world.Here.Id, thread.PublicId, 0)).Value!.Thread.Assignee);
        Assert.Equal(0, (await world.Row(kim)).Busy);
    }

    [Fact]
    public async Task A_note_goes_with_it_and_the_visitor_hears_of_neither()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, visitor) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);

        Assert.NotNull((await world.Give(sam, thread, kim, note: "You know this maker.")).Value);

        var read = (await world.Get<WatchThread>().Resume(kim, thread.PublicId, thread.LastSeq)).Value!.Events;
        Assert.Equal([(EventKinds.Note, "You know this maker."), (EventKinds.Status, null)], read.Select(e => (e.Kind, e.Text)));
        Assert.Equal((ThreadMachine.Assigned, kim.Member.Name, sam.Member.Name), (read[1].Status!.Reason, read[1].Status!.Assignee?.Name, read[1].Author?.Name));
        foreach (var reader in new Caller[] { visitor, await world.Join() })
            Assert.All((await world.Get<WatchThread>().Resume(reader, thread.PublicId, thread.LastSeq)).Value!.Events, e => Assert.Equal((EventKinds.Placeholder, null), (e.Kind, e.Status)));
    }

    [Fact]
    public async Task Only_who_may_answer_it_is_given_it_by_the_team_and_what_cannot_be_given_says_why_and_keeps_no_note()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, stranger) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.JoinAgent(world.There));
        var (reader, shut) = (await world.Join(roles: Roles.Moderator), await world.JoinAgent());
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set suspended_until = @until where id = @Id", new { until = world.Now + 1_000, shut.Id }); return Done.It; });
        var (thread, answered, closed) = (await world.Fallen(), await world.Fallen(), await world.Fallen());
        foreach (var nobody in new[] { stranger, reader, shut }) Assert.Equal(Refusals.NotReachable, (await world.Give(sam, thread, nobody, note: "For you.")).Refusal);
        foreach (var volunteer in new[] { await world.Join(), reader }) Assert.Equal(Refusals.NotAllowed, (await world.Give(volunteer, thread, kim)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Give(stranger, thread, stranger)).Refusal);
        Assert.Equal(Refusals.TextTooLong, (await world.Give(sam, thread, kim, note: new string('x', 4_001))).Refusal);
        Assert.Equal(Refusals.NotUnderstood, (await world.Give(sam, thread, kim, topic: "bikes")).Refusal);
        Assert.Equal(Refusals.NotPossibleNow, (await world.Give(sam, thread)).Refusal);
        Assert.Equal(Refusals.StaleFence, (await world.Give(sam, thread with { Fence = 7 }, kim, note: "For you.")).Refusal);
        Assert.Equal(thread.LastSeq, (await world.Again(thread)).LastSeq);

        await world.Say(sam, answered);
        await world.Get<EndTogether>().Run(sam, [new(closed.PublicId, closed.Fence)]);
        Assert.Equal(Refusals.AlreadyAnswered, (await world.Give(kim, await world.Again(answered), sam)).Refusal);
        // Whoever gives what has ended, or is talked about by now, holds no conversation they could hand on.
        Assert.Equal(Refusals.NotParticipant, (await world.Give(kim, await world.Again(closed), sam)).Refusal);
    }

    [Fact]
    public async Task Whoever_said_no_to_it_is_neither_listed_nor_given_it_everybody_else_is_those_who_are_here_first()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var asked = await world.Question();
        await world.RunMatching();
        await world.Decline(maya, (await world.OfferTo(maya, asked)).Id);
        await world.RunMatching();
        var thread = await world.Again(asked);
        Assert.Equal(ThreadStates.Parked, thread.State);
        var (sam, away, here) = (await world.JoinAgent(available: false), await world.Join(connected: false), await world.Join());

        var list = await world.Get<ListReachable>().Run(sam, thread.PublicId);

        Assert.Equal([(sam.Member.Name, false), (here.Member.Name, true), (away.Member.Name, false)], list.Select(r => (r.Who.Name!, r.Here)));
        Assert.Equal(Refusals.NotReachable, (await world.Give(sam, thread, maya)).Refusal);
        Assert.NotNull((await world.Give(sam, thread, sam)).Value);
    }

    [Fact]
    public async Task Among_more_than_are_listed_the_last_is_found_by_name()
    {
        await using var world = await TestWorld.Start();
        var sam = await world.JoinAgent(available: false);
        var thread = await world.Fallen();
        var last = await world.Join(connected: false);
        for (var others = 0; others < 200; others++) await world.Join(connected: false);
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set name = 'Zoé Last' where id = @Id", new { last.Id }); return Done.It; });
        var list = world.Get<ListReachable>();

        Assert.DoesNotContain("Zoé Last", (await list.Run(sam, thread.PublicId)).Select(r => r.Who.Name));
        Assert.Equal(["Zoé Last"], (await list.Run(sam, thread.PublicId, name: " zoé ")).Select(r => r.Who.Name));
        Assert.Equal(200, (await list.Run(sam, thread.PublicId, name: " ")).Count);
    }

    [Fact]
    public async Task Handed_back_it_is_everybodys_again_and_given_to_a_topic_it_is_about_that()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false));
        var thread = await world.Fallen();
        await world.Give(sam, thread, kim);

        Assert.NotNull((await world.Give(kim, await world.Again(thread))).Value);
        Assert.Equal([thread.PublicId], await world.Ids(sam));
        Assert.Equal(Refusals.NotPossibleNow, (await world.Give(kim, await world.Again(thread))).Refusal);

        await world.Give(sam, await world.Again(thread), kim);
        Assert.Equal(Refusals.NotUnderstood, (await world.Give(sam, await world.Again(thread), topic: "planes")).Refusal);
        Assert.NotNull((await world.Give(sam, await world.Again(thread), topic: "bikes")).Value);
        Assert.Equal(("bikes", null), ((await world.Again(thread)).Topic, (await world.Again(thread)).Assignee));
        Assert.Equal([thread.PublicId], await world.Ids(sam, filter: new(Topic: "bikes")));
    }

    [Fact]
    public async Task Taken_back_within_ten_seconds_by_who_gave_it_it_is_as_it_was_before()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, leo) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.Join());
        await world.SetAvailable(leo, false);
        var (thread, aboutNothing) = (await world.Fallen(), await world.Fallen(topic: null));
        await world.Give(sam, thread, kim);
        await world.Give(kim, await world.Again(thread), topic: "bikes");

        Assert.Equal(Refusals.NotPossibleNow, (await world.TakeBack(sam, thread)).Refusal);
        for (var time = 0; time < 2; time++) Assert.NotNull((await world.TakeBack(kim, thread)).Value);
        Assert.Equal(("shoes", kim.Id), ((await world.Again(thread)).Topic, (await world.Again(thread)).Assignee));

        await world.Give(sam, aboutNothing, topic: "bikes");
        Assert.NotNull((await world.TakeBack(sam, aboutNothing)).Value);
        Assert.Null((await world.Again(aboutNothing)).Topic);

        await world.Give(sam, await world.Again(thread), leo);
        world.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(Refusals.NotPossibleNow, (await world.TakeBack(sam, thread)).Refusal);
        await world.Give(sam, await world.Again(thread), kim);
        await world.Note(kim, thread);
        Assert.Equal(Refusals.NotPossibleNow, (await world.TakeBack(sam, thread)).Refusal);
    }

    [Fact]
    public async Task What_was_put_aside_is_aside_again_and_who_had_it_before_has_it_no_longer_than_before()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, leo) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.Join(available: false));
        var (aside, given) = (await world.Fallen(), await world.Fallen());
        await world.Snooze(sam, aside, TimeSpan.FromDays(2));
        await world.Give(sam, given, kim);
        var (asideUntil, givenUntil) = ((await world.Again(aside)).SnoozedUntil, (await world.Again(given)).AssignedUntil);
        world.Clock.Advance(TimeSpan.FromHours(5));

        foreach (var thread in new[] { aside, given })
        {
            await world.Give(sam, await world.Again(thread), leo);
            Assert.NotNull((await world.TakeBack(sam, thread)).Value);
        }

        Assert.Equal((null, asideUntil, null), ((await world.Again(aside)).Assignee, (await world.Again(aside)).SnoozedUntil, (await world.Again(aside)).AssignedUntil));
        Assert.Equal((kim.Id, null, givenUntil), ((await world.Again(given)).Assignee, (await world.Again(given)).SnoozedUntil, (await world.Again(given)).AssignedUntil));
        Assert.Equal([aside.PublicId], await world.Ids(sam, InboxViews.Snoozed));
    }

    [Fact]
    public async Task Sent_again_because_the_answer_was_lost_it_is_given_once()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, leo) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.JoinAgent(available: false));
        var thread = await world.Fallen();

        for (var time = 0; time < 2; time++) Assert.NotNull((await world.Give(sam, thread, kim, note: "Yours.")).Value);

        Assert.Equal((thread.LastSeq + 2, thread.Fence + 1), ((await world.Again(thread)).LastSeq, (await world.Again(thread)).Fence));
        Assert.Equal(Refusals.StaleFence, (await world.Give(leo, thread, kim)).Refusal);
        Assert.Equal(Refusals.StaleFence, (await world.Give(sam, thread, leo)).Refusal);
    }

    [Fact]
    public async Task What_was_put_aside_is_back_when_it_is_given_and_aside_again_it_is_not_in_the_way()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false));
        var thread = await world.Fallen();
        await world.Snooze(sam, thread, TimeSpan.FromDays(1));

        await world.Give(sam, await world.Again(thread), kim);
        Assert.Equal([thread.PublicId], await world.Ids(kim, InboxViews.Mine));

        await world.Snooze(kim, thread, TimeSpan.FromDays(1));
        Assert.Empty(await world.Ids(kim, InboxViews.Mine));
        Assert.Equal([kim.Member.Name], (await world.Page(sam, InboxViews.Snoozed)).Rows.Select(r => r.Assignee?.Name));
    }

    [Fact]
    public async Task An_ending_that_is_taken_back_leaves_it_with_whom_it_was_given_to()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false));
        var thread = await world.Fallen();
        await world.Give(sam, thread, kim);
        await world.Get<EndTogether>().Run(sam, [new(thread.PublicId, thread.Fence + 1)]);
        Assert.Empty(await world.Ids(kim, InboxViews.Mine));

        Assert.Null((await world.Get<EndTogether>().Undo(sam, [thread.PublicId])).Value![0].Refusal);

        Assert.Equal([thread.PublicId], await world.Ids(kim, InboxViews.Mine));
    }
}
