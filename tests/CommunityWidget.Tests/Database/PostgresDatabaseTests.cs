using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Suites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CommunityWidget.Tests.Database;

public sealed class PostgresDatabaseTests : DatabaseSpecification
{
    protected override async Task<TestDatabase> Create() => await WorldPostgres.Create();

    protected override async Task<SqlDialect> Empty()
    {
        var server = await WorldPostgres.Server;
        return Dialect(server.ConnectionString(await server.NewDatabase()));
    }

    protected override SqlDialect Unreachable() => Dialect($"Host=127.0.0.1;Port={FreePort.Find()}");

    [Fact]
    public async Task A_missing_schema_is_refused_with_what_to_do_unless_the_start_may_migrate()
    {
        var dialect = await Empty();

        var refused = await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(dialect).Run());
        Assert.Contains("verb migrate", refused.Message, StringComparison.Ordinal);
        await Migrator(dialect, migrate: true).Run();
        await Migrator(dialect).Run();
    }

    [Fact]
    public async Task Nobody_there_no_such_database_and_a_text_that_is_none_are_each_said_with_what_to_do()
    {
        Assert.Contains("does not answer. Start it", await Said(Unreachable()), StringComparison.Ordinal);
        Assert.Contains("no such database. Create it", await Said(Dialect((await WorldPostgres.Server).ConnectionString("nowhere"))), StringComparison.Ordinal);
        Assert.Contains("Write it like Host=", Assert.Throws<UnusableDatabaseException>(() => Dialect("Hots=db")).Message, StringComparison.Ordinal);
    }

    /// <summary>Whoever starts a node under a role of its own has run migrate already: told to do so again, they would look in the wrong place.</summary>
    [Fact]
    public async Task A_role_without_rights_is_told_which_and_nothing_of_the_schema()
    {
        var server = await WorldPostgres.Server;
        var name = await server.NewDatabase();
        await Migrator(Dialect(server.ConnectionString(name))).Migrate();
        await server.Execute("create role serving login");
        SqlDialect Serving() => Dialect(server.ConnectionString(name).Replace("Username=community", "Username=serving;Pooling=false", StringComparison.Ordinal));

        var withoutTables = await Said(Serving());
        Assert.Contains("may not read its tables", withoutTables, StringComparison.Ordinal);
        Assert.Contains("grant select, insert, update, delete on all tables in schema", withoutTables, StringComparison.Ordinal);
        await server.Execute("grant select, insert, update, delete on all tables in schema public to serving", name);
        await Migrator(Serving()).Run();

        await server.Execute("revoke usage on schema public from public", name);
        Assert.Contains("may not read its tables", await Said(Serving()), StringComparison.Ordinal);
        await server.Execute("grant usage on schema public to serving", name);
        await Migrator(Serving()).Run();
        Assert.Contains("may not change the schema", (await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(Serving(), migrate: true).Run())).Message, StringComparison.Ordinal);

        await server.Execute($"revoke connect on database {name} from public");
        Assert.Contains("may not connect", await Said(Serving()), StringComparison.Ordinal);
        Assert.Contains("may not connect", (await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(Serving(), migrate: true).Run())).Message, StringComparison.Ordinal);
    }

    /// <summary>At the door a missing right is a database that is away; in a statement it is a mistake.</summary>
    [Fact]
    public async Task A_role_that_may_not_come_in_finds_the_database_away_and_one_that_lacks_a_table_does_not()
    {
        var server = await WorldPostgres.Server;
        var name = await server.NewDatabase();
        await using (var owner = Dialect(server.ConnectionString(name))) await Migrator(owner).Migrate();
        await server.Execute("create role lacking login");
        var db = new Db(Dialect(server.ConnectionString(name).Replace("Username=community", "Username=lacking;Pooling=false", StringComparison.Ordinal)), NullLogger<Db>.Instance);
        Task<Reply<Done>> Write() => db.Write<Done>(async tx =>
        {
            await tx.Query<string>("select * from used_tickets");
            return Done.It;
        });

        await Assert.ThrowsAsync<PostgresException>(Write);
        foreach (var (shut, open) in new[]
        {
            ($"revoke connect on database {name} from public", $"grant connect on database {name} to public"), ("alter role lacking nologin", "alter role lacking login"),
            ($"alter database {name} allow_connections false", $"alter database {name} allow_connections true"), ($"alter database {name} rename to {name}_before", $"alter database {name}_before rename to {name}"),
        })
        {
            await server.Execute(shut);
            Assert.Equal(Refusals.StorageAway, (await Write()).Refusal);
            await server.Execute(open);
            await Assert.ThrowsAsync<PostgresException>(Write);
        }
    }

    [Fact]
    public async Task A_column_added_under_a_running_program_costs_it_nothing()
    {
        var server = await WorldPostgres.Server;
        var name = await server.NewDatabase();
        var db = new Db(Dialect(server.ConnectionString(name)), NullLogger<Db>.Instance);
        await Migrator(db.Dialect).Migrate();
        // Often enough for the statement to be prepared.
        for (var read = 0; read < 10; read++) await db.Query<long>("select * from used_tickets");

        await server.Execute("alter table used_tickets add column another text", name);

        Assert.Empty(await db.Query<string>("select * from used_tickets"));
        Assert.NotNull((await db.Write<Done>(async tx => { await tx.Query<string>("select * from used_tickets"); return Done.It; })).Value);
    }

    [Fact]
    public async Task Nor_where_it_makes_more_statements_old_than_a_transaction_is_tried()
    {
        var server = await WorldPostgres.Server;
        var name = await server.NewDatabase();
        var db = new Db(Dialect(server.ConnectionString(name)), NullLogger<Db>.Instance);
        await Migrator(db.Dialect).Migrate();
        Task<Reply<Done>> Many() => db.Write<Done>(async tx =>
        {
            for (var number = 0; number < 20; number++) await tx.Query<string>($"select *, {number} as number from used_tickets");
            return Done.It;
        });
        for (var time = 0; time < 10; time++) await Many();

        await server.Execute("alter table used_tickets add column another text", name);

        Assert.NotNull((await Many()).Value);
    }

    [Fact]
    public async Task A_connection_goes_back_to_the_pool_with_the_limits_it_had()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create(poolSize: 1));
        var before = await world.Db.Find<string>("show statement_timeout");

        await world.Db.LearnSizes();

        Assert.NotEqual("0", before);
        Assert.Equal(before, await world.Db.Find<string>("show statement_timeout"));
    }

    [Fact]
    public async Task Two_transactions_that_wait_for_each_other_both_succeed()
    {
        var (first, second) = (World.Here.Id, World.There.Id);
        using var meet = new Barrier(2);

        var replies = await Task.WhenAll(Rename(first, second), Rename(second, first));

        Assert.All(replies, reply => Assert.NotNull(reply.Value));

        Task<Reply<Done>> Rename(Guid one, Guid other) => Task.Run(() =>
        {
            var met = false;
            return Db.Write<Done>(async tx =>
            {
                await tx.Execute("update sites set name = 'a' where id = @one", new { one });
                if (!met) meet.SignalAndWait();
                met = true;
                await tx.Execute("update sites set name = 'b' where id = @other", new { other });
                return Done.It;
            });
        });
    }

    [Fact]
    public async Task No_transaction_waits_for_a_second_connection_while_it_holds_one()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create(poolSize: 1));

        await BusyDay.Play(world);
    }

    private static PostgresDialect Dialect(string text) => new(PostgresSource.Build(text, new DatabaseOptions { PoolSize = 5 }));

    private static async Task<string> Said(SqlDialect dialect) => (await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator(dialect).Run())).Message;
}
