using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Database;

internal static class BusyDay
{
    /// <summary>Everything that moves seats and offers, once or more.</summary>
    public static async Task Play(TestWorld world)
    {
        // Some of a smaller id than those they meet, some of a larger one.
        var first = await world.Join(seats: 3);
        var (maya, leo, ines) = (await world.Join(seats: 3), await world.Join(seats: 3), await world.Join(seats: 3));
        foreach (var (holder, other) in new[] { (maya, leo), (leo, maya), (ines, first) })
        {
            var (visitor, thread) = await world.TalkWith(holder);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(i => i % 2 == 0 ? world.Say(visitor, thread) : world.Say(holder, thread)));
            await world.Help(other, thread);
            thread = (await world.Take(other, thread.PublicId)).Value!;
            await world.Advance(4);
            Assert.NotNull((await world.Transfer(other, thread, holder.Id)).Value);
            await world.RunMatching();
            thread = (await world.Accept(holder, (await world.OfferTo(holder, thread)).Id)).Value!;
            await world.Release(holder, thread);
            await world.RunMatching();
            Assert.NotNull((await world.End(visitor, await world.Again(thread))).Value);
            await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 4));
        }
        var asked = await world.Question();
        await world.RunMatching();
        await world.Decline(leo, (await world.OfferTo(leo, asked)).Id);
        await world.UndoDecline(leo, (await world.Get<OfferStore>().History([asked.Id])).Single(o => o.Member == leo.Id).Id);
        await world.Leave(maya);
        await world.SetAvailable(ines, available: false);
        await world.RunMatching();
        await world.Advance(100);
        await world.ComeBack(maya);
        // Three questions let pass at once: a pause, and what is beyond it withdrawn.
        for (var i = 0; i < 4; i++) await world.Question(topic: null);
        await world.RunMatching();
        await world.Advance(60);
        Assert.True((await world.Row(first)).Paused);
        await world.SetAvailable(first, available: true);
        var (_, held) = await world.TalkWith(first);
        await world.Question();
        await world.RunMatching();
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update members set suspended_until = @Until", new { Until = world.Now + 1_000 });
            return Done.It;
        });
        await world.Sweep();
        Assert.Null((await world.Again(held)).SeatHolder);
        await world.Leap(TimeSpan.FromMinutes(20));
    }
}
