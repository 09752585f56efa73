using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Who a visitor's stars belong to.</summary>
public sealed class CreditTests
{
    [Fact]
    public async Task Responder_and_helper_who_wrote_are_both_credited_and_thanked_once()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo, ines) = (await world.Join(), await world.Join(available: false), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        await world.Help(ines, thread);
        await world.Say(maya, thread);
        await world.Say(leo, thread, "And dry it well.");
        await world.Say(leo, thread, "In the shade.");
        await world.End(maya, thread);

        await Rate(world, visitor, thread.PublicId, 5);

        Assert.Equal([(1, 5), (1, 5), (0, 0)], [await Known(world, maya), await Known(world, leo), await Known(world, ines)]);
        Assert.Equal(new[] { maya.Id, leo.Id }.Order(), world.Notices.Events.Last().Parties.Members.Order());
    }

    [Fact]
    public async Task A_changed_verdict_replaces_the_first_for_everyone_it_credited()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        await Rate(world, visitor, thread.PublicId, 2);
        // Leo comes after the first verdict: the second is his first.
        await world.Help(leo, thread);
        await world.Say(leo, thread, "Let me see.");

        await Rate(world, visitor, thread.PublicId, 4);

        Assert.Equal([(1, 4), (1, 4)], [await Known(world, maya), await Known(world, leo)]);
    }

    [Fact]
    public async Task Whoever_took_it_after_the_first_verdict_is_credited_with_the_second_alone()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        await Rate(world, visitor, thread.PublicId, 5);
        await world.Release(maya, thread);
        var leo = await world.Join();
        await world.RunMatching();
        await world.Accept(leo, (await world.OfferTo(leo, thread)).Id);

        await Rate(world, visitor, thread.PublicId, 3);
        await Rate(world, visitor, thread.PublicId, 4);

        Assert.Equal([(1, 4), (1, 4)], [await Known(world, maya), await Known(world, leo)]);
    }

    private static async Task Rate(TestWorld world, VisitorCaller visitor, string thread, int stars) =>
        Assert.NotNull((await world.Get<RateThread>().Run(visitor, new RatingRequest(thread, stars))).Value);

    private static async Task<(long Count, long Sum)> Known(TestWorld world, MemberCaller member)
    {
        var topic = (await world.Get<MemberStore>().Topics(member.Site.Id)).Single(t => t.Member == member.Id && t.Topic == "shoes");
        return (topic.RatedCount, topic.RatedSum);
    }
}
