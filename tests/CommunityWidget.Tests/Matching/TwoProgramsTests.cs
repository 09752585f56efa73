using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Servers;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Matching;

/// <summary>Two whole programs on one PostgreSQL and one Redis: a question asked on one is offered on the other, and both stand a Redis that freezes.</summary>
public sealed class TwoProgramsTests : IAsyncLifetime
{
    private WorldPostgres _database = null!;
    private PrivateRedis _redis = null!;
    private Node _a = null!, _b = null!;

    public async Task InitializeAsync()
    {
        if (FleetFactAttribute.WhyNot is not null) return;
        (_database, _redis) = (await WorldPostgres.Create(), await PrivateRedis.Start());
        (_a, _b) = (new(_database, _redis, shops: 0), new(_database, _redis, shops: 100));
        await _a.InitializeAsync();
        await _b.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        if (_database is null) return;
        await _redis.Signal("CONT");
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _redis.DisposeAsync();
        await _database.DisposeAsync();
    }

    [FleetFact]
    public async Task A_question_asked_on_one_node_is_offered_accepted_and_answered_on_the_other()
    {
        var shop = await _a.Open();
        await using var maya = await OnB(shop);
        await using var visitor = await shop.ConnectedVisitor();

        var asked = (await visitor.Socket.Ask(Keys.Question("Which one?"))).Value!.Thread.ThreadId;
        var chat = await maya.AcceptNext(asked);
        await visitor.Screen.UntilReason(asked, "accepted");
        Assert.NotNull((await maya.Send(asked, "The blue one.", chat.Fence)).Value);
        await visitor.Screen.UntilText(asked, "The blue one.");

        Assert.Empty(_a.Errors.Entries);
        Assert.Empty(_b.Errors.Entries);
    }

    [FleetFact]
    public async Task While_redis_is_frozen_chats_and_questions_go_on_and_whoever_waits_is_told_then_offered()
    {
        var shop = await _a.Open(new Ladder([new(RungKinds.Topic, 4, 15_000, 300_000)]));
        await using var maya = await OnB(shop);
        await using var talks = await shop.ConnectedVisitor();
        await using var waits = await shop.ConnectedVisitor();
        var talk = (await talks.Socket.Ask(Keys.Question("First?"))).Value!.Thread.ThreadId;
        var chat = await maya.AcceptNext(talk);

        await _redis.Signal("STOP");
        // How long each may wait and how soon all is normal again, SharedMatchQueueTests say: here it is answered, and comes.
        var asked = (await waits.Socket.Ask(Keys.Question("Second?"))).Value!.Thread;
        Assert.NotNull((await maya.Send(talk, "One moment.", chat.Fence)).Value);
        await waits.UntilSearch(paused: true);
        Assert.True((await waits.Http.Resume(asked.ThreadId, 0)).Value!.SearchPaused);
        Assert.Equal(ThreadStates.Waiting, (await waits.Http.Resume(asked.ThreadId, 0)).Value!.State);

        await _redis.Signal("CONT");
        await maya.NextOffer(asked.ThreadId);
        await waits.UntilSearch(paused: false);
        Assert.Empty(_a.Errors.Entries);
        Assert.Empty(_b.Errors.Entries);
    }

    private async Task<SuperUserDriver> OnB(Shop shop)
    {
        var member = new SuperUserDriver(_b.Address, await shop.SignIn(await shop.Add(Roles.SuperUser)));
        await member.Connect();
        return member;
    }

    private sealed class Node(WorldPostgres database, PrivateRedis redis, int shops) : RunningApp(
        new() { ["ConnectionStrings:Redis"] = redis.Address, ["Redis:Prefix"] = "two:" }, database: () => Task.FromResult<TestDatabase>(new SharedDatabase(database)), shops: shops);
}
