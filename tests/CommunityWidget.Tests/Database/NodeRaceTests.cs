using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Database;

/// <summary>What one visitor sets off on several nodes at once: one open question, the others hear of it, and nobody meets an error.</summary>
public sealed class NodeRaceTests : IAsyncLifetime
{
    private const int Rounds = 25;

    private TestWorld _one = null!, _other = null!;
    private WorldPostgres _database = null!;

    public async Task InitializeAsync()
    {
        if (!PrivatePostgres.IsInstalled) return;
        _one = await TestWorld.Start(on: _database = await WorldPostgres.Create());
        _other = _one.AnotherNode();
    }

    public async Task DisposeAsync()
    {
        if (!PrivatePostgres.IsInstalled) return;
        await _other.DisposeAsync();
        await _one.DisposeAsync();
    }

    [PostgresFact]
    public async Task Asking_on_two_nodes_at_once_is_one_question_and_the_others_are_told_of_it()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var visitor = await _one.Arrive();
            var replies = await AtOnce(8, node => node.Ask(visitor));

            Assert.Single(replies.Select(r => r.Value!.Thread.ThreadId).Distinct());
            Assert.Single(replies, r => !r.Value!.Existing);
        }
    }

    [PostgresFact]
    public async Task The_same_key_on_two_nodes_at_once_is_stored_once_and_answered_alike()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (visitor, key) = (await _one.Arrive(), _one.NewKey());
            var asked = await AtOnce(8, node => node.Ask(visitor, key: key));
            var thread = await _one.Thread(visitor, Assert.Single(asked.Select(r => r.Value!.Thread.ThreadId).Distinct()));
            Assert.All(asked, r => Assert.False(r.Value!.Existing));

            var (before, second) = (thread.LastSeq, _one.NewKey());
            var said = await AtOnce(8, node => node.Say(visitor, thread, key: second));
            Assert.Equal(before + 1, Assert.Single(said.Select(r => r.Value!.Seq).Distinct()));
            Assert.Equal(before + 1, (await _one.Again(thread)).LastSeq);
        }
    }

    [PostgresFact]
    public async Task Continuing_a_closed_question_while_asking_another_leaves_one_open()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (visitor, closed) = await Ended();
            var (said, asked) = await Meet(() => _one.Say(visitor, closed, reopen: true), () => _other.Ask(visitor));

            Assert.NotNull(said.Value);
            var state = (await _one.Again(closed)).State;
            Assert.Equal(asked.Value!.Existing, state == ThreadStates.Waiting);
            Assert.Equal(asked.Value.Existing ? ThreadStates.Waiting : ThreadStates.Parked, state);
            await OneOpen(visitor);
        }
    }

    [PostgresFact]
    public async Task Taking_an_ending_back_while_its_visitor_asks_anew_gives_one_of_them_way()
    {
        var maya = await _one.Join(seats: 100);
        for (var round = 0; round < Rounds; round++)
        {
            var (visitor, thread) = await _one.TalkWith(maya);
            Assert.NotNull((await _one.End(maya, thread)).Value);
            var (undone, asked) = await Meet(() => _one.UndoEnd(maya, thread), () => _other.Ask(visitor));

            Assert.True(undone.Value is null ? undone.Refusal == Refusals.VisitorBusy && !asked.Value!.Existing : asked.Value!.Existing);
            await OneOpen(visitor);
        }
    }

    [PostgresFact]
    public async Task Taking_a_parked_question_while_its_visitor_asks_anew_gives_one_of_them_way()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var visitor = await _one.Arrive();
            var parked = await _one.Thread(visitor, (await _one.Ask(visitor)).Value!.Thread.ThreadId);
            await _one.RunMatching();
            Assert.Equal(ThreadStates.Parked, (await _one.Again(parked)).State);
            var leo = await _one.Join(available: false);
            var (taken, asked) = await Meet(() => _one.Take(leo, parked.PublicId), () => _other.Ask(visitor));

            Assert.True(taken.Value is null ? taken.Refusal == Refusals.VisitorBusy && !asked.Value!.Existing : asked.Value!.Existing);
            await OneOpen(visitor);
            await _one.End(visitor, await _one.Thread(visitor, asked.Value!.Thread.ThreadId));
        }
    }

    [PostgresFact]
    public async Task Everything_at_once_on_two_nodes_never_waits_in_a_circle_and_leaks_no_seat()
    {
        var before = await _database.Deadlocks();
        var (agents, visitors) = (new List<MemberCaller>(), new List<VisitorCaller>());
        for (var i = 0; i < 6; i++) agents.Add(i % 2 == 0 ? await _one.JoinAgent(seats: 3) : await _one.Join(seats: 2));
        for (var i = 0; i < 8; i++) visitors.Add(await _one.Arrive());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(worker => Task.Run(async () =>
        {
            var (node, random) = (worker % 2 == 0 ? _one : _other, new Random(worker));
            for (var step = 0; step < 40; step++) await Any(node, random, agents[random.Next(agents.Count)], visitors[random.Next(visitors.Count)]);
        })));

        Assert.Equal(before, await _database.Deadlocks());
        Assert.Empty(await Checker.Violations(_one.Db));
    }

    private static async Task Any(TestWorld node, Random random, MemberCaller member, VisitorCaller visitor)
    {
        var threads = await node.Db.Query<ThreadRecord>("select * from threads where visitor = @Id order by asked_at desc limit 1", new { visitor.Id });
        var offers = await node.Get<OfferStore>().OpenOf(member.Id);
        switch (random.Next(10), threads.Count > 0 ? threads[0] : null)
        {
            case (0 or 1, _) or (_, null): await node.Ask(visitor); break;
            case (2, var thread): await node.Take(member, thread.PublicId); break;
            case (3, var thread): await node.Release(member, thread); break;
            case (4, var thread): await node.End(visitor, thread); break;
            case (5, var thread): await node.Say(visitor, thread, reopen: true); break;
            case (6, _): await node.SetAvailable(member, random.Next(3) > 0); break;
            case (7, _) when offers.Count > 0: await node.Accept(member, offers[0].Id); break;
            case (8, _) when offers.Count > 0: await node.Decline(member, offers[0].Id); break;
            default: await node.RunMatching(); break;
        }
    }

    private async Task<(VisitorCaller Visitor, ThreadRecord Closed)> Ended()
    {
        var visitor = await _one.Arrive();
        var thread = await _one.Thread(visitor, (await _one.Ask(visitor)).Value!.Thread.ThreadId);
        Assert.NotNull((await _one.End(visitor, thread)).Value);
        return (visitor, thread);
    }

    private async Task OneOpen(VisitorCaller visitor) => Assert.Equal(1, await _one.Db.Find<long>(
        "select count(*) from threads where visitor = @Id and state in ('waiting', 'live')", new { visitor.Id }));

    private async Task<Reply<T>[]> AtOnce<T>(int many, Func<TestWorld, Task<Reply<T>>> verb) where T : class =>
        await Task.WhenAll(Enumerable.Range(0, many).Select(i => Task.Run(() => verb(i % 2 == 0 ? _one : _other))));

    private static async Task<(Reply<TOne> One, Reply<TOther> Other)> Meet<TOne, TOther>(Func<Task<Reply<TOne>>> one, Func<Task<Reply<TOther>>> other)
        where TOne : class where TOther : class
    {
        var (first, second) = (Task.Run(one), Task.Run(other));
        return (await first, await second);
    }
}
