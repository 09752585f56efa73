using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Something goes wrong between taking a message in and its commit: whoever hears "sent" has a row.</summary>
public sealed class FailPointTests
{
    private const int Sends = 1_000;

    [Fact]
    public async Task Nobody_is_answered_or_told_before_the_commit()
    {
        await using var world = await TestWorld.Start();
        var send = await Sender(world);
        var told = world.Notices.Events.Count();
        var point = new HeldCommits(world);
        var sends = Enumerable.Range(0, Sends).Select(send).ToList();
        await point.Reached;
        Assert.DoesNotContain(sends, s => s.IsCompleted);
        Assert.Equal(told, world.Notices.Events.Count());
        Assert.Equal(0, await Rows(world));
        point.LetGo();
        Assert.All(await Task.WhenAll(sends), reply => Assert.NotNull(reply.Value));
        Assert.Equal(Sends, await Rows(world));
    }

    [Fact]
    public async Task Of_a_thousand_sends_through_commits_that_fail_none_is_acknowledged_without_a_row_and_none_is_lost()
    {
        await using var world = await TestWorld.Start();
        var send = await Sender(world);
        var turn = 0;
        world.Get<FailPoint>().Reached = where =>
            where == FailPoint.BeforeCommit && ++turn % 2 == 1 ? throw new InvalidOperationException("The commit fails.") : Task.CompletedTask;
        var replies = await Task.WhenAll(Enumerable.Range(0, Sends).Select(number => UntilAnswered(() => send(number))));
        // Each of a batch that failed goes alone, and is told what became of it alone.
        Assert.True(turn >= Sends / CommitMessages.MostInOne, $"only {turn} commits");
        Assert.Equal(replies.Count(r => r.Value is not null), await Rows(world));
        Assert.Equal(Sends, await Rows(world));
    }

    [Fact]
    public async Task When_the_storage_goes_away_everybody_who_waits_is_refused_at_once_and_nothing_is_stored()
    {
        await using var world = await TestWorld.Start();
        var send = await Sender(world);
        var point = new HeldCommits(world, () => world.Db.Dialect.Name == "sqlite" ? new SqliteException("away", 5) : new NpgsqlException("away"));
        var sends = Enumerable.Range(0, Sends).Select(send).ToList();
        await point.Reached;
        point.LetGo();
        var replies = await Task.WhenAll(sends);
        Assert.All(replies, reply => Assert.Equal(Refusals.StorageAway, reply.Refusal));
        Assert.Equal(0, await Rows(world));
        Assert.Equal(1, point.Commits);
        world.Get<FailPoint>().Reached = _ => Task.CompletedTask;
        Assert.NotNull((await send(Sends)).Value);
    }

    private static async Task<Func<int, Task<Reply<ThreadEvent>>>> Sender(TestWorld world)
    {
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        return number => world.Say(visitor, thread, $"{number}", key: $"send-{number:d12}");
    }

    // As a client does: a thousand that all want one thread's lock are more than a busy machine lets in before a caller's patience ends.
    private static async Task<Reply<ThreadEvent>> UntilAnswered(Func<Task<Reply<ThreadEvent>>> send)
    {
        while (true)
        {
            try
            {
                if (await send() is var reply && reply.Refusal != Refusals.StorageAway) return reply;
            }
            catch (SilentDatabaseException)
            {
                // Nothing is known of it: it goes again under its key.
            }
        }
    }

    private static Task<long> Rows(TestWorld world) => world.Db.Find<long>("select count(*) from events where kind = 'message' and seq > 1");
}
