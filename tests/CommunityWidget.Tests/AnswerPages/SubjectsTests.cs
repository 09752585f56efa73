using System.Data.Common;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>What a site's pages are about, remembered for half a minute and never beyond a change.</summary>
public sealed class SubjectsTests
{
    [Fact]
    public async Task A_count_that_began_before_a_change_is_not_remembered_after_it()
    {
        await using var world = await TestWorld.Start();
        var page = await new PublishedPages(world).Publish("Does it dim?", "With any dimmer for LED lamps.");
        // When the products are counted, the topics have been.
        var subjects = Counted(world, before: 2, () => world.Write((store, tx) => store.Hide(tx, page.Thread, world.Now)));

        Assert.Equal("shoes", Assert.Single((await subjects.Of(world.Here.Id)).Topics).Id);
        Assert.Empty((await subjects.Of(world.Here.Id)).Topics);
    }

    [Fact]
    public async Task It_is_counted_anew_after_half_a_minute_whatever_the_time_of_day_is_set_to()
    {
        await using var world = await TestWorld.Start();
        var subjects = Counted(world, before: 0, () => Task.CompletedTask);
        Assert.Empty((await subjects.Of(world.Here.Id)).Topics);
        var page = await new PublishedPages(world).Publish("Does it dim?", "With any dimmer for LED lamps.");
        Assert.Equal("shoes", Assert.Single((await subjects.Of(world.Here.Id)).Topics).Id);
        // Another node's change, of which no word came.
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update pages set topic = 'hats' where id = @Id", page);
            return Done.It;
        });
        world.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("shoes", Assert.Single((await subjects.Of(world.Here.Id)).Topics).Id);

        world.Clock.Set(TimeSpan.FromHours(-1));
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("hats", Assert.Single((await subjects.Of(world.Here.Id)).Topics).Id);
    }

    [Fact]
    public async Task A_product_is_called_what_most_of_its_pages_call_it_and_of_several_what_the_newest_does()
    {
        await using var world = await TestWorld.Start();
        foreach (var (product, name) in new[] { ("lamp", "Lamp"), ("lamp", "Zamp, buy now"), ("lamp", "Lamp"), ("lamp", null), ("lamp", null), ("lamp", null), ("shade", "Shade"), ("shade", "Lampshade"), ("bulb", null) })
        {
            await world.Leap(TimeSpan.FromSeconds(1));
            var page = await world.Page("Does it dim?", product: name);
            await world.Write((_, tx) => tx.Execute("update pages set product_id = @product where id = @Id", new { product, page.Id }));
        }
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var products = (await world.Get<Subjects>().Of(world.Here.Id)).Products;

        Assert.Equal([("lamp", "Lamp", 6), ("shade", "Lampshade", 2), ("bulb", null, 1)], products.Select(one => (one.Id, one.Name, (int)one.Number)));
    }

    private static Subjects Counted(TestWorld world, int before, Func<Task> meanwhile) =>
        new(new Db(new Interrupted(world.Db.Dialect, before, meanwhile), NullLogger<Db>.Instance), world.Clock, world.Get<AnswerCache>());

    /// <summary>A database on which something happens before it is asked for the nth time.</summary>
    private sealed class Interrupted(SqlDialect real, int nth, Func<Task> what) : DialectAround(real)
    {
        private int _asked;

        public override async Task<DbConnection> Open(CancellationToken stop)
        {
            if (++_asked == nth) await what();
            return await base.Open(stop);
        }
    }
}
