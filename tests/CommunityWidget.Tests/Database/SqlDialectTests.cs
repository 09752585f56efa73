using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Database;

public sealed class SqlDialectTests
{
    [Fact]
    public async Task A_list_of_ids_finds_the_rows_of_those_ids()
    {
        await using var world = await TestWorld.Start();
        var sites = new List<Guid> { world.Here.Id, world.There.Id };

        var found = await world.Db.Query<Guid>($"select id from sites where {world.Db.Dialect.In("id", "@sites")}", new { sites });

        Assert.Equal(sites.Order(), found.Order());
    }

    [Fact]
    public async Task An_empty_list_finds_nothing()
    {
        await using var world = await TestWorld.Start();

        Assert.Empty(await world.Db.Query<Guid>($"select id from sites where {world.Db.Dialect.In("id", "@none")}", new { none = Array.Empty<Guid>() }));
    }
}
