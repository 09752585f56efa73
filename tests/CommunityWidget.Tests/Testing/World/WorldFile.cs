using System.Collections.Concurrent;
using CommunityWidget.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>A real SQLite file of its own, in memory-backed storage where there is any; migrated once per process, then copied.</summary>
public sealed class WorldFile : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(Migrate);
    private static readonly ConcurrentBag<string> Free = [];
    private static long _count;

    // Dapper compiles its readers once per connection string: a world on a path used before starts several times as fast.
    public string Path { get; } = Free.TryTake(out var used) ? used : NewPath();

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Database:Path"] = Path };

    public static new async Task<WorldFile> Create()
    {
        var file = new WorldFile();
        await File.WriteAllBytesAsync(file.Path, await Migrated.Value);
        return file;
    }

    public static string NewPath()
    {
        var root = Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath();
        return System.IO.Path.Combine(root, $"community-test-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}.db");
    }

    public static void Delete(string path)
    {
        using (var pooled = new SqliteConnection(ConnectionString(path))) SqliteConnection.ClearPool(pooled);
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(path + suffix);
    }

    public override ValueTask DisposeAsync()
    {
        Delete(Path);
        Free.Add(Path);
        return ValueTask.CompletedTask;
    }

    // The pool is kept by connection string: the same settings as the dialect's.
    private static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 5, Pooling = true }.ToString();

    private static async Task<byte[]> Migrate()
    {
        TypeHandlers.Register();
        var path = NewPath();
        var dialect = new SqliteDialect(path);
        await new Migrator(dialect, new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance).Run();
        await using (var connection = await dialect.Open(CancellationToken.None))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "pragma wal_checkpoint(truncate)";
            await command.ExecuteNonQueryAsync();
        }
        var bytes = await File.ReadAllBytesAsync(path);
        Delete(path);
        return bytes;
    }
}
