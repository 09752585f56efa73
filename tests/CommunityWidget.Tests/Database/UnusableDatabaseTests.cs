using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Database;

/// <summary>A database there is no starting on stops the start with a sentence that says what to do.</summary>
public sealed class UnusableDatabaseTests
{
    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        var path = WorldFile.NewPath();
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("not a database at all ", 500)));
        try
        {
            var error = await Start(path);
            Assert.Contains(path, error.Message);
            Assert.Contains("backup", error.Message);
            Assert.StartsWith("not a database", await File.ReadAllTextAsync(path));
        }
        finally
        {
            WorldFile.Delete(path);
        }
    }

    [Fact]
    public async Task A_folder_in_the_file_s_place_is_named()
    {
        var path = Directory.CreateTempSubdirectory("community-").FullName;
        var error = await Start(path);
        Directory.Delete(path);
        Assert.Contains(path, error.Message);
        Assert.Contains("Database:Path", error.Message);
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        await using var file = await WorldFile.Create();
        var bytes = await File.ReadAllBytesAsync(file.Path);
        // The schema's own page, past the header that says which kind of file this is.
        Array.Fill(bytes, (byte)0x5a, 100, 3_000);
        await File.WriteAllBytesAsync(file.Path, bytes);
        Assert.Contains("damaged", (await Start(file.Path)).Message);
    }

    [Fact]
    public async Task A_database_another_program_holds_is_waited_for_and_then_named()
    {
        await using var file = await WorldFile.Create();
        var dialect = new SqliteDialect(file.Path);
        await using var other = await dialect.Open(CancellationToken.None);
        await using var held = await dialect.Begin(other, dialect.Patience);
        Assert.Contains("locked by another program", (await Start(file.Path)).Message);
    }

    private const string Anew = "encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0";

    /// <summary>One cuts words in the middle of a letter, the other cannot store what people write.</summary>
    [PostgresFact]
    public async Task A_database_in_another_encoding_than_UTF8_is_refused_with_how_to_make_one()
    {
        var server = await WorldPostgres.Server;
        foreach (var encoding in new[] { "SQL_ASCII", "LATIN1" })
        {
            var name = $"in_{encoding.ToLowerInvariant()}";
            await server.Execute($"create database {name} encoding '{encoding}' template template0 lc_collate 'C' lc_ctype 'C'");
            await using var dialect = new PostgresDialect(PostgresSource.Build(server.ConnectionString(name), new DatabaseOptions()));
            var migrator = new Migrator(dialect, new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance);

            foreach (var start in new Func<Task>[] { () => migrator.Run(), () => migrator.Migrate() })
            {
                var error = await Assert.ThrowsAsync<UnusableDatabaseException>(start);
                Assert.Contains(encoding, error.Message);
                Assert.Contains(Anew, error.Message);
            }
        }
        // What is said can be done; without the locale a server in another encoding refuses it.
        await server.Execute($"create database anew {Anew}");
    }

    private static Task<UnusableDatabaseException> Start(string path) => Assert.ThrowsAsync<UnusableDatabaseException>(
        () => new Migrator(new SqliteDialect(path), new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance).Run());
}
