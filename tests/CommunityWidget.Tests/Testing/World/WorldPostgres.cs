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
    private static readonly Lazy<Task<PrivatePostgres>> Shared = new(Start);
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

    private WorldPostgres(PrivatePostgres server, string name)
    {
        _name = name;
        ConnectionString = server.ConnectionString(name);
    }

    public string ConnectionString { get; }

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = ConnectionString };

    public static Task<PrivatePostgres> Server => Shared.Value;

    public static new async Task<WorldPostgres> Create()
    {
        var server = await Server;
        return new(server, Free.TryTake(out var used) ? used : await server.NewDatabase(await Template.Value));
    }

    public override async ValueTask DisposeAsync()
    {
        var server = await Server;
        await server.Execute(Empty, _name);
        Free.Add(_name);
    }

    private static async Task<PrivatePostgres> Start()
    {
        var server = await PrivatePostgres.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(5));
        return server;
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
