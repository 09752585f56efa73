using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>No consent, no page.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task A_good_conversation_whose_visitor_agreed_is_proposed_and_published()
    {
        await using var world = await TestWorld.Start();
        var (moderator, _, thread) = await Proposed(world);

        var draft = Assert.Single(await world.Get<EditionStore>().InReview(world.Here.Id));
        Assert.NotNull((await world.Get<ReviewThread>().Publish(moderator, draft.PublicId, "Which size?")).Value);
        Assert.Equal(Publications.Published, (await world.Again(thread)).Publication);
    }

    [Fact]
    public async Task A_visitor_who_takes_their_consent_back_takes_the_draft_with_it()
    {
        await using var world = await TestWorld.Start();
        var (moderator, visitor, thread) = await Proposed(world);
        var draft = Assert.Single(await world.Get<EditionStore>().InReview(world.Here.Id));

        await Rate(world, visitor, thread, mayPublish: false);

        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<ReviewThread>().Publish(moderator, draft.PublicId, "Which size?")).Refusal);
        Assert.Empty(await world.Get<EditionStore>().InReview(world.Here.Id));
        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);

        await Rate(world, visitor, thread, mayPublish: true);
        await world.RunMatching();
        Assert.Single(await world.Get<EditionStore>().InReview(world.Here.Id));
    }

    private static async Task<(MemberCaller Moderator, VisitorCaller Visitor, ThreadRecord Thread)> Proposed(TestWorld world)
    {
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        await world.End(maya, thread);
        await Rate(world, visitor, thread, mayPublish: true);
        await world.RunMatching();
        return (await world.Join(roles: Roles.Moderator), visitor, thread);
    }

    private static async Task Rate(TestWorld world, VisitorCaller visitor, ThreadRecord thread, bool mayPublish) =>
        Assert.NotNull((await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5, MayPublish: mayPublish))).Value);
}
