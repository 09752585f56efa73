using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>Every way down the ladder, whoever is there and whether the team is open; and every way back up from where it ends.</summary>
public sealed class LadderPathsTests
{
    private static readonly Ladder Short = new(
    [
        new(RungKinds.Topic, Wave: 4, OfferMs: 3_000, StaysMs: 4_000),
        new(RungKinds.Anyone, Wave: 8, OfferMs: 3_000, StaysMs: 6_000),
        new(RungKinds.Agents, Wave: 8, OfferMs: 3_000, StaysMs: 8_000),
    ]);

    private static readonly Hours Closed = new("UTC", [new(DayOfWeek.Sunday, 0, 60)]);

    [Theory]
    [InlineData(false, ThreadStates.Parked)]
    [InlineData(true, ThreadStates.Waiting)]
    public async Task With_nobody_or_only_an_agent_there_no_time_goes_by_before_it_is_parked_or_theirs(bool agent, string state)
    {
        await using var world = await TestWorld.Start();
        if (agent) await world.JoinAgent();

        var thread = await world.Question();
        await world.RunMatching();

        var now = await world.Again(thread);
        Assert.Equal(state, now.State);
        Assert.Equal(agent ? RungKinds.Agents : RungKinds.Parked, world.Here.Ladder.KindOf((int)now.Rung));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Down_a_question_stops_where_somebody_could_take_it_and_nowhere_else(bool open)
    {
        await using var world = await At(open);
        foreach (var (expert, helper, agent) in from e in new[] { true, false } from h in new[] { true, false } from a in new[] { true, false } select (e, h, a))
        {
            var there = new List<MemberCaller>();
            if (expert) there.Add(await world.Join(topics: ["shoes"]));
            if (helper) there.Add(await world.Join(topics: ["bikes"]));
            if (agent) there.Add(await world.JoinAgent());
            var team = agent && open;
            string[] expected = [RungKinds.Topic, .. expert || helper ? [RungKinds.Anyone] : Array.Empty<string>(), .. team ? [RungKinds.Agents] : Array.Empty<string>(), RungKinds.Parked];
            var most = (expert ? 4 : 0) + (expert || helper ? 6 : 0) + (team ? 8 : 0);

            var thread = await world.Question();
            await world.RunMatching();
            await world.Advance(most);

            Assert.Equal(expected, await Rungs(world, thread));
            Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
            foreach (var member in there) await world.Leave(member);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Up_from_parked_by_a_take_and_given_back_it_climbs_from_the_first_rung(bool open)
    {
        await using var world = await At(open);
        var thread = await world.Question();
        await world.RunMatching();
        var (maya, agent) = (await world.Join(), await world.JoinAgent());

        var live = (await world.Take(agent, thread.PublicId)).Value!;
        await world.Release(agent, live);
        await world.RunMatching();
        Assert.Equal((ThreadStates.Waiting, 1L), await Place(world, thread));
        await world.Decline(maya, (await world.OfferTo(maya, thread)).Id);
        await world.RunMatching();
        Assert.Equal(open ? (ThreadStates.Waiting, 3L) : (ThreadStates.Parked, 4L), await Place(world, thread));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Up_from_an_answer_by_a_reply_whoever_answered_is_asked_first_and_then_the_ladder(bool open)
    {
        await using var world = await At(open);
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        var (maya, agent) = (await world.Join(), await world.JoinAgent());
        await world.Say(agent, await world.Again(thread));

        await world.Say(visitor, thread, "And in blue?");
        await world.RunMatching();
        Assert.Equal(agent.Id, Assert.Single(await world.OpenOffers(thread)).Member);
        await world.Advance(3);
        await world.Accept(maya, (await world.OfferTo(maya, thread)).Id);
        Assert.Equal(maya.Id, (await world.Again(thread)).Responder);

        await world.End(maya, await world.Again(thread));
        await world.Leave(maya);
        await world.Say(visitor, thread, "One more thing", reopen: true);
        await world.RunMatching();
        Assert.Equal(open ? (ThreadStates.Waiting, 3L) : (ThreadStates.Parked, 4L), await Place(world, thread));
    }

    [Fact]
    public async Task Who_may_not_be_asked_before_they_agree_to_the_charter_keeps_no_question_on_the_teams_rung()
    {
        await using var world = await At(open: true);
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SiteStore>().SaveCharter(tx, world.Here.Id, 1, 1);
            return Done.It;
        });
        await world.Join(roles: $"{Roles.SuperUser} {Roles.Agent}");

        var thread = await world.Question();
        await world.RunMatching();
        await world.Advance(2);

        Assert.Equal((ThreadStates.Parked, 4L), await Place(world, thread));
    }

    private static async Task<TestWorld> At(bool open)
    {
        var world = await TestWorld.Start(Short);
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SiteStore>().Save(tx, world.Here with { Hours = open ? Hours.Always : Closed });
            return Done.It;
        });
        await world.Sweep();
        await world.Advance(3);
        return world;
    }

    private static async Task<IEnumerable<string>> Rungs(TestWorld world, ThreadRecord thread)
    {
        var rungs = new List<string>();
        foreach (var row in await world.Get<ThreadStore>().Events(thread.Id, 0))
            if (row.Status is { } status && rungs.LastOrDefault() != status.Rung) rungs.Add(status.Rung);
        return rungs;
    }

    private static async Task<(string, long)> Place(TestWorld world, ThreadRecord thread)
    {
        var now = await world.Again(thread);
        return (now.State, now.Rung);
    }
}
