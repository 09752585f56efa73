using System.Data.Common;
using CommunityWidget.Database;
using CommunityWidget.Import;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityWidget.Tests.Import;

/// <summary>The database goes away in the middle, wherever that is: it is said in a sentence, and the same command goes on.</summary>
public sealed class AwayImportTests
{
    private const string Rows = "question,answer\nWhich bulb fits the lamp?,An E27 fits.\nIs the cover washable?,At 30 degrees.\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_database_is_away_an_import_says_so_and_goes_on_later(bool undo)
    {
        LeavingDialect leaving = null!;
        await using var import = await ImportCase.Start(real => leaving = new(real));
        if (undo) Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", Rows));
        else await File.WriteAllTextAsync(import.Path("all.csv"), Rows);
        string[] options = undo ? ["--undo"] : [];

        var (ended, ways) = (ImportVerb.Broken, 0);
        for (; ended == ImportVerb.Broken && ways < 40; ways++)
        {
            import.World.Clock.Advance(TimeSpan.FromMinutes(1));
            leaving.Left = ways;
            ended = await import.Bring("all.csv", CancellationToken.None, options);
            leaving.Left = null;
        }

        Assert.Equal(ImportVerb.Done, ended);
        Assert.InRange(ways, 4, 39);
        Assert.Equal([!undo, !undo], (await import.Pages()).Select(page => page.IsPublic));
    }

    [Fact]
    public async Task A_dry_run_says_so_too()
    {
        LeavingDialect leaving = null!;
        await using var import = await ImportCase.Start(real => leaving = new(real));
        leaving.Left = 1;

        Assert.Equal(ImportVerb.Broken, await import.Bring("all.csv", Rows, "--dry-run"));
    }

    /// <summary>A database that is there so many times more, and then away.</summary>
    private sealed class LeavingDialect(SqlDialect real) : DialectAround(real)
    {
        private const int CannotOpen = 14;

        public int? Left { get; set; }

        public override Task<DbConnection> Open(CancellationToken stop)
        {
            if (Left-- > 0 || Left is null) return base.Open(stop);
            throw Real is SqliteDialect ? new SqliteException("unable to open database file", CannotOpen) : new NpgsqlException("Failed to connect");
        }
    }
}
