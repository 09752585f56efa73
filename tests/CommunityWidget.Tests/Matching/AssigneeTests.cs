using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Inbox;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Inbox;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Matching;

/// <summary>Whoever a parked question was given to: asked first when its visitor is back, and nothing hangs on them when they are not there.</summary>
public sealed class AssigneeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task Given_to_one_volunteer_it_is_on_no_others_list_and_is_not_theirs_to_answer()
    {
        await using var world = await TestWorld.Start();
        var (sam, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var (thread, other) = (await world.Fallen(visitor), await world.Fallen());
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Give(sam, thread, maya);
        var given = await world.Again(thread);

        Assert.Equal([(thread.PublicId, maya.Member.Name), (other.PublicId, null)], await Listed(world, maya));
        Assert.Equal([(other.PublicId, null)], await Listed(world, leo));
        Assert.Equal(Refusals.GivenToAnother, (await world.Say(leo, given)).Refusal);
        Assert.Equal(Refusals.GivenToAnother, (await world.Take(leo, thread.PublicId)).Refusal);
        Assert.NotNull((await world.Say(maya, given)).Value);
        var answered = await world.Again(thread);
        Assert.Equal((Outcomes.Answered, maya.Id, null, null), (answered.Outcome, answered.Responder, answered.WantedMember, answered.AssignedUntil));
    }

    [Fact]
    public async Task The_team_may_answer_and_take_what_was_given_to_another()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, visitor) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.Arrive());
        var (answered, taken) = (await world.Fallen(), await world.Fallen(visitor));
        foreach (var thread in new[] { answered, taken }) await world.Give(sam, thread, kim);

        Assert.NotNull((await world.Say(sam, await world.Again(answered))).Value);
        var live = (await world.Take(sam, taken.PublicId)).Value!;
        Assert.Equal((sam.Id, null, null), (live.Responder, live.WantedMember, live.AssignedUntil));
    }

    [Fact]
    public async Task A_volunteer_who_was_given_it_gives_it_back_to_everybody_and_nobody_else_does()
    {
        await using var world = await TestWorld.Start();
        var sam = await world.JoinAgent(available: false);
        var thread = await world.Fallen();
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Give(sam, thread, maya);
        var given = await world.Again(thread);

        Assert.Equal(Refusals.NotParticipant, (await world.Release(leo, given)).Refusal);
        Assert.Equal(Refusals.StaleFence, (await world.Release(maya, thread)).Refusal);
        Assert.NotNull((await world.Release(maya, given)).Value);

        Assert.Equal([(thread.PublicId, null)], await Listed(world, leo));
        Assert.Equal([thread.PublicId], await world.Ids(sam));
    }

    [Fact]
    public async Task When_the_visitor_is_back_with_a_word_whoever_has_it_is_asked_alone_and_then_the_ladder()
    {
        await using var world = await TestWorld.Start();
        var (sam, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Give(sam, thread, maya);

        await world.Say(visitor, thread, "I am back.");
        await world.RunMatching();

        Assert.Equal((ThreadStates.Waiting, thread.AskedAt), ((await world.Again(thread)).State, (await world.Again(thread)).AskedAt));
        Assert.Equal([maya.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        await world.Advance(16);
        Assert.Equal([leo.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        Assert.Equal(leo.Id, (await world.Accept(leo, (await world.OfferTo(leo, thread)).Id)).Value!.Responder);
        Assert.Equal([], await Checker.Violations(world.Db));
    }

    [SqliteFact]
    public async Task A_database_that_cannot_store_it_now_says_nothing_of_whoever_has_it()
    {
        var file = await WorldFile.Create();
        var disk = new MoodyDialect(file.Path);
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<SqlDialect>(disk), on: file);
        var (sam, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        var maya = await world.Join();
        await world.Give(sam, thread, maya);
        await world.Say(visitor, thread, "I am back.");
        var ask = world.Get<IEnumerable<IOutboxHandler>>().OfType<AskAssignee>().Single();

        disk.IsReadOnly = true;
        await Assert.ThrowsAsync<StorageAwayException>(() => ask.Handle(new() { Thread = thread.Id, Kind = ThreadWriter.AssigneeWanted }));
        disk.IsReadOnly = false;
        await world.RunMatching();

        Assert.Equal([maya.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
    }

    [Theory]
    [InlineData("gone"), InlineData("away"), InlineData("full")]
    public async Task While_its_visitor_is_there_and_they_could_not_take_it_it_stays_theirs_and_whoever_is_there_may(string how)
    {
        await using var world = await TestWorld.Start();
        var (sam, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Give(sam, thread, maya);
        Assert.Empty(await Listed(world, leo));

        await CannotTake(world, maya, how);

        Assert.Equal([(thread.PublicId, maya.Member.Name)], await Listed(world, leo));
        await world.Leave(visitor);
        Assert.Empty(await Listed(world, leo));
        await world.ComeBack(visitor);
        Assert.Equal(leo.Id, (await world.Take(leo, thread.PublicId)).Value!.Responder);
    }

    [Theory]
    [InlineData("gone"), InlineData("away"), InlineData("full")]
    public async Task When_its_visitor_is_back_with_a_word_and_they_could_not_take_it_it_is_everybodys_again(string how)
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, visitor) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Give(sam, thread, maya);
        await CannotTake(world, maya, how);
        await world.RunMatching();
        Assert.Empty(await world.Ids(kim));
        var changes = world.Changes().Count;

        await world.Say(visitor, thread, "I am back.");
        await world.RunMatching();

        Assert.Equal([thread.PublicId], await world.Ids(kim));
        Assert.Equal(1, (await world.Get<ListInbox>().Head(kim)).Unassigned);
        Assert.Null(world.Changes()[^1].Row.Assignee);
        Assert.True(world.Changes().Count > changes);
        Assert.Equal((ThreadStates.Parked, null), ((await world.Again(thread)).State, (await world.Again(thread)).Assignee));
        Assert.Equal([(thread.PublicId, null)], await Listed(world, leo));
    }

    [Fact]
    public async Task Of_a_colleague_who_comes_tomorrow_too()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, visitor) = (await world.JoinAgent(available: false), await world.JoinAgent(connected: false, available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        await world.Give(sam, thread, kim);
        Assert.Empty(await world.Ids(sam));

        await world.Say(visitor, thread, "I am back.");
        await world.RunMatching();

        Assert.Equal([thread.PublicId], await world.Ids(sam));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_word_that_is_there_only_after_its_visitor_has_left_asks_nobody_and_leaves_it_theirs(bool here)
    {
        await using var world = await TestWorld.Start();
        var (sam, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        var maya = await world.Join(connected: here);
        await world.Give(sam, thread, maya);

        // As one that was held and is let through an hour later.
        await world.Say(visitor, thread, "I am back.");
        await world.Leave(visitor);
        await world.RunMatching();

        Assert.Equal((ThreadStates.Parked, maya.Id), ((await world.Again(thread)).State, (await world.Again(thread)).Assignee));
        Assert.Empty(await world.OpenOffers(thread));
    }

    [Fact]
    public async Task What_is_given_is_not_closed_as_unanswered_before_it_falls_free()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(connected: false, available: false));
        var (thread, other) = (await world.Fallen(), await world.Fallen());
        await world.Leap(6.5 * Day);
        Assert.NotNull((await world.Give(sam, thread, kim)).Value);
        Assert.Equal(kim.Id, (await world.Again(thread)).Assignee);

        await world.Leap(Day - TimeSpan.FromSeconds(1));

        Assert.Equal((ThreadStates.Parked, ThreadStates.Closed), ((await world.Again(thread)).State, (await world.Again(other)).State));
        // Free again, it is everybody's for as long as any.
        await world.Leap(TimeSpan.FromSeconds(2));
        Assert.Equal((ThreadStates.Parked, null), ((await world.Again(thread)).State, (await world.Again(thread)).Assignee));
        Assert.Equal([thread.PublicId], await world.Ids(sam));
        await world.Leap(7 * Day);
        Assert.Equal((ThreadStates.Closed, Outcomes.Unanswered), ((await world.Again(thread)).State, (await world.Again(thread)).Outcome));
    }

    [Fact]
    public async Task Whoever_is_back_late_and_writes_finds_their_question_open()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, visitor) = (await world.JoinAgent(available: false), await world.JoinAgent(connected: false, available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        await world.Leap(6.9 * Day);
        await world.Give(sam, thread, kim);
        await world.Leap(0.3 * Day);

        await world.ComeBack(visitor);
        // Long enough that whoever could be back is.
        await world.Advance(30);
        await world.ComeBack(visitor);
        await world.Say(visitor, thread, "I am back.");
        await world.RunMatching();
        await world.Get<CloseSilent>().Run();

        Assert.Equal((ThreadStates.Parked, null), ((await world.Again(thread)).State, (await world.Again(thread)).Assignee));
    }

    [Fact]
    public async Task While_nobody_can_be_seen_what_was_given_stays_theirs()
    {
        await using var world = await TestWorld.Start();
        var (sam, visitor) = (await world.JoinAgent(available: false), await world.Arrive());
        var thread = await world.Fallen(visitor);
        var maya = await world.Join();
        await world.Give(sam, thread, maya);

        world.Queue.GoAway();
        await world.Say(visitor, thread, "I am back.");
        await world.RunMatching();

        Assert.Equal(maya.Id, (await world.Again(thread)).Assignee);
    }

    [Fact]
    public async Task What_was_given_falls_free_after_a_day_and_not_while_they_put_it_aside_themselves()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(connected: false, available: false));
        var (thread, aside) = (await world.Fallen(), await world.Fallen());
        foreach (var one in new[] { thread, aside }) await world.Give(sam, one, kim);
        await world.Snooze(kim, aside, 2 * Day);

        await world.Leap(Day - TimeSpan.FromSeconds(1));
        Assert.Equal(kim.Id, (await world.Again(thread)).Assignee);
        await world.Leap(TimeSpan.FromSeconds(1));
        Assert.Equal((null, null), ((await world.Again(thread)).Assignee, (await world.Again(thread)).AssignedUntil));
        Assert.Equal([thread.PublicId], await world.Ids(sam));
        Assert.Equal(ThreadMachine.Unassigned, (await world.Get<ThreadStore>().Events(thread.Id, 0))[^1].Status!.Reason);

        await world.Leap(Day);
        await world.Get<SnoozeThread>().WakeDue();
        await world.Leap(Day - TimeSpan.FromSeconds(1));
        Assert.Equal(kim.Id, (await world.Again(aside)).Assignee);
        await world.Leap(TimeSpan.FromSeconds(1));
        Assert.Null((await world.Again(aside)).Assignee);
    }

    [Theory]
    [InlineData("update members set suspended_until = 99999999999999 where id = @Id")]
    [InlineData("update members set roles = 'moderator' where id = @Id")]
    public async Task So_it_does_when_they_may_not_answer_any_more(string sql)
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false));
        var thread = await world.Fallen();
        await world.Give(sam, thread, kim);
        await world.Snooze(kim, thread, Day);
        await world.Db.Write<Done>(async tx => { await tx.Execute(sql, new { kim.Id }); return Done.It; });

        await world.Sweep();

        Assert.Equal([thread.PublicId], await world.Ids(sam));
    }

    [Fact]
    public async Task And_in_the_same_moment_in_which_they_are_erased()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, ada) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.Join(roles: Roles.Admin, available: false));
        var thread = await world.Fallen();
        await world.Give(sam, thread, kim);

        Assert.Null((await world.Get<EraseMember>().Run(ada, kim.Id, wordsToo: true)).Refusal);

        Assert.Null((await world.Again(thread)).WantedMember);
        Assert.Equal(Refusals.NotReachable, (await world.Give(sam, await world.Again(thread), kim)).Refusal);
        Assert.Equal([thread.PublicId], await world.Ids(sam));
    }

    [Fact]
    public async Task Of_two_who_give_it_at_once_and_of_one_who_gives_and_one_who_answers_one_wins_and_the_other_is_told()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false));
        var (first, second) = (await world.Fallen(), await world.Fallen());
        var leo = await world.Join();

        var given = await Task.WhenAll(Task.Run(() => world.Give(sam, first, leo)), Task.Run(() => world.Give(kim, first, sam)));
        Assert.Equal([Refusals.StaleFence], given.Select(reply => reply.Refusal).OfType<Refusal>());

        var (gives, answers) = (Task.Run(() => world.Give(sam, second, kim)), Task.Run(() => world.Say(leo, second)));
        await Task.WhenAll(gives, answers);
        var after = await world.Again(second);
        if (after.IsAnswered) Assert.Equal((Refusals.AlreadyAnswered, null), ((await gives).Refusal, (await answers).Refusal));
        else Assert.Equal((null, kim.Id, Refusals.StaleFence), ((await gives).Refusal, after.Assignee, (await answers).Refusal));
    }

    [Fact]
    public async Task What_goes_live_while_it_is_given_is_given_to_nobody_and_what_was_given_meanwhile_is_asked_of_its_new_one()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim, visitor) = (await world.JoinAgent(available: false), await world.JoinAgent(available: false), await world.Arrive());
        var (thread, maya, leo) = (await world.Fallen(visitor), await world.Join(), await world.Join());
        await world.Give(sam, thread, maya);
        await world.Say(visitor, thread, "I am back.");

        // Before the news of it was read.
        await world.Give(sam, await world.Again(thread), leo);
        await world.RunMatching();
        Assert.Equal([leo.Id], (await world.OpenOffers(thread)).Select(o => o.Member));

        Assert.Equal(Refusals.NotParticipant, (await world.Give(kim, await world.Again(thread), sam)).Refusal);
        await world.Accept(leo, (await world.OfferTo(leo, thread)).Id);
        Assert.Equal(Refusals.NotParticipant, (await world.Give(kim, await world.Again(thread), sam)).Refusal);
    }

    [Theory]
    [InlineData("2026-03-03T10:00:00Z", "2026-03-04T10:00:00Z", "a day, where the team works eight hours of it")]
    [InlineData("2026-03-06T16:00:00Z", "2026-03-09T15:00:00Z", "over the weekend to where a working day is full")]
    public void It_is_theirs_for_a_day_and_a_working_day(string given, string until, string because)
    {
        var week = Enumerable.Range(1, 5).Select(day => new OpenSpan((DayOfWeek)day, 9 * 60, 18 * 60));
        var site = new Site { Hours = new Hours("Europe/Paris", [.. week]) };

        Assert.True(AssignedFor.Until(site, DateTimeOffset.Parse(given, System.Globalization.CultureInfo.InvariantCulture)) == DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(), because);
    }

    private static async Task CannotTake(TestWorld world, MemberCaller member, string how)
    {
        if (how == "gone") await world.Leave(member);
        if (how == "away") await world.SetAvailable(member, false);
        if (how == "full") await world.Db.Write<Done>(async tx => { await tx.Execute("update members set busy = seats where id = @Id", new { member.Id }); return Done.It; });
    }

    private static async Task<IEnumerable<(string, string?)>> Listed(TestWorld world, MemberCaller member) => (await world.Get<ListWaiting>().Run(member)).Select(q => (q.ThreadId, q.Assignee?.Name));
}
