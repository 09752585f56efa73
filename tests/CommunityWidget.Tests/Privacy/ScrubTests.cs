using System.Data.Common;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Privacy;

/// <summary>What was erased is in nobody's memory and on no disk: at once, or as soon as nobody is in the way.</summary>
public sealed class ScrubTests
{
    [Fact]
    public async Task Whoever_is_erased_is_in_no_page_that_is_kept_and_their_own_page_is_gone()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var (cache, admin) = (world.Get<AnswerCache>(), await world.Join(roles: Roles.Admin));

        // Their page names them, whichever page changed and whichever did not.
        foreach (var erase in new Func<Task>[]
        {
            async () => Assert.Null((await world.Get<EraseVisitor>().Run(admin, (await world.Arrive()).Id)).Refusal),
            async () => Assert.Null((await world.Get<EraseMember>().Run(admin, pages.Author.Id, wordsToo: false)).Refusal),
        })
        {
            await cache.Make("profile", at => Task.FromResult<KeptPage?>(new([1], 200, [], new(world.Here.Id), at)));
            Assert.NotNull(cache.Find("profile"));
            await erase();
            Assert.Null(cache.Find("profile"));
        }
        Assert.Null(await world.Get<Profiles>().Of(world.Here.Id, pages.Author.Id));
    }

    [Fact]
    public async Task While_somebody_is_in_the_way_it_is_tried_again_and_then_no_more()
    {
        await using var world = await TestWorld.Start();
        var dialect = new InTheWay(world.Db.Dialect);
        var scrub = new Scrub(new Db(dialect, NullLogger<Db>.Instance), world.Get<AnswerCache>());

        await scrub.Retry();
        Assert.Equal(0, dialect.Scrubbed);
        await scrub.Run();
        await scrub.Retry();
        dialect.Succeeds = true;
        await scrub.Retry();
        await scrub.Retry();

        Assert.Equal(3, dialect.Scrubbed);
    }

    private sealed class InTheWay(SqlDialect real) : DialectAround(real)
    {
        public int Scrubbed { get; private set; }

        public bool Succeeds { get; set; }

        public override Task<bool> Scrub(DbConnection connection)
        {
            Scrubbed++;
            return Task.FromResult(Succeeds);
        }
    }
}
