using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Privacy;

/// <summary>A visitor nobody has heard of for long goes as a whole, or stays as a whole.</summary>
public sealed class PurgedVisitorTests
{
    [Fact]
    public async Task Whoever_asks_or_is_blocked_in_the_moment_in_which_they_were_to_go_keeps_what_opens_the_door_to_them()
    {
        await using var world = await TestWorld.Start();
        var (back, blocked, gone) = (await world.Arrive(), await world.Arrive(), await world.Arrive());
        foreach (var visitor in new[] { back, blocked, gone }) await Known(world, visitor, until: world.Now + 1);
        await world.Leap(TimeSpan.FromDays(31));
        var db = new Db(new MeanwhileDialect(world.Db.Dialect, async () =>
        {
            Assert.Null((await world.Ask(back)).Refusal);
            await Change(world, "update visitors set silenced_until = @until, blocked = @yes where id = @Id", new { blocked.Id, until = world.Now + 60_000, yes = true });
        }, after: PurgeOld.SmallThings.Count), NullLogger<Db>.Instance);

        await new PurgeOld(db, world.Get<SiteStore>(), world.Get<PurgePlan>(), world.Get<OutOfSight>(), world.Get<AuditLog>(), world.Get<Scrub>(), world.Clock).Run();

        foreach (var visitor in new[] { back, blocked }) Assert.Equal((1, 1, 1, 1), await Left(visitor));
        Assert.Equal((0, 0, 0, 0), await Left(gone));

        Task<(long, long, long, long)> Left(VisitorCaller of) => world.Db.Find<(long, long, long, long)>(
            "select (select count(*) from visitors where id = @Id), (select count(*) from visitor_sessions where visitor = @Id), (select count(*) from blocked_places where visitor = @Id), (select count(*) from visitor_names where visitor = @Id)",
            new { of.Id });
    }

    [Fact]
    public async Task Whom_the_shop_has_named_stays_while_a_device_of_theirs_is_known()
    {
        await using var world = await TestWorld.Start();
        var (known, past) = (await world.Arrive(), await world.Arrive());
        await world.Leap(TimeSpan.FromDays(31));
        await Known(world, known, until: world.Now + 1_000);
        await Known(world, past, until: world.Now);

        Assert.Contains("visitors 1", string.Join(", ", (await world.Get<PurgePlan>().DryRun(world.Here)).Select(due => $"{due.Class} {due.Count}")));
        while (await world.Get<PurgeOld>().Run()) { }

        Assert.Equal([known.Id], await world.Db.Query<Guid>("select id from visitors"));
        Assert.Equal(1, await world.Db.Find<long>("select count(*) from visitor_sessions"));
    }

    [Fact]
    public async Task Names_they_had_go_where_a_node_of_the_version_before_erased_them()
    {
        await using var world = await TestWorld.Start();
        var (erased, here) = (await world.Arrive(), await world.Arrive());
        foreach (var visitor in new[] { erased, here }) await Known(world, visitor, until: world.Now + 1_000_000);
        await Change(world, "update visitors set name = null, left_at = @Now where id = @Id", new { world.Now, erased.Id });

        while (await world.Get<PurgeOld>().Run()) { }

        Assert.Equal([here.Id], await world.Db.Query<Guid>("select visitor from visitor_names"));
    }

    // A device, a name they had and a place that is shut.
    private static Task Known(TestWorld world, VisitorCaller visitor, long until) => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute("insert into visitor_sessions (token_hash, visitor, created_at, expires_at) values (@hash, @Id, 1, @until)", new { hash = $"hash of {visitor.Id}", visitor.Id, until });
        foreach (var name in new[] { "Robin", "Sam" }) await world.Get<VisitorStore>().Rename(tx, visitor.Id, name);
        await tx.Execute("insert into blocked_places (site, place, visitor, until) values (@site, 'a place', @Id, 9007199254740991)", new { site = world.Here.Id, visitor.Id });
        return Done.It;
    });

    private static Task Change(TestWorld world, string sql, object with) => world.Db.Write<Done>(async tx => { await tx.Execute(sql, with); return Done.It; });
}
