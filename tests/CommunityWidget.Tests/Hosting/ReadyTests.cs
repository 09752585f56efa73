using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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

    private static async Task<HealthStatus> Look(TestWorld world) => (await new DatabaseHealth(world.Db, world.Clock).CheckHealthAsync(new())).Status;
}
