using System.Collections.Concurrent;
using CommunityWidget.Database;
using CommunityWidget.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>A database on the one private PostgreSQL of this process, copied from one that was migrated once; emptied and used again.</summary>
public sealed class WorldPostgres : TestDatabase
{
    private static readonly Lazy<Task<PrivatePostgres>> Shared = new(() => PrivatePostgres.Start());
    private static readonly Lazy<Task<string>> Template = new(Migrate);
    private static readonly ConcurrentBag<string> Free = [];

    // Dapper compiles its readers once per connection string: a world on a name used before starts several times as fast.
    private const string Empty = """
        set session_replication_role = replica;
        do $$ declare name text; begin
            for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations' loop execute 'delete from ' || name; end loop;
        end $$
        """;

    private readonly string _name;
    private readonly int _poolSize, _commandTimeoutMs;

    private WorldPostgres(PrivatePostgres server, string name, int poolSize, int commandTimeoutMs)
    {
        (_name, _poolSize, _commandTimeoutMs) = (name, poolSize, commandTimeoutMs);
        ConnectionString = server.ConnectionString(name);
    }

    public string ConnectionString { get; }

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:Postgres"] = ConnectionString,
        ["Database:PoolSize"] = _poolSize.ToString(),
        // A starved machine is no outage.
        ["Database:ConnectTimeoutMs"] = "10000",
        ["Database:CommandTimeoutMs"] = _commandTimeoutMs.ToString(),
    };

    public static Task<PrivatePostgres> Server => Shared.Value;

    /// <summary>With limits that no stall of a busy machine reaches.</summary>
    public static new Task<WorldPostgres> Create() => Create(poolSize: 20);

    /// <param name="poolSize">How many connections a node has.</param>
    /// <param name="commandTimeoutMs">How long a statement may take: less only where that limit is the subject.</param>
    public static async Task<WorldPostgres> Create(int poolSize = 20, int commandTimeoutMs = 60_000)
    {
        var server = await Server;
        return new(server, Free.TryTake(out var used) ? used : await server.NewDatabase(await Template.Value), poolSize, commandTimeoutMs);
    }

    /// <summary>How often the server had to break a circle of transactions here.</summary>
    public async Task<int> Deadlocks() => (await File.ReadAllLinesAsync((await Server).Log)).Count(line => line.Contains($" {_name} ERROR:  deadlock", StringComparison.Ordinal));

    public override async ValueTask DisposeAsync()
    {
        var server = await Server;
        await server.Execute(Empty, _name);
        Free.Add(_name);
    }

    private static async Task<string> Migrate()
    {
        TypeHandlers.Register();
        var server = await Server;
        var name = await server.NewDatabase();
        await using var dialect = new PostgresDialect(NpgsqlDataSource.Create(server.ConnectionString(name) + ";Pooling=false"));
        await new Migrator(dialect, new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance).Migrate();
        return name;
    }
}
