using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>Many at once on real threads: one winner, and no seat too many or too few afterwards. Alone, so that others' work is no part of the race.</summary>
[Collection(nameof(RacesTests))]
[CollectionDefinition(nameof(RacesTests), DisableParallelization = true)]
public sealed class RacesTests
{
    private const int Many = 50, Rounds = 200;

    [Fact]
    public async Task Fifty_members_accept_one_question_and_one_wins_every_time()
    {
        await using var world = await TestWorld.Start(new Ladder([new(RungKinds.Topic, Many, 15_000, 60_000)]));
        var members = new List<MemberCaller>();
        for (var i = 0; i < Many; i++) members.Add(await world.Join(seats: 3));
        var visitor = await world.Arrive();
        for (var round = 0; round < Rounds; round++)
        {
            var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
            await world.RunMatching();
            var offers = (await world.OpenOffers(thread)).ToDictionary(o => o.Member, o => o.Id);
            Assert.Equal(Many, offers.Count);

            var replies = await Task.WhenAll(members.Select(m => Patiently(() => world.Accept(m, offers[m.Id]))));

            var winner = Assert.Single(replies, r => r.Value is not null).Value!;
            Assert.All(replies.Where(r => r.Value is null), r => Assert.Equal(Refusals.AlreadyTaken, r.Refusal));
            Assert.Equal((1, 0), await Counted(world));
            Assert.NotNull((await world.End(visitor, winner)).Value);
            await world.RunMatching();
        }
        Assert.Equal((0, 0), await Counted(world));
    }

    [Fact]
    public async Task An_agent_with_ten_seats_takes_twenty_questions_at_once_and_gets_ten()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent(seats: 10);
        var threads = new List<ThreadRecord>();
        for (var i = 0; i < 20; i++) threads.Add(await world.Question());
        await world.RunMatching();

        var replies = await Task.WhenAll(threads.Select(t => Patiently(() => world.Take(agent, t.PublicId))));

        Assert.Equal(10, replies.Count(r => r.Value is not null));
        Assert.All(replies.Where(r => r.Value is null), r => Assert.Equal(Refusals.NoFreeSeat, r.Refusal));
        Assert.Equal((10, 0), await Counted(world));
        Assert.Equal(10, await world.Db.Find<long>("select count(*) from threads where state = 'live'"));
    }

    [Fact]
    public async Task Twenty_helpers_take_over_at_once_and_one_holds_it()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        var helpers = new List<MemberCaller>();
        for (var i = 0; i < 20; i++) helpers.Add(await world.Join(available: false));
        foreach (var helper in helpers) Assert.NotNull((await world.Help(helper, thread)).Value);

        var replies = await Task.WhenAll(helpers.Select(h => Patiently(() => world.Take(h, thread.PublicId))));

        var winner = Assert.Single(replies, r => r.Value is not null).Value!;
        Assert.All(replies.Where(r => r.Value is null), r => Assert.Equal(Refusals.AlreadyTaken, r.Refusal));
        Assert.Equal((winner.SeatHolder, thread.Fence + 1), ((await world.Again(thread)).SeatHolder, winner.Fence));
        Assert.Equal((1, 0), await Counted(world));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_asks_of_one_visitor_at_once_are_one_question(bool sameKey)
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();

        var replies = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Patiently(() => world.Ask(visitor, key: sameKey ? "the-same-key" : null))));

        Assert.Single(replies.Select(r => r.Value!.Thread.ThreadId).Distinct());
        Assert.Equal(sameKey ? Many : 1, replies.Count(r => !r.Value!.Existing));
        Assert.All(replies, r => Assert.Equal(replies[0].Value!.Thread.Events, r.Value!.Thread.Events));
        Assert.Equal((1, 2), (await world.Db.Find<long>("select count(*) from threads"), await world.Db.Find<long>("select count(*) from events")));
    }

    [Fact]
    public async Task Taking_ending_and_releasing_at_once_leak_no_seat()
    {
        await using var world = await TestWorld.Start();
        var agents = new List<MemberCaller>();
        for (var i = 0; i < 4; i++) agents.Add(await world.JoinAgent(seats: 2));
        var visitor = await world.Arrive();
        for (var round = 0; round < Rounds / 4; round++)
        {
            var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
            await Task.WhenAll(agents.Select(agent => Task.Run(async () =>
            {
                var taken = await Patiently(() => world.Take(agent, thread.PublicId));
                if (taken.Value is { } mine) await Patiently(() => world.Release(agent, mine));
            })).Append(Task.Run(() => world.RunMatching())).Append(Patiently(() => world.End(visitor, thread))));
            await world.RunMatching();
            var live = await world.Db.Find<long>("select count(*) from threads where state = 'live'");
            Assert.Equal((live, 0), await Counted(world));
            await world.End(visitor, await world.Again(thread));
            await world.RunMatching();
        }
        Assert.Equal((0, 0), await Counted(world));
    }

    private static Task<Reply<T>> Patiently<T>(Func<Task<Reply<T>>> use) where T : class => Task.Run(() => Eventually.Stored(use));

    private static async Task<(long Busy, long Offered)> Counted(TestWorld world) =>
        (await world.Db.Find<long>("select sum(busy) from members"), await world.Db.Find<long>("select sum(offered) from members"));
}
