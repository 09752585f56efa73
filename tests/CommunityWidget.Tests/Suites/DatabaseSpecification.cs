using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Suites;

/// <summary>What every <see cref="SqlDialect"/> makes of the door to the database: a write is whole or absent, and told only once it is durable.</summary>
public abstract partial class DatabaseSpecification : IAsyncLifetime
{
    private const string Rename = "update sites set name = 'changed'";

    private TestWorld _world = null!;

    /// <summary>A migrated, empty database.</summary>
    protected abstract Task<TestDatabase> Create();

    /// <summary>A dialect of a server or file that is not there.</summary>
    protected abstract SqlDialect Unreachable();

    protected Db Db => _world.Db;

    protected TestWorld World => _world;

    public async Task InitializeAsync() => _world = await TestWorld.Start(on: await Create());

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_refusal_rolls_back_and_tells_nobody()
    {
        var told = false;

        var reply = await Db.Write<Done>(async tx =>
        {
            await tx.Execute(Rename);
            tx.AfterCommit(() => { told = true; return Task.CompletedTask; });
            return Refusals.NotAllowed;
        });

        Assert.Equal((Refusals.NotAllowed, false, 0), (reply.Refusal, told, await Changed()));
    }

    [Fact]
    public async Task An_exception_rolls_back_and_the_next_write_goes_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Write<Done>(async tx =>
        {
            await tx.Execute(Rename);
            throw new InvalidOperationException("on purpose");
        }));

        Assert.Equal(0, await Changed());
        Assert.NotNull((await Db.Write<Done>(async tx => { await tx.Execute(Rename); return Done.It; })).Value);
        Assert.Equal(2, await Changed());
    }

    [Fact]
    public async Task What_is_told_is_durable_and_in_order()
    {
        var seen = new List<string>();

        await Db.Write<Done>(async tx =>
        {
            tx.AfterCommit(async () => seen.Add($"first, {await Changed()} changed"));
            tx.AfterCommit(() => { seen.Add("second"); return Task.CompletedTask; });
            await tx.Execute(Rename);
            return Done.It;
        });

        Assert.Equal(["first, 2 changed", "second"], seen);
    }

    [Fact]
    public async Task A_row_read_for_change_is_not_read_for_change_by_another_until_it_was_changed()
    {
        var (site, rounds) = (World.Here.Id, 40);
        await Db.Write<Done>(async tx => { await tx.Execute("update sites set accent = '0'"); return Done.It; });

        await Task.WhenAll(Enumerable.Range(0, rounds).Select(_ => Task.Run(async () =>
        {
            // On a busy machine a connection is waited for in vain now and then: refused, it is asked again, as a client would.
            while ((await Count()).Refusal is { } refused) Assert.Equal(Refusals.StorageAway, refused);
        })));

        Assert.Equal(rounds.ToString(), await Db.Find<string>("select accent from sites where id = @site", new { site }));

        Task<Reply<Done>> Count() => Db.Write<Done>(async tx =>
        {
            var counted = long.Parse((await tx.Find<string>($"select accent from sites where id = @site{tx.Dialect.ForUpdate}", new { site }))!.Trim('#'));
            await Task.Yield();
            await tx.Execute("update sites set accent = @next where id = @site", new { site, next = (counted + 1).ToString() });
            return Done.It;
        });
    }

    [Fact]
    public async Task A_second_row_of_the_same_key_is_a_duplicate_and_a_missing_value_is_none()
    {
        const string Insert = "insert into used_tickets (id, expires_at) values (@id, @at)";
        await using var connection = await Db.Dialect.Open(CancellationToken.None);
        await connection.ExecuteAsync(Insert, new { id = "once", at = 1L });

        var twice = await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync(Insert, new { id = "once", at = 2L }));
        var missing = await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync(Insert, new { id = "another", at = (long?)null }));

        Assert.Equal((true, false), (Db.Dialect.IsDuplicate(twice), Db.Dialect.IsDuplicate(missing)));
        Assert.Equal((false, false), (Db.Dialect.IsAway(twice), Db.Dialect.IsAway(missing)));
    }

    [Fact]
    public async Task A_transaction_that_met_a_duplicate_runs_anew()
    {
        var runs = 0;

        var reply = await Db.Write<Done>(async tx =>
        {
            await tx.Execute("insert into used_tickets (id, expires_at) values (@id, 1)", new { id = $"ticket {runs / 2}" });
            // The first time as if another node had been faster.
            if (runs++ == 0) await tx.Execute("insert into used_tickets (id, expires_at) values ('ticket 0', 1)");
            return Done.It;
        });

        Assert.Equal((2, true), (runs, reply.Value is not null));
        Assert.Equal(1, await Db.Find<long>("select count(*) from used_tickets"));
    }

    [Fact]
    public async Task A_database_that_is_not_there_refuses_with_when_to_retry()
    {
        var db = new Db(Unreachable(), NullLogger<Db>.Instance);

        Assert.Equal(Refusals.StorageAway, (await db.Write<Done>(async tx => { await tx.Execute(Rename); return Done.It; })).Refusal);
        Assert.True(db.Dialect.IsAway(await Assert.ThrowsAnyAsync<DbException>(() => db.Find<long>("select 1"))));
        Assert.NotNull(Refusals.StorageAway.RetryAfter);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(5_000)]
    public async Task A_list_finds_the_rows_of_its_ids_however_long_it_is(int strangers)
    {
        var ids = Enumerable.Range(0, strangers).Select(_ => Guid.CreateVersion7()).Append(World.There.Id).ToList();

        Assert.Equal([World.There.Id], await Db.Query<Guid>($"select id from sites where {Db.Dialect.In("id", "@ids")}", new { ids }));
        Assert.Empty(await Db.Query<Guid>($"select id from sites where {Db.Dialect.In("id", "@none")}", new { none = Array.Empty<Guid>() }));
    }

    private Task<long> Changed() => Db.Find<long>("select count(*) from sites where name = 'changed'");
}
