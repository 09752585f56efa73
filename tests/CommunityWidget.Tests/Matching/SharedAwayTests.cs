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

/// <summary>The ladder while nobody knows who is here: no new offer, yet deadlines, rungs and parking go on; and afterwards all is as it was.</summary>
public sealed class SharedAwayTests
{
    private static readonly Ladder Short = new([new(RungKinds.Topic, 2, 15_000, 20_000), new(RungKinds.Anyone, 2, 15_000, 30_000), new(RungKinds.Agents, 2, 15_000, 120_000)]);

    [Fact]
    public async Task While_away_nobody_new_is_asked_and_no_rung_is_skipped()
    {
        await using var world = await TestWorld.Start(Short);
        await world.Join();
        await world.JoinAgent();
        await Away(world);
        var thread = await world.Question();

        await world.Advance(19);
        Assert.Equal((ThreadStates.Waiting, 1), await Where(world, thread));
        await world.Advance(3);
        Assert.Equal((ThreadStates.Waiting, 2), await Where(world, thread));
        await world.Advance(30);
        Assert.Equal((ThreadStates.Waiting, 3), await Where(world, thread));
        await world.Advance(122);

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
        Assert.Empty(world.Notices.OffersMade);
    }

    [Fact]
    public async Task Offers_made_before_live_to_their_deadline_and_count_as_always()
    {
        await using var world = await TestWorld.Start(Short);
        var (maya, leo) = (await world.Join(), await world.Join());
        var (first, second) = (await world.Question(), await world.Question());
        await world.RunMatching();
        await Away(world);

        Assert.NotNull((await world.Accept(maya, (await world.OfferTo(maya, first)).Id)).Value);
        await world.Advance(14);
        Assert.Contains(await world.OpenOffers(second), o => o.Member == leo.Id);
        await world.Advance(2);

        Assert.Empty(await world.OpenOffers(second));
        Assert.Equal(1, (await world.Row(leo)).Missed);
    }

    [Fact]
    public async Task Nobody_is_taken_to_have_gone()
    {
        await using var world = await TestWorld.Start(Short);
        var (maya, leo) = (await world.Join(), await world.Join());
        var (_, talk) = await world.TalkWith(maya);
        var thread = await world.Question();
        await world.RunMatching();
        await Away(world);

        await world.Leave(maya);
        await world.Leave(leo);
        await world.RunMatching();
        Assert.Contains(await world.OpenOffers(thread), o => o.Member == leo.Id);
        await world.Advance(120);

        Assert.Equal(maya.Id, (await world.Again(talk)).SeatHolder);
    }

    [Fact]
    public async Task When_it_is_back_who_is_connected_is_asked_at_once_and_silence_starts_anew()
    {
        await using var world = await TestWorld.Start(Short);
        var (maya, leo) = (await world.Join(), await world.Join());
        var (_, talk) = await world.TalkWith(maya);
        await Away(world);
        var thread = await world.Question();
        await world.Leave(maya);
        await world.Advance(10);

        world.Queue.ComeBack();
        await world.Sweep();
        await world.RunMatching();

        Assert.Equal([leo.Id], (await world.OpenOffers(thread)).Select(o => o.Member));
        await world.Advance(44);
        Assert.Equal(maya.Id, (await world.Again(talk)).SeatHolder);
        await world.Advance(4);
        Assert.Null((await world.Again(talk)).SeatHolder);
    }

    [Fact]
    public async Task The_visitor_who_waits_is_told_and_told_again_when_it_is_over()
    {
        await using var world = await TestWorld.Start(Short);
        var (waits, reads) = (await world.Arrive(), await world.Arrive());
        var asked = (await world.Ask(waits)).Value!.Thread;
        Assert.False(asked.SearchPaused);

        await Away(world);
        Assert.Equal((waits.Id, asked.ThreadId, true), Told(world));
        Assert.True((await world.Ask(waits)).Value!.Thread.SearchPaused);

        world.Queue.ComeBack();
        await world.Sweep();
        Assert.Equal((waits.Id, asked.ThreadId, false), Told(world));
        Assert.Equal(2, world.Notices.All.OfType<SearchTold>().Count());
        Assert.DoesNotContain(world.Notices.All.OfType<SearchTold>(), t => t.Visitor == reads.Id);
    }

    [Fact]
    public async Task The_visitor_is_told_once_the_database_answers_too_when_it_was_away_at_the_same_time()
    {
        var file = await WorldFile.Create();
        var disk = new MoodyDialect(file.Path);
        await using var world = await TestWorld.Start(Short, services => services.AddSingleton<SqlDialect>(disk), file);
        var waits = await world.Arrive();
        await world.Ask(waits);
        world.Queue.GoAway();
        disk.IsAbsent = true;
        await Assert.ThrowsAnyAsync<DbException>(() => world.Get<SearchPause>().Run());
        disk.IsAbsent = false;

        await world.Get<SearchPause>().Run();
        await world.Get<SearchPause>().Run();

        Assert.Equal((waits.Id, true), (Assert.Single(world.Notices.All.OfType<SearchTold>()).Visitor, Told(world).Paused));
    }

    [Fact]
    public async Task Agents_still_take_what_waits()
    {
        await using var world = await TestWorld.Start(Short);
        var agent = await world.JoinAgent();
        await Away(world);
        var thread = await world.Question();
        await world.Advance(60);

        Assert.Equal(agent.Id, (await world.Take(agent, thread.PublicId)).Value?.SeatHolder);
    }

    private static async Task Away(TestWorld world)
    {
        world.Queue.GoAway();
        await world.Sweep();
        await world.RunMatching();
    }

    private static async Task<(string State, int Rung)> Where(TestWorld world, ThreadRecord thread)
    {
        var now = await world.Again(thread);
        return (now.State, (int)now.Rung);
    }

    private static (Guid Visitor, string Thread, bool Paused) Told(TestWorld world)
    {
        var told = world.Notices.All.OfType<SearchTold>().Last();
        return (told.Visitor, told.Search.ThreadId, told.Search.Paused);
    }
}
