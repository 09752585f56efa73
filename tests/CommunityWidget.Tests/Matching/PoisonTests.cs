using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Matching;

/// <summary>What cannot be decided must not hold up the rest.</summary>
public sealed class PoisonTests
{
    [Fact]
    public async Task A_site_with_hours_nobody_can_read_does_not_stop_the_shop_next_door()
    {
        await using var world = await TestWorld.Start();
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute(
                "update sites set hours = @hours where id = @Id",
                new { world.There.Id, hours = """{"timeZone":"Nowhere/Land","spans":[{"day":1,"fromMinute":0,"toMinute":1440}]}""" });
            return Done.It;
        });
        world.Get<SiteStore>().Forget();
        var maya = await world.Join();
        await world.Question(world.There);
        var thread = await world.Question();

        await world.RunMatching();

        Assert.Equal(maya.Id, Assert.Single(await world.OpenOffers(thread)).Member);
    }

    [Fact]
    public async Task A_site_of_which_nothing_can_be_handed_out_does_not_stop_the_shop_next_door()
    {
        await using var world = await TestWorld.Start();
        // Sites are looked at in order of their ids.
        Site[] sites = [.. new[] { world.Here, world.There }.OrderBy(site => site.Id)];
        await world.Question(sites[0]);
        var maya = await world.Join(sites[1]);
        var thread = await world.Question(sites[1]);
        world.Queue.Claiming = site => site == sites[0].Id ? throw new InvalidOperationException("nobody can read it") : Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Get<AdvanceMatching>().Run());

        Assert.Equal(maya.Id, Assert.Single(await world.OpenOffers(thread)).Member);
    }

    [Fact]
    public async Task A_database_that_is_away_is_no_questions_fault_and_all_go_on_when_it_is_back()
    {
        var file = await WorldFile.Create();
        var disk = new MoodyDialect(file.Path);
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<SqlDialect>(disk), on: file);
        await world.Join(seats: 9);
        ThreadRecord[] threads = [await world.Question(), await world.Question(), await world.Question()];
        disk.IsAbsent = true;

        await Assert.ThrowsAnyAsync<DbException>(() => world.Get<AdvanceMatching>().Run());
        disk.IsAbsent = false;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.RunMatching();

        foreach (var thread in threads) Assert.Single(await world.OpenOffers(thread));
    }

    [Fact]
    public async Task News_that_cannot_be_told_does_not_undo_what_was_stored_nor_silence_the_next()
    {
        await using var world = await TestWorld.Start();
        var told = false;

        var reply = await world.Db.Write<Done>(tx =>
        {
            tx.AfterCommit(() => throw new InvalidOperationException("nobody listens"));
            tx.AfterCommit(() => { told = true; return Task.CompletedTask; });
            return Task.FromResult<Reply<Done>>(Done.It);
        });

        Assert.Null(reply.Refusal);
        Assert.True(told);
    }
}
