using System.Diagnostics;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityWidget.Tests.Database;

/// <summary>The schema of a fleet is brought up while its nodes, and a backup, work on it.</summary>
public sealed class MigrateWhileRunningTests
{
    // Takes 0051 back: two tables are altered by it.
    private const string Before =
        "drop index threads_rewritten; alter table threads drop column rewritten_at; alter table events drop column rewritten_at; delete from migrations where number = 51";

    private readonly TestClock _clock = new();

    [PostgresFact]
    public async Task A_backup_that_holds_a_table_keeps_nobody_from_reading_it_while_a_migration_waits()
    {
        await using var database = await Fresh();
        await Migrator(database).Migrate();
        await using var backup = await database.Open(default);
        await backup.ExecuteAsync(Before);
        var held = await backup.BeginTransactionAsync();
        await backup.ExecuteAsync("select count(*) from threads", transaction: held);

        var migrated = Task.Run(() => Migrator(database).Migrate());
        await using var node = await database.Open(default);
        await Until(async () => await node.QueryFirstAsync<long>(
            "select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())") > 0);
        // The backup goes on until it was read: whoever waits for the migration waits for ever.
        await node.QueryAsync("select id from threads").WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(migrated.IsCompleted);
        await held.CommitAsync();
        await Until(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(migrated.IsCompleted);
        });
        Assert.Equal(51, Assert.Single(await migrated).Number);
    }

    [PostgresFact]
    public async Task One_that_fails_or_is_killed_leaves_those_before_it_and_the_next_try_goes_on_there()
    {
        await using var database = await Fresh();
        await using var owner = await database.Open(default);
        await owner.ExecuteAsync("create table contexts_to_mask (id bigint)");

        await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(database).Migrate());

        Assert.Equal(Enumerable.Range(1, 46).Select(number => (long)number), await owner.QueryAsync<long>("select number from migrations order by number"));
        await owner.ExecuteAsync("drop table contexts_to_mask");
        // Nothing of the one that failed is still locked, also where its connection lives on in the pool.
        Assert.Equal(47, (await Migrator(database).Migrate().WaitAsync(TimeSpan.FromSeconds(60)))[0].Number);
    }

    private static async Task<PostgresDialect> Fresh()
    {
        var server = await WorldPostgres.Server;
        return new(PostgresSource.Build(server.ConnectionString(await server.NewDatabase()), new() { PoolSize = 5, CommandTimeoutMs = 60_000 }));
    }

    private Migrator Migrator(SqlDialect dialect) => new(dialect, _clock, Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance);

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var began = Stopwatch.GetTimestamp(); !await isSo();)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "It does not come to that.");
            await interval.WaitForNextTickAsync();
        }
    }
}
