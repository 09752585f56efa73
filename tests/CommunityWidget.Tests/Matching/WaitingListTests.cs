using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>"Waiting questions": the agents' rung first, then what is parked, each oldest first.</summary>
public sealed class WaitingListTests
{
    [Fact]
    public async Task What_agents_can_still_take_live_stands_before_what_is_parked()
    {
        await using var world = await TestWorld.Start();
        var (old, parked) = (await Asked(world), await Asked(world));
        var agent = await world.JoinAgent();
        var (first, second) = (await Asked(world), await Asked(world));

        Assert.Equal([first.PublicId, second.PublicId, old.PublicId, parked.PublicId], (await List(world, agent)).Select(q => q.ThreadId));
        Assert.Equal([old.PublicId, parked.PublicId], (await List(world, await world.Join(languages: "fr"))).Select(q => q.ThreadId));
    }

    [Fact]
    public async Task Hundreds_of_parked_or_answered_questions_hide_none_that_waits()
    {
        await using var world = await TestWorld.Start();
        var parked = await Asked(world);
        await world.Db.Write<Done>(async tx =>
        {
            for (var i = 0; i < 600; i++) await world.Get<ThreadStore>().Insert(tx, parked with { Id = world.Clock.NewId(), PublicId = ThreadStore.NewPublicId(), Outcome = i % 2 == 0 ? Outcomes.Answered : null, AskedAt = parked.AskedAt - i });
            await tx.Execute("insert into events (thread, seq, kind, audience, author_kind, at) select id, 1, 'message', 'all', 'visitor', 0 from threads where id <> @Id", new { parked.Id });
            return Done.It;
        });
        var agent = await world.JoinAgent();
        var waiting = await Asked(world);

        Assert.Equal(waiting.PublicId, (await List(world, agent))[0].ThreadId);
        Assert.Contains(await List(world, agent), q => q.ThreadId == parked.PublicId);
    }

    private static async Task<ThreadRecord> Asked(TestWorld world)
    {
        var thread = await world.Question();
        await world.RunMatching();
        world.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return await world.Again(thread);
    }

    private static Task<IReadOnlyList<WaitingQuestion>> List(TestWorld world, MemberCaller member) => world.Get<ListWaiting>().Run(member);
}
