using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.People;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Npgsql;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A node froze within a transaction, and its locks stay for seconds: only who writes to what it locked is refused.</summary>
public sealed class LockedThreadTests : IAsyncLifetime
{
    // A lock is waited for four fifths of this: longer than a busy machine stalls, for the others have no more.
    private const int CommandTimeoutMs = 6_000;

    private TestWorld _world = null!;
    private WorldPostgres _database = null!;

    public async Task InitializeAsync()
    {
        if (!PrivatePostgres.IsInstalled) return;
        _world = await TestWorld.Start(on: _database = await WorldPostgres.Create(commandTimeoutMs: CommandTimeoutMs));
    }

    public async Task DisposeAsync()
    {
        if (PrivatePostgres.IsInstalled) await _world.DisposeAsync();
    }

    [PostgresFact]
    public async Task Messages_of_other_threads_are_stored_and_only_the_locked_one_s_are_refused()
    {
        var (stuck, beside, after) = (await Talk(), await Talks(10), await Talks(10));
        var held = new HeldCommits(_world);
        var first = Say(beside[0]);
        await held.Reached;
        await using (await Frozen(stuck.Thread))
        {
            var (refused, together) = (Say(stuck), beside.Select(Say).ToList());
            held.LetGo();
            Assert.NotNull((await first).Value);
            await _world.UntilItWaits(refused);
            var behind = after.Select(Say).ToList();

            Assert.All(await Task.WhenAll(together), reply => Assert.Null(reply.Refusal));
            Assert.All(await Task.WhenAll(behind), reply => Assert.Null(reply.Refusal));
            Assert.Equal(Refusals.StorageAway, (await refused).Refusal);
        }
        Assert.Null((await Say(stuck)).Refusal);
    }

    [PostgresFact]
    public async Task Nobody_waits_a_second_time_beside_a_thread_that_stays_locked()
    {
        var (stuck, others) = (await Talk(), await Talks(10));
        await using (await Frozen(stuck.Thread)) Assert.Equal(Refusals.StorageAway, (await Say(stuck)).Refusal);
        await using (await Frozen(stuck.Thread))
        {
            var held = new HeldCommits(_world);
            var first = Say(others[0]);
            await held.Reached;
            var ended = new ConcurrentQueue<string>();
            var (again, beside) = (Say(stuck, ended), others.Select(other => Say(other, ended)).ToList());
            held.LetGo();
            await first;

            Assert.All(await Task.WhenAll(beside), reply => Assert.Null(reply.Refusal));
            Assert.Equal(2, held.Commits);
            // It waits for its thread alone, for as long as anybody does.
            Assert.Equal(Refusals.StorageAway, (await again).Refusal);
            Assert.Equal(stuck.Thread.PublicId, ended.Last());
            Assert.Equal(1 + others.Count, ended.Count);
        }
    }

    [PostgresFact]
    public async Task Once_locks_of_the_frozen_are_gone_a_thread_that_is_locked_for_a_moment_is_waited_for_together_again()
    {
        var stuck = await Talk();
        await using (await Frozen(stuck.Thread)) Assert.Equal(Refusals.StorageAway, (await Say(stuck)).Refusal);
        _world.Clock.Advance(TimeSpan.FromSeconds(10));
        var held = new HeldCommits(_world);
        held.LetGo();

        Task<Reply<ThreadEvent>> said;
        await using (await Frozen(stuck.Thread))
        {
            said = Say(stuck);
            await _world.UntilItWaits(said);
            Assert.False(said.IsCompleted);
        }

        Assert.Null((await said).Refusal);
        Assert.Equal(1, held.Commits);
    }

    private Task<Reply<ThreadEvent>> Say((VisitorCaller Visitor, ThreadRecord Thread) talk) => _world.Say(talk.Visitor, talk.Thread);

    private async Task<Reply<ThreadEvent>> Say((VisitorCaller Visitor, ThreadRecord Thread) talk, ConcurrentQueue<string> ended)
    {
        var reply = await Say(talk);
        ended.Enqueue(talk.Thread.PublicId);
        return reply;
    }

    private async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Talk() => (await Talks(1))[0];

    private async Task<IReadOnlyList<(VisitorCaller Visitor, ThreadRecord Thread)>> Talks(int count)
    {
        var talks = new List<(VisitorCaller, ThreadRecord)>();
        while (talks.Count < count)
        {
            var visitor = await _world.Arrive();
            talks.Add((visitor, await _world.Thread(visitor, (await _world.Ask(visitor)).Value!.Thread.ThreadId)));
        }
        return talks;
    }

    // A transaction that has locked the thread as a batch does, and goes no further until it is thrown away.
    private async Task<NpgsqlConnection> Frozen(ThreadRecord thread)
    {
        var connection = new NpgsqlConnection(_database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; select 1 from threads where id = '{thread.Id}' for no key update", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
