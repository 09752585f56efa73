using CommunityWidget.Servers;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Empty databases of one kind, in memory-backed files, so that no disk is measured.</summary>
internal sealed class Storage(string name, string folder, PrivatePostgres? postgres)
{
    private int _count;

    public string Name => name;

    public string Log(string what) => Path.Combine(folder, $"{what}.log");

    /// <summary>A new database as the product is told of it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ForProduct() => postgres is null
        ? new Dictionary<string, string> { ["Database:Path"] = NewFile() }
        : new Dictionary<string, string> { ["ConnectionStrings:Postgres"] = postgres.ConnectionString(await postgres.NewDatabase()), ["Database:Migrate"] = "true" };

    /// <summary>A new database as the counterpart is told of it.</summary>
    public async Task<string> ForBare() => postgres is null ? NewFile() : postgres.ConnectionString(await postgres.NewDatabase());

    private string NewFile() => Path.Combine(folder, $"{name}-{++_count}.db");
}
