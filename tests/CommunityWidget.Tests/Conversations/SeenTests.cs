using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Conversations;

public sealed class SeenTests
{
    [Fact]
    public async Task What_was_seen_is_stored_told_once_and_never_goes_back()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        var last = (await world.Say(maya, thread)).Value!.Seq;

        await See(last);
        await See(last);
        await See(last - 1);
        await See(last + 1);

        Assert.Equal(last, (await world.Again(thread)).VisitorSeen);
        Assert.Equal(last, Assert.Single(world.Notices.All.OfType<SeenTold>()).Seen.Seq);

        Task See(long seq) => world.Get<WatchThread>().Seen(visitor, thread.PublicId, seq);
    }

    [SqliteFact]
    public async Task What_could_not_be_stored_is_not_told()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        // As when another page of theirs was faster.
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("create trigger faster before update of visitor_seen on threads begin select raise(ignore); end");
            return Done.It;
        });

        await world.Get<WatchThread>().Seen(visitor, thread.PublicId, 2);

        Assert.Empty(world.Notices.All.OfType<SeenTold>());
    }
}
