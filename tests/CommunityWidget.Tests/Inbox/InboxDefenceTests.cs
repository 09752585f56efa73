using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Inbox;

/// <summary>What the desk refuses: each defence was taken out once, and nothing else had noticed.</summary>
public sealed class InboxDefenceTests
{
    [Fact]
    public async Task What_is_before_the_agents_looks_to_a_volunteer_like_nothing()
    {
        await using var world = await TestWorld.Start();
        await world.JoinAgent();
        var leo = await world.Join(available: false);
        var waiting = await world.Fallen();

        Assert.Equal(ThreadStates.Waiting, waiting.State);
        Assert.Equal(Refusals.NotFound, (await world.Take(leo, waiting.PublicId)).Refusal);
    }

    [Fact]
    public async Task A_conversation_is_handed_only_to_who_answers_is_here_and_of_this_site()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        var others = new[] { await world.JoinAgent(world.There), await world.Join(roles: Roles.Moderator), await world.JoinAgent(connected: false), await world.Join(available: false) };

        foreach (var other in others) Assert.Equal(Refusals.NotReachable, (await world.Transfer(maya, thread, other.Id)).Refusal);

        Assert.Equal((maya.Id, thread.Fence), ((await world.Again(thread)).SeatHolder, (await world.Again(thread)).Fence));
    }

    [Fact]
    public async Task What_was_taken_and_given_back_meanwhile_is_not_ended_with_the_others()
    {
        await using var world = await TestWorld.Start();
        var (sam, kim) = (await world.JoinAgent(), await world.JoinAgent());
        var (seen, other) = (await world.Fallen(), await world.Fallen());
        await world.Release(kim, (await world.Take(kim, seen.PublicId)).Value!);

        var outcomes = (await world.Get<EndTogether>().Run(sam, [new(seen.PublicId, seen.Fence), new(other.PublicId, other.Fence)])).Value!;

        Assert.Equal([Refusals.StaleFence, null], outcomes.Select(o => o.Refusal));
        Assert.Equal((ThreadStates.Waiting, ThreadStates.Closed), ((await world.Again(seen)).State, (await world.Again(other)).State));
    }

    [Fact]
    public async Task Two_helpers_do_not_take_it_out_of_each_other_s_hands()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo, ines) = (await world.Join(), await world.Join(available: false), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.Help(ines, thread);

        Assert.NotNull((await world.Take(leo, thread.PublicId)).Value);
        Assert.Equal(Refusals.AlreadyTaken, (await world.Take(ines, thread.PublicId)).Refusal);
        world.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(ines.Id, (await world.Take(ines, thread.PublicId)).Value!.SeatHolder);
    }

    [Fact]
    public async Task Who_talks_elsewhere_is_not_pulled_into_an_older_question()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var parked = await world.Fallen(visitor);
        Assert.Equal(ThreadStates.Parked, parked.State);
        var agent = await world.JoinAgent();
        await world.Ask(visitor, text: "And another thing?");

        Assert.Equal(Refusals.VisitorBusy, (await world.Take(agent, parked.PublicId)).Refusal);
    }

    [Fact]
    public async Task Whoever_reads_what_they_do_not_hold_is_written_down_and_every_list_learns_of_a_note()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent(available: false);
        var parked = await world.Fallen();
        await world.RunMatching();
        var before = world.Changes().Count;

        await world.Note(agent, parked);
        await world.Get<WatchThread>().Resume(agent, parked.PublicId, 0);
        await world.RunMatching();

        Assert.True(world.Changes().Count > before);
        Assert.NotEqual(0, await world.Db.Find<long>("select count(*) from audit where actor = @Id and action = 'thread.read' and subject = @PublicId", new { agent.Id, parked.PublicId }));
    }

    [SqliteFact]
    public async Task A_change_that_cannot_be_numbered_now_is_told_later_and_nothing_failed()
    {
        var file = await WorldFile.Create();
        var disk = new MoodyDialect(file.Path);
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<SqlDialect>(disk), on: file);
        var waiting = await world.Fallen();
        var (tell, before) = (world.Get<IEnumerable<IOutboxHandler>>().OfType<TellInbox>().Single(), world.Changes().Count);

        disk.IsReadOnly = true;
        await Assert.ThrowsAsync<StorageAwayException>(() => tell.Handle(new() { Thread = waiting.Id, Kind = "list.changed" }));
        disk.IsReadOnly = false;
        await tell.Handle(new() { Thread = waiting.Id, Kind = "list.changed" });

        Assert.Equal(before + 1, world.Changes().Count);
    }
}
