using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Sites;

public sealed class SiteStoreTests
{
    [Fact]
    public async Task What_was_saved_is_what_the_next_one_reads_however_many_are_reading()
    {
        await using var world = await TestWorld.Start();
        var sites = world.Get<SiteStore>();
        for (var round = 0; round < 300; round++)
        {
            var saved = world.Here with { Name = $"Shop {round}" };
            var reading = Task.Run(async () => { for (var i = 0; i < 5; i++) { sites.Forget(); await sites.All(); } });
            await world.Db.Write<Done>(async tx =>
            {
                await sites.Save(tx, saved);
                return Done.It;
            });
            await reading;
            Assert.Equal(saved.Name, (await sites.Get(world.Here.Id)).Name);
        }
    }
}
