using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Suites;
using CommunityWidget.Tests.Testing.World;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Database;

public sealed class SqliteDatabaseTests : DatabaseSpecification, IDisposable
{
    private readonly string _empty = WorldFile.NewPath();

    protected override async Task<TestDatabase> Create() => await WorldFile.Create();

    protected override Task<SqlDialect> Empty() => Task.FromResult<SqlDialect>(new SqliteDialect(_empty));

    protected override SqlDialect Unreachable() => new SqliteDialect(Path.Combine(_empty, "no such folder", "file.db"));

    public void Dispose() => WorldFile.Delete(_empty);

    [Fact]
    public async Task A_database_locked_by_another_program_is_a_refusal_with_when_to_retry()
    {
        await using var file = await WorldFile.Create();
        var dialect = new Impatient(file.Path);
        await using var other = await dialect.Open(CancellationToken.None);
        await using (var held = await dialect.Begin(other, dialect.Patience)) Assert.Equal(Refusals.StorageAway, (await Rename(dialect)).Refusal);
        Assert.NotNull((await Rename(dialect)).Value);
    }

    [Fact]
    public async Task Every_connection_syncs_each_commit_and_overwrites_what_is_deleted_also_when_it_comes_from_the_pool()
    {
        await using var file = await WorldFile.Create();
        var dialect = new SqliteDialect(file.Path);
        for (var use = 0; use < 3; use++)
        {
            await using var connection = (SqliteConnection)await dialect.Open(CancellationToken.None);
            await using var second = (SqliteConnection)await dialect.Open(CancellationToken.None);
            foreach (var one in new[] { connection, second })
            {
                Assert.Equal("wal", await one.QueryFirstAsync<string>("pragma journal_mode"));
                Assert.Equal((2, 1, 1), (await Pragma(one, "synchronous"), await Pragma(one, "secure_delete"), await Pragma(one, "foreign_keys")));
            }
        }
    }

    private static Task<long> Pragma(SqliteConnection connection, string name) => connection.QueryFirstAsync<long>($"pragma {name}");

    private static Task<Reply<Done>> Rename(SqlDialect dialect) => new Db(dialect, NullLogger<Db>.Instance).Write<Done>(async tx =>
    {
        await tx.Execute("update sites set name = 'changed'");
        return Done.It;
    });

    /// <summary>Waits a second for a lock where the product waits four.</summary>
    private sealed class Impatient(string path) : DialectAround(new SqliteDialect(path))
    {
        public override TimeSpan Patience => TimeSpan.FromSeconds(1);
    }
}
