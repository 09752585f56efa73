using CommunityWidget.Contracts;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Privacy;

public sealed class KeptWithNumbersTests
{
    [Fact]
    public async Task When_somebody_could_be_asked_is_known_for_as_long_as_the_site_keeps_its_numbers()
    {
        await using var world = await TestWorld.Start();
        var maya = (await world.Join()).Id;
        await world.Set(site => site with { Retention = site.Retention with { Numbers = 30 } });
        await world.Db.Write<Done>(async tx =>
        {
            foreach (var site in new[] { world.Here, world.There })
                await tx.Execute("insert into available_minutes (site, hour, member, minutes) values (@Id, @hour, @maya, 60)", new { site.Id, hour = world.Now / 3_600_000 * 3_600_000, maya });
            return Done.It;
        });
        Task<IReadOnlyList<Guid>> Known() => world.Db.Query<Guid>("select site from available_minutes order by site");
        world.Clock.Skip(TimeSpan.FromDays(29));
        while (await world.Get<PurgeOld>().Run()) { }
        Assert.Equal(2, (await Known()).Count);

        world.Clock.Skip(TimeSpan.FromDays(1));
        while (await world.Get<PurgeOld>().Run()) { }

        Assert.Equal([world.There.Id], await Known());
    }
}
