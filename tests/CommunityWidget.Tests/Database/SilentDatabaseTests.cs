using System.Data.Common;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CommunityWidget.Tests.Database;

/// <summary>A server that says nothing costs a few their whole patience, not everybody one after the other.</summary>
public sealed class SilentDatabaseTests
{
    private const string Rename = "update sites set name = 'Given up'";

    [Fact]
    public async Task Once_some_had_no_answer_the_next_are_refused_without_asking()
    {
        var silent = new SilentDialect();
        var db = new Db(silent, NullLogger<Db>.Instance);
        for (var number = 0; number < 2; number++) await Assert.ThrowsAsync<NpgsqlException>(() => db.Find<long>("select 1"));
        var asked = silent.Asked;

        var error = await Assert.ThrowsAsync<SilentDatabaseException>(() => db.Find<long>("select 1"));
        var written = await db.Write<Contracts.Done>(_ => Task.FromResult<Contracts.Reply<Contracts.Done>>(Contracts.Done.It));

        Assert.Equal(asked, silent.Asked);
        Assert.True(silent.IsAway(error));
        Assert.Equal(Contracts.Refusals.StorageAway, written.Refusal);
    }

    [Fact]
    public async Task Whoever_waits_is_told_in_time_even_while_the_driver_still_asks_to_cancel()
    {
        var stuck = new StuckDialect();
        var db = new Db(stuck, NullLogger<Db>.Instance);
        var (one, several, more) = (db.Find<long>("select 1"), db.Query<long>("select 1"), db.FindAndQuery<long, long>("select 1", "select 2", new { }));
        var written = db.Write<Contracts.Done>(_ => Task.FromResult<Contracts.Reply<Contracts.Done>>(Contracts.Done.It));
        stuck.Moved.Advance(stuck.SilentAfter!.Value);

        foreach (var read in new Task[] { one, several, more }) await Assert.ThrowsAsync<SilentDatabaseException>(() => read);
        Assert.Equal(Contracts.Refusals.StorageAway, (await written).Refusal);
    }

    [Fact]
    public async Task Threads_the_driver_may_block_are_made_ready_while_a_server_is_slow_to_answer_and_given_back()
    {
        var (clock, ready) = (new TestClock(), new List<int>());
        var spare = new SpareThreads(most: 2, ready.Add);
        var slow = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<int>()).ToList();
        var waiting = await Task.Run(() => slow.ConvertAll(answer => new Silence(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), clock, spare).Break(answer.Task)));

        Assert.Empty(ready);
        clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal([1, 2], ready);
        clock.Advance(TimeSpan.FromSeconds(1.5));
        foreach (var given in waiting) await Assert.ThrowsAsync<SilentDatabaseException>(() => given);
        // Nobody waits any more, but the driver still asks to cancel.
        Assert.Equal([1, 2], ready);
        foreach (var answer in slow) answer.SetCanceled();
        Assert.Equal([1, 2, 1, 0], ready);
    }

    [PostgresFact]
    public async Task A_pool_that_has_nothing_left_is_no_silent_server_and_those_after_are_asked()
    {
        var server = await WorldPostgres.Server;
        await using var dialect = new PostgresDialect(PostgresSource.Build(server.ConnectionString("postgres"), new DatabaseOptions { PoolSize = 1, ConnectTimeoutMs = 1_000 }));
        var db = new Db(dialect, NullLogger<Db>.Instance);
        var held = await dialect.Open(CancellationToken.None);

        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Assert.ThrowsAnyAsync<DbException>(() => db.Find<long>("select 1"))));
        await held.DisposeAsync();

        Assert.All(refused, error => Assert.True(dialect.IsAway(error)));
        Assert.Equal(1, await db.Find<long>("select 1"));
    }

    [Fact]
    public async Task A_connection_is_waited_for_as_long_as_it_is_set_and_an_answer_from_then_on()
    {
        await using var world = await TestWorld.Start();
        var held = new HeldDialect(world.Db.Dialect);
        var (db, asked, rest) = (new Db(held, NullLogger<Db>.Instance), new TaskCompletionSource(), new TaskCompletionSource());
        var written = db.Write<Contracts.Done>(async tx =>
        {
            await tx.Execute(Rename);
            asked.SetResult();
            await rest.Task;
            return Contracts.Done.It;
        });

        held.Moved.Advance(TimeSpan.FromSeconds(9));
        Assert.False(written.IsCompleted);
        held.Free.SetResult();
        await asked.Task;
        held.Moved.Advance(TimeSpan.FromSeconds(2));
        Assert.False(written.IsCompleted);
        held.Moved.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Contracts.Refusals.StorageAway, (await written).Refusal);
        rest.SetResult();
        await held.IsGivenBack.Task;
    }

    [Fact]
    public async Task What_is_tried_again_waits_for_its_connection_as_long_as_the_first_time()
    {
        await using var world = await TestWorld.Start();
        var held = new HeldDialect(world.Db.Dialect);
        held.Free.SetResult();
        var written = new Db(held, NullLogger<Db>.Instance).Write<Contracts.Done>(_ =>
        {
            if (held.Opened > 1) return Task.FromResult<Contracts.Reply<Contracts.Done>>(Contracts.Done.It);
            held.Free = new();
            throw new LostException();
        });
        await held.IsGivenBack.Task;
        await Eventually.Holds(() => held.Opened == 2);

        held.Moved.Advance(TimeSpan.FromSeconds(9));
        Assert.False(written.IsCompleted);
        held.Free.SetResult();

        Assert.Null((await written).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_refused_as_given_up_is_not_carried_out_afterwards(bool beforeItHadAConnection)
    {
        await using var world = await TestWorld.Start();
        var held = new HeldDialect(world.Db.Dialect);
        var (asked, rest) = (new TaskCompletionSource(), new TaskCompletionSource());
        if (!beforeItHadAConnection) held.Free.SetResult();
        var written = new Db(held, NullLogger<Db>.Instance).Write<Contracts.Done>(async tx =>
        {
            await tx.Execute(Rename);
            asked.SetResult();
            await rest.Task;
            return Contracts.Done.It;
        });
        if (!beforeItHadAConnection) await asked.Task;

        held.Moved.Advance(held.OpensWithin!.Value);
        Assert.Equal(Contracts.Refusals.StorageAway, (await written).Refusal);
        held.Free.TrySetResult();
        rest.SetResult();
        await held.IsGivenBack.Task;

        Assert.Equal(0, await world.Db.Find<long>("select count(*) from sites where name = 'Given up'"));
    }

    [PostgresFact]
    public async Task A_pool_that_comes_free_within_the_time_a_connection_is_waited_for_serves_whoever_waited()
    {
        var server = await WorldPostgres.Server;
        await using var real = new PostgresDialect(PostgresSource.Build(server.ConnectionString("postgres"), new DatabaseOptions { PoolSize = 1, ConnectTimeoutMs = 10_000 }));
        var dialect = new ImpatientDialect(real);
        Assert.Equal(10.25, real.OpensWithin!.Value.TotalSeconds);
        var held = await dialect.Open(CancellationToken.None);

        var written = new Db(dialect, NullLogger<Db>.Instance).Write<Contracts.Done>(_ => Task.FromResult<Contracts.Reply<Contracts.Done>>(Contracts.Done.It));
        dialect.Moved.Advance(TimeSpan.FromSeconds(4));
        await held.DisposeAsync();

        Assert.Null((await written).Refusal);
    }

    [Fact]
    public async Task Telling_what_was_stored_may_take_longer_than_a_silent_server_is_waited_for()
    {
        await using var world = await TestWorld.Start();
        var impatient = new ImpatientDialect(world.Db.Dialect);
        var (told, rest) = (new TaskCompletionSource(), new TaskCompletionSource());
        var written = new Db(impatient, NullLogger<Db>.Instance).Write<Contracts.Done>(tx =>
        {
            tx.AfterCommit(() =>
            {
                told.SetResult();
                return rest.Task;
            });
            return Task.FromResult<Contracts.Reply<Contracts.Done>>(Contracts.Done.It);
        });
        await told.Task;
        impatient.Moved.Advance(impatient.SilentAfter!.Value * 2);
        rest.SetResult();

        Assert.Null((await written).Refusal);
    }

    private class ImpatientDialect(SqlDialect real) : DialectAround(real)
    {
        public TestClock Moved { get; } = new();

        public override TimeProvider Clock => Moved;

        public override TimeSpan? SilentAfter => TimeSpan.FromSeconds(3);

        public override TimeSpan? OpensWithin => TimeSpan.FromSeconds(10);

        // A file is never silent, and does not know the word.
        public override bool IsAway(DbException error) => error is SilentDatabaseException || base.IsAway(error);
    }

    /// <summary>Its pool has nothing left until somebody gives back.</summary>
    private sealed class HeldDialect(SqlDialect real) : ImpatientDialect(real)
    {
        public TaskCompletionSource Free { get; set; } = new();

        public int Opened { get; private set; }

        public TaskCompletionSource IsGivenBack { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task<DbConnection> Open(CancellationToken stop)
        {
            Opened++;
            await Free.Task;
            var connection = await base.Open(stop);
            connection.StateChange += (_, to) =>
            {
                if (to.CurrentState == System.Data.ConnectionState.Closed) IsGivenBack.TrySetResult();
            };
            return connection;
        }

        public override bool LostConnection(DbException error) => error is LostException;
    }

    private sealed class LostException() : DbException("The connection was lost.");

    private sealed class StuckDialect() : DialectAround(new PostgresDialect(NpgsqlDataSource.Create("Host=127.0.0.1")))
    {
        public TestClock Moved { get; } = new();

        public override TimeProvider Clock => Moved;

        public override TimeSpan? SilentAfter => TimeSpan.FromSeconds(3);

        public override Task<DbConnection> Open(CancellationToken stop) => new TaskCompletionSource<DbConnection>().Task;
    }

    private sealed class SilentDialect() : DialectAround(new PostgresDialect(NpgsqlDataSource.Create("Host=127.0.0.1")))
    {
        public int Asked { get; private set; }

        public override Task<DbConnection> Open(CancellationToken stop)
        {
            Asked++;
            throw new NpgsqlException("Exception while reading from stream", new TimeoutException());
        }
    }
}
