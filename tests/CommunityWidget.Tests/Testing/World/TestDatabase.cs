using CommunityWidget.Servers;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>A migrated, empty database for one world or one running program: SQLite, or PostgreSQL where <c>COMMUNITY_TEST_DATABASE</c> says so.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("COMMUNITY_TEST_DATABASE") == "postgres";

    /// <summary>What the program is told to find it.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<TestDatabase> Create() => IsPostgres ? await WorldPostgres.Create() : await WorldFile.Create();

    public abstract ValueTask DisposeAsync();
}

/// <summary>A database that others use too and somebody else ends.</summary>
public sealed class SharedDatabase(TestDatabase database) : TestDatabase
{
    public override IReadOnlyDictionary<string, string?> Settings => database.Settings;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A test that needs PostgreSQL, whatever the others run on: skipped by name where none is installed, failing there under CI.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!PrivatePostgres.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true") Skip = "PostgreSQL is not installed.";
    }
}

/// <summary>A test of what only the embedded database does.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute()
    {
        if (TestDatabase.IsPostgres) Skip = "It is about SQLite alone.";
    }
}
