using CommunityWidget.Tests.Testing;
using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Redis;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;

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

    [Fact]
    public async Task Whoever_is_to_read_them_anew_does_not_wait_for_a_database_that_says_nothing()
    {
        await using var world = await TestWorld.Start();
        var silent = new SilentDialect(world.Db.Dialect);
        var sites = new SiteStore(new Db(silent, NullLogger<Db>.Instance), world.Clock, new Hints());
        var known = await sites.All();
        silent.Speaks = new();
        world.Clock.Advance(TimeSpan.FromSeconds(10));

        var asked = sites.All().AsTask();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(known, await asked.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Same(known, await sites.All());

        silent.Speaks.SetResult();
        // It is read once more as soon as that one is through.
        await Eventually.Holds(async () => !ReferenceEquals(known, await sites.All()));
    }

    [Fact]
    public async Task A_site_that_another_node_just_made_is_found_by_its_people_though_no_word_of_it_came()
    {
        await using var world = await TestWorld.Start();
        var elsewhere = new SiteStore(new Db(world.Db.Dialect, NullLogger<Db>.Instance), world.Clock, new Hints());
        Assert.Null(await elsewhere.BySlug("made-just-now"));
        var made = world.Here with { Id = world.Clock.NewId(), Key = "made-just-now", Slug = "made-just-now" };
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SiteStore>().Add(tx, made);
            return Done.It;
        });

        Assert.Equal(made.Id, (await elsewhere.Get(made.Id)).Id);
    }

    [Fact]
    public async Task What_another_node_saved_without_a_word_is_read_after_three_seconds_though_the_clock_was_put_back()
    {
        await using var world = await TestWorld.Start();
        var elsewhere = new SiteStore(new Db(world.Db.Dialect, NullLogger<Db>.Instance), world.Clock, new Hints());
        await elsewhere.All();
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SiteStore>().Save(tx, world.Here with { Name = "Renamed" });
            return Done.It;
        });

        world.Clock.Set(TimeSpan.FromHours(-1));
        world.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal("Renamed", (await elsewhere.Get(world.Here.Id)).Name);
    }

    private sealed class SilentDialect(SqlDialect real) : DialectAround(real)
    {
        public TaskCompletionSource? Speaks { get; set; }

        public override async Task<DbConnection> Open(CancellationToken stop)
        {
            if (Speaks is { } speaks) await speaks.Task;
            return await Real.Open(stop);
        }
    }
}
