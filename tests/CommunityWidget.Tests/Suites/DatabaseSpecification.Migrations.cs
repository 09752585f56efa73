using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Suites;

public abstract partial class DatabaseSpecification
{
    /// <summary>A dialect of a database without a schema, ended with the test.</summary>
    protected abstract Task<SqlDialect> Empty();

    [Fact]
    public async Task An_empty_database_is_brought_up_once_and_then_left_alone()
    {
        var dialect = await Empty();

        Assert.Equal(Migration.All(dialect.Name).Select(m => m.Number), (await Migrator(dialect).Migrate()).Select(m => m.Number));
        Assert.Empty(await Migrator(dialect).Migrate());
        await Migrator(dialect).Run();
    }

    [Fact]
    public async Task Several_that_migrate_at_once_do_it_once()
    {
        var dialect = await Empty();

        var run = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrator(dialect).Migrate())));

        Assert.Equal(Migration.All(dialect.Name).Select(m => m.Number), run.SelectMany(one => one).Select(m => m.Number));
    }

    [Fact]
    public async Task A_shipped_migration_that_was_edited_is_refused_by_name()
    {
        await Execute("update migrations set checksum = 'other' where number = 2");

        Assert.Contains("0002_threads", (await Refused()).Message, StringComparison.Ordinal);
        await Execute("update migrations set checksum = @Checksum where number = 2", Migration.All(Db.Dialect.Name)[1]);
    }

    [Fact]
    public async Task One_that_was_edited_after_somebody_had_run_it_is_taken_as_it_was()
    {
        await Execute("update migrations set checksum = '8606c3c443b893422284e4d4d1637e7e9cc9a4d29648f9f21ba71bae2126c0f3' where number = 60");

        await Migrator(Db.Dialect).Run();
        await Execute("update migrations set checksum = @Checksum where number = 60", Migration.All(Db.Dialect.Name)[59]);
    }

    [Fact]
    public async Task One_that_fails_is_named_with_what_went_wrong()
    {
        var dialect = await Empty();
        await using (var connection = await dialect.Open(default)) await connection.ExecuteAsync("create table threads (id bigint)");

        var failed = await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(dialect).Migrate());

        Assert.StartsWith("Migration 0002_threads failed and was undone", failed.Message, StringComparison.Ordinal);
        Assert.Matches("threads.* already exists", failed.Message);
        await using var after = await dialect.Open(default);
        // Where many share it each step is one of its own.
        Assert.Equal(failed.Message.Contains("those before it are kept", StringComparison.Ordinal) ? 1 : 0, await after.QueryFirstAsync<int>(dialect.TableExists, new { table = "sites" }));
        Assert.Equal(dialect.Name == "postgres", failed.Message.Contains("those before it are kept", StringComparison.Ordinal));
        Assert.Equal(dialect.Name != "postgres", failed.Message.Contains("and so were those of this start before it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_of_a_start_that_fails_takes_back_nothing_of_an_earlier_one()
    {
        var dialect = await Empty();
        await Before(dialect, 2, "create table threads (id bigint)", new { });

        var failed = await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(dialect).Migrate());

        Assert.StartsWith("Migration 0002_threads failed and was undone; those before it are kept. ", failed.Message, StringComparison.Ordinal);
        await using var after = await dialect.Open(default);
        Assert.Equal(1, await after.QueryFirstAsync<int>(dialect.TableExists, new { table = "sites" }));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await Execute("insert into migrations (number, checksum, at) values (9999, 'x', 0)");

        var refused = await Refused();
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Db.Dialect.Elsewhere, refused.Message, StringComparison.Ordinal);
        await Execute("delete from migrations where number = 9999");
    }

    protected static Migrator Migrator(SqlDialect dialect, bool migrate = false) =>
        new(dialect, new TestClock(), Options.Create(new DatabaseOptions { Migrate = migrate }), NullLogger<Migrator>.Instance);

    private Task<UnusableDatabaseException> Refused() => Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(Db.Dialect).Run());

    private Task Execute(string sql, object? parameters = null) => Db.Write<Done>(async tx => { await tx.Execute(sql, parameters); return Done.It; });
}
