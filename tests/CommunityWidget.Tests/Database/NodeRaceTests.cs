using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Database;

/// <summary>What one visitor sets off on several nodes at once: one open question, the others hear of it, and nobody meets an error.</summary>
public sealed class NodeRaceTests : IAsyncLifetime
{
    private const int Rounds = 25;

    private TestWorld _one = null!, _other = null!;

    public async Task InitializeAsync()
    {
        if (!PrivatePostgres.IsInstalled) return;
        _one = await TestWorld.Start(on: await WorldPostgres.Create());
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
