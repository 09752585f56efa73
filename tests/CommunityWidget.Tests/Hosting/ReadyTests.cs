using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Hosting;

/// <summary>Ready means that something was just stored, whatever other nodes are doing.</summary>
public sealed class ReadyTests
{
    [PostgresFact]
    public async Task A_node_that_froze_in_the_middle_of_its_look_makes_no_other_unready()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create());
        var ready = HealthStatus.Unhealthy;

        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("insert into probes (name, at) values ('ready', 0)");
            ready = await Look(world);
            return Done.It;
        });

        Assert.Equal(HealthStatus.Healthy, ready);
    }

    [Fact]
    public async Task Nothing_is_left_of_looks_however_many_nodes_came_and_went()
    {
        await using var world = await TestWorld.Start();
        for (var node = 0; node < 3; node++) Assert.Equal(HealthStatus.Healthy, await Look(world));

        Assert.Equal(0, await world.Db.Find<long>("select count(*) from probes"));
    }

    [Fact]
    public async Task A_node_whose_clock_was_put_back_notices_that_the_database_is_away()
    {
        await using var world = await TestWorld.Start();
        var database = new LosableDialect(world.Db.Dialect);
        var health = new DatabaseHealth(new Db(database, NullLogger<Db>.Instance), world.Clock);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new())).Status);

        world.Clock.Set(TimeSpan.FromHours(-1));
        database.IsGone = true;
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new())).Status);
    }

    private sealed class LosableDialect(SqlDialect real) : DialectAround(real)
    {
        public bool IsGone { get; set; }

        public override Task<DbConnection> Open(CancellationToken stop) => IsGone ? throw new SqliteException("unable to open database file", 14) : Real.Open(stop);

        public override bool IsAway(DbException error) => true;
    }

    private static async Task<HealthStatus> Look(TestWorld world) => (await new DatabaseHealth(world.Db, world.Clock).CheckHealthAsync(new())).Status;
}
