using System.Reflection;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Database;

public sealed class MigratorTests : IDisposable
{
    private readonly string _path = WorldFile.NewPath();

    [Fact]
    public void Numbers_have_no_gap_and_each_is_one_common_file_or_a_full_pair()
    {
        var files = typeof(Migration).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => n[(n.IndexOf("Migrations.", StringComparison.Ordinal) + "Migrations.".Length)..].TrimStart('_')).ToList();
        var numbers = files.GroupBy(f => int.Parse(f[..4])).OrderBy(g => g.Key).ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Select(g => g.Key));
        Assert.All(numbers, number =>
        {
            var halves = number.Select(f => f.Split('.')).ToList();
            var common = halves.Count == 1 && halves[0].Length == 2;
            var pair = halves.Count == 2 && halves.Select(h => h[1]).Order().SequenceEqual(["postgres", "sqlite"]) && halves[0][0] == halves[1][0];
            Assert.True(common || pair, string.Join(", ", number));
        });
    }

    [Fact]
    public void Both_dialects_have_the_same_numbers() =>
        Assert.Equal(Migration.All("sqlite").Select(m => m.Number), Migration.All("postgres").Select(m => m.Number));

    [Fact]
    public async Task Running_again_changes_nothing()
    {
        await Run();
        await Run();

        await using var connection = await new SqliteDialect(_path).Open(CancellationToken.None);
        Assert.Equal(Migration.All("sqlite").Count, await connection.QueryFirstAsync<long>("select count(*) from migrations"));
    }

    [Fact]
    public async Task A_shipped_migration_that_was_edited_is_refused_by_name()
    {
        await Run();
        await Execute("update migrations set checksum = 'other' where number = 2");

        var refused = await Assert.ThrowsAsync<UnusableDatabaseException>(Run);
        Assert.Contains("0002_threads", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await Run();
        await Execute("insert into migrations (number, checksum, at) values (9999, 'x', 0)");

        var refused = await Assert.ThrowsAsync<UnusableDatabaseException>(Run);
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => WorldFile.Delete(_path);

    private Task Run()
    {
        TypeHandlers.Register();
        return new Migrator(new SqliteDialect(_path), new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance).Run();
    }

    private async Task Execute(string sql)
    {
        await using var connection = await new SqliteDialect(_path).Open(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }
}
