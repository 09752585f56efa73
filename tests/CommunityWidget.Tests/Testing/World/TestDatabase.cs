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

/// <summary>A test of what only the embedded database does.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute()
    {
        if (TestDatabase.IsPostgres) Skip = "It is about SQLite alone.";
    }
}
