using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>A lost last push shows too: the head of a thread is told again for a while.</summary>
public sealed class HeartbeatTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_newest_seq_of_what_happened_lately_is_told_to_both_sides_and_then_no_more()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.Say(maya, thread);

        await world.Get<TellHeads>().Run();
        var told = Assert.Single(world.Notices.All.OfType<HeadTold>());
        Assert.Equal((thread.PublicId, (await world.Again(thread)).LastSeq), (told.Head.ThreadId, told.Head.Seq));
        Assert.Equal(visitor.Id, told.Parties.Visitor);
        Assert.Equal(new[] { maya.Id, leo.Id }.Order(), told.Parties.Members.Order());

        await TellFor(world, seconds: 40);
        var times = world.Notices.All.OfType<HeadTold>().Count();
        await TellFor(world, seconds: 40);
        Assert.Equal(times, world.Notices.All.OfType<HeadTold>().Count());
    }

    [Fact]
    public async Task What_was_stored_before_the_database_was_away_for_a_minute_is_told_once_it_is_back()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, thread) = await world.TalkWith(maya);
        await world.Get<TellHeads>().Run();
        var said = (await world.Say(maya, thread)).Value!;

        await world.Advance(60);
        await world.Get<TellHeads>().Run();

        Assert.Contains(world.Notices.All.OfType<HeadTold>(), told => told.Head.Seq == said.Seq);
    }

    [Fact]
    public async Task Whoever_was_in_a_conversation_that_just_ended_hears_its_head_too()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.End(visitor, thread);

        await world.Get<TellHeads>().Run();

        Assert.Equal([maya.Id], Assert.Single(world.Notices.All.OfType<HeadTold>()).Parties.Members);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_taken_away_or_erased_is_told_again_for_a_while(bool isErased)
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        var (first, said) = ((await world.Say(visitor, thread, "First.")).Value!, (await world.Say(visitor, thread, "My address is here.")).Value!);
        await TellFor(world, seconds: 40);
        await world.Get<Db>().Write<Done>(async tx =>
        {
            if (isErased) Assert.NotNull(await world.Get<EraseThread>().Run(tx, thread.Id));
            else Assert.True(await world.Get<SetAside>().Run(tx, (await world.Get<ThreadStore>().Lock(tx, thread.Id))!, said.Seq));
            return Done.It;
        });
        var pushed = Told(world, thread, said.Seq);

        await TellFor(world, seconds: 40);

        // The push itself, and three beats.
        Assert.InRange(Told(world, thread, said.Seq).Count, pushed.Count + 2, pushed.Count + 4);
        Assert.All(Told(world, thread, said.Seq).Skip(pushed.Count), told => Assert.Equal(isErased ? EventKinds.Tombstone : EventKinds.Hold, told.Happened.Kind));
        Assert.Equal(isErased, Told(world, thread, first.Seq).Count > 1);
        Assert.All(Told(world, thread, said.Seq), told => Assert.Equal((visitor.Id, maya.Id), (told.Parties.Visitor, Assert.Single(told.Parties.Members))));
    }

    private static List<EventTold> Told(TestWorld world, ThreadRecord thread, long seq) =>
        [.. world.Notices.All.OfType<EventTold>().Where(told => told.Happened.ThreadId == thread.PublicId && told.Happened.Seq == seq)];

    private static async Task TellFor(TestWorld world, int seconds)
    {
        for (var passed = 0; passed < seconds; passed += 10)
        {
            await world.Advance(10);
            await world.Get<TellHeads>().Run();
        }
    }

    [Fact]
    public async Task It_reaches_the_sockets_of_both()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        await using var maya = await shop.SuperUser();
        var asked = (await visitor.Socket.Ask(Keys.Question("Which size?"))).Value!.Thread.ThreadId;
        var live = await maya.AcceptNext(asked);

        await app.Get<TellHeads>().Run();

        await visitor.Screen.UntilHead(asked, live.HeadSeq);
        await maya.Screen.UntilHead(asked, live.HeadSeq);
    }
}
