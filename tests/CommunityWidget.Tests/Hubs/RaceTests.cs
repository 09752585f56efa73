using CommunityWidget.Contracts;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Over real sockets: whoever is fastest wins alone, and seats are right the moment after.</summary>
public sealed class RaceTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const int Rounds = 200, Crowd = 50;

    private static readonly Ladder OneGreatWave = new([new(RungKinds.Anyone, Crowd, OfferMs: 60_000, StaysMs: 60_000)]);

    private static readonly string[] Losses = [Refusals.AlreadyTaken.Code, Refusals.OfferGone.Code];

    [Fact]
    public async Task Of_fifty_members_who_accept_at_once_one_wins_two_hundred_times()
    {
        var shop = await app.Open(OneGreatWave);
        var crowd = new List<SuperUserDriver>();
        for (var i = 0; i < Crowd; i++) crowd.Add(await shop.SuperUser(seats: 1));
        await using var visitor = await shop.ConnectedVisitor();
        for (var round = 0; round < Rounds; round++)
        {
            var id = (await visitor.Socket.Ask(Keys.Question($"Round {round}"))).Value!.Thread.ThreadId;
            var offers = await Task.WhenAll(crowd.Select(member => member.NextOffer(id)));
            var replies = await Task.WhenAll(crowd.Zip(offers, (member, offer) => member.Accept(offer.OfferId)));
            var winner = crowd[Array.FindIndex(replies, r => r.Value is not null)];
            var live = Assert.Single(replies, r => r.Value is not null).Value!;
            Assert.All(replies, r => Assert.True(r.Value is not null || Losses.Contains(r.Refusal!.Code), r.Refusal?.Code));
            await SeatsAre(shop, busy: 1);
            Assert.NotNull((await winner.End(id, live.Fence)).Value);
            await SeatsAre(shop, busy: 0);
        }
        foreach (var member in crowd) await member.DisposeAsync();
        await app.Check();
    }

    [Fact]
    public async Task An_agent_who_takes_twenty_questions_at_once_gets_as_many_as_there_are_seats()
    {
        var (shop, questions, _) = await TwentyWaiting();
        await using var agent = await shop.Agent(seats: 10);
        var replies = await Task.WhenAll(questions.Select(id => Eventually.Stored(() => agent.Take(id))));
        Assert.Equal(10, replies.Count(r => r.Value is not null));
        Assert.All(replies.Where(r => r.Value is null), r => Assert.Equal(Refusals.NoFreeSeat, r.Refusal));
        await SeatsAre(shop, busy: 10);
        await app.Check();
    }

    [Fact]
    public async Task Two_agents_on_several_lines_who_take_the_same_twenty_share_them()
    {
        var (shop, questions, first) = await TwentyWaiting();
        await using var second = await shop.Agent(seats: 10);
        var replies = await Task.WhenAll(questions.SelectMany(id => new[] { first, second }.Select(agent => Eventually.Stored(() => agent.Take(id)))));
        Assert.Equal(20, replies.Count(r => r.Value is not null));
        Assert.Equal(20, replies.Where(r => r.Value is not null).Select(r => r.Value!.ThreadId).Distinct().Count());
        Assert.Equal((10, 10), ((await shop.Row(first)).Busy, (await shop.Row(second)).Busy));
        await app.Check();
    }

    [Fact]
    public async Task Fifty_lines_that_write_two_hundred_messages_each_to_one_thread_fill_it_without_a_gap()
    {
        var shop = await app.Open();
        await using var member = await shop.SuperUser();
        var first = await shop.Visitor();
        var id = (await first.Http.Ask(Keys.Question("Is this a chat?"))).Value!.Thread.ThreadId;
        // Live, so that nothing else happens to it.
        var before = (await member.AcceptNext(id)).HeadSeq;
        var seqs = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => Write(first.AnotherTab())));
        Assert.Equal(Enumerable.Range(1, Crowd * Rounds).Select(seq => before + seq), seqs.SelectMany(mine => mine).Order());
        Assert.All(seqs, mine => Assert.Equal(mine.Order(), mine));
        await app.Check();

        async Task<List<long>> Write(VisitorDriver tab)
        {
            await using var line = await HubClient.Connect(await tab.Web.Hub("visitor"), origin: null, (_, _) => { });
            var mine = new List<long>();
            for (var i = 0; i < Rounds; i++)
                mine.Add((await line.Call<Reply<ThreadEvent>>("Send", new Contracts.Visitors.VisitorMessage(id, Keys.New(), $"{i}"))).Value!.Seq);
            return mine;
        }
    }

    /// <summary>An agent with ten seats is on duty, so the questions stay on the agents' rung.</summary>
    private async Task<(Shop Shop, IReadOnlyList<string> Questions, AgentDriver OnDuty)> TwentyWaiting()
    {
        var shop = await app.Open();
        var onDuty = await shop.Agent(seats: 10);
        var questions = new List<string>();
        for (var i = 0; i < 20; i++)
            questions.Add((await (await shop.Visitor()).Http.Ask(Keys.Question($"Question {i}"))).Value!.Thread.ThreadId);
        return (shop, questions, onDuty);
    }

    private async Task SeatsAre(Shop shop, long busy) => Assert.Equal(
        (busy, 0L),
        (await app.Db.Find<long>("select cast(sum(busy) as bigint) from members where site = @Id", new { shop.Site.Id }),
            await app.Db.Find<long>("select cast(sum(offered) as bigint) from members where site = @Id", new { shop.Site.Id })));
}
