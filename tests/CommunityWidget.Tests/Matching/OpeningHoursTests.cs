using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>The ladder outside the team's hours, and at the moment they begin and end; Paris, nine to six on weekdays.</summary>
public sealed class OpeningHoursTests
{
    private static readonly Hours Paris = new("Europe/Paris", [.. Enumerable.Range(1, 5).Select(day => new OpenSpan((DayOfWeek)day, 9 * 60, 18 * 60))]);

    [Fact]
    public async Task Outside_them_a_question_is_parked_at_once_and_its_visitor_told_when_the_team_is_back()
    {
        await using var world = await At("2026-03-06T19:00:00Z");
        var agent = await world.JoinAgent();
        var (visitor, thread) = await Ask(world);
        await world.RunMatching();

        var seen = await Seen(world, visitor, thread);
        Assert.Equal((ThreadStates.Parked, RungKinds.Parked), (seen.State, seen.Rung));
        Assert.Equal(Ms("2026-03-09T08:00:00Z"), seen.OpensAt);
        Assert.DoesNotContain(seen.Events, e => e.Status?.Rung == RungKinds.Agents);
        Assert.Null((await world.Take(agent, thread.PublicId)).Refusal);
    }

    [Fact]
    public async Task Within_them_the_team_gets_it_and_no_time_is_told()
    {
        await using var world = await At("2026-03-06T16:00:00Z");
        await world.JoinAgent();
        var (visitor, thread) = await Ask(world);
        await world.RunMatching();

        var seen = await Seen(world, visitor, thread);
        Assert.Equal((ThreadStates.Waiting, RungKinds.Agents, null), (seen.State, seen.Rung, seen.OpensAt));
    }

    [Fact]
    public async Task A_question_still_on_the_ladder_when_they_begin_reaches_the_team()
    {
        // Summer time began the day before: nine in Paris is seven in UTC.
        await using var world = await At("2026-03-30T06:59:50Z");
        var (maya, _) = (await world.Join(), await world.JoinAgent());
        var (visitor, thread) = await Ask(world);
        await world.RunMatching();
        Assert.Equal(Ms("2026-03-30T07:00:00Z"), (await Seen(world, visitor, thread)).OpensAt);

        await world.Advance(5);
        await world.Decline(maya, (await world.OfferTo(maya, thread)).Id);
        await world.RunMatching();
        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);

        var (_, later) = await Ask(world);
        await world.RunMatching();
        await world.Advance(6);
        Assert.Null((await Seen(world, visitor, thread)).OpensAt);
        await world.Decline(maya, (await world.OfferTo(maya, later)).Id);
        await world.RunMatching();
        Assert.Equal((ThreadStates.Waiting, RungKinds.Agents), await Place(world, later));
    }

    [Theory]
    [InlineData("2026-03-27T16:59:00Z", "2026-03-30T07:00:00Z")]
    [InlineData("2026-10-23T15:59:00Z", "2026-10-26T08:00:00Z")]
    public async Task Who_waits_for_the_team_is_told_at_the_moment_it_closes(string now, string back)
    {
        await using var world = await At(now);
        await world.JoinAgent();
        var (visitor, thread) = await Ask(world);
        await world.RunMatching();
        await world.Advance(59);
        Assert.Equal((ThreadStates.Waiting, RungKinds.Agents), await Place(world, thread));
        await world.Advance(2);

        var seen = await Seen(world, visitor, thread);
        Assert.Equal((ThreadStates.Parked, Ms(back)), (seen.State, seen.OpensAt));
    }

    [Fact]
    public async Task A_parked_question_stays_listed_when_they_begin_and_climbs_again_once_its_visitor_replies()
    {
        await using var world = await At("2026-03-30T06:30:00Z");
        var agent = await world.JoinAgent();
        var (visitor, thread) = await Ask(world);
        await world.RunMatching();
        await world.Say(agent, await world.Again(thread), "Size 42.");
        await world.Leap(TimeSpan.FromMinutes(31));
        await world.ComeBack(agent);
        await world.ComeBack(visitor);
        // Nobody watched for half an hour: who is here is known again after a moment.
        await world.Advance(5);
        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);

        await world.Say(visitor, thread, "And in blue?");
        await world.RunMatching();
        Assert.Equal(agent.Id, Assert.Single(await world.OpenOffers(thread)).Member);
        await world.Accept(agent, (await world.OfferTo(agent, thread)).Id);
        Assert.Equal(ThreadStates.Live, (await world.Again(thread)).State);
    }

    [Fact]
    public async Task A_reply_when_nobody_is_there_is_parked_again_and_says_when_the_team_is_back()
    {
        await using var world = await At("2026-03-06T19:00:00Z");
        var agent = await world.JoinAgent();
        var (visitor, thread) = await Ask(world);
        await world.RunMatching();
        await world.Say(agent, await world.Again(thread), "Size 42.");
        await world.Leave(agent);
        Assert.Null((await Seen(world, visitor, thread)).OpensAt);

        await world.Say(visitor, thread, "And in blue?");
        await world.RunMatching();
        var seen = await Seen(world, visitor, thread);
        Assert.Equal((ThreadStates.Parked, null, Ms("2026-03-09T08:00:00Z")), (seen.State, seen.Outcome, seen.OpensAt));
    }

    [Fact]
    public async Task In_a_time_zone_this_computer_does_not_know_the_team_is_always_open_and_matching_goes_on()
    {
        await using var world = await At("2026-03-06T19:00:00Z", Paris with { TimeZone = "Mars/Base" });
        var (_, parked) = await Ask(world);
        await world.RunMatching();
        Assert.Equal(ThreadStates.Parked, (await world.Again(parked)).State);

        await world.JoinAgent();
        var (visitor, thread) = await Ask(world);
        await world.RunMatching();

        Assert.Equal((ThreadStates.Waiting, RungKinds.Agents), await Place(world, thread));
        Assert.Null((await Seen(world, visitor, thread)).OpensAt);
    }

    private static async Task<TestWorld> At(string now, Hours? hours = null)
    {
        var world = await TestWorld.Start();
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SiteStore>().Save(tx, world.Here with { Hours = hours ?? Paris });
            return Done.It;
        });
        // A moment before, so that presence is known by then.
        world.Clock.Skip(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) - TimeSpan.FromSeconds(3) - world.Clock.GetUtcNow());
        await world.Sweep();
        await world.Advance(3);
        return world;
    }

    private static async Task<(VisitorCaller, ThreadRecord)> Ask(TestWorld world)
    {
        var visitor = await world.Arrive();
        return (visitor, await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId));
    }

    private static async Task<ThreadSnapshot> Seen(TestWorld world, VisitorCaller visitor, ThreadRecord thread) =>
        await world.Get<ThreadReader>().Snapshot(await world.Again(thread), 0, visitor.Id);

    private static async Task<(string, string)> Place(TestWorld world, ThreadRecord thread)
    {
        var now = await world.Again(thread);
        return (now.State, world.Here.Ladder.KindOf((int)now.Rung));
    }

    private static long Ms(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
