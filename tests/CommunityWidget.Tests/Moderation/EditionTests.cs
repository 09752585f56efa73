using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>From a rated conversation to a page, and back when its visitor takes the consent back.</summary>
public sealed class EditionTests
{
    [Fact]
    public async Task A_question_whose_title_would_end_inside_an_emoji_still_becomes_a_draft()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var question = "a" + string.Concat(Enumerable.Repeat("😀", 80));

        await Rated(world, maya, question);

        var draft = Assert.Single(await world.Get<EditionStore>().InReview(world.Here.Id));
        Assert.Equal(question[..109] + "…", draft.Title);
    }

    [Fact]
    public async Task A_draft_whose_visitor_no_longer_agrees_leaves_the_list()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await Rated(world, await world.Join());

        await Rate(world, visitor, thread, 5, mayPublish: false);

        Assert.Empty(await world.Get<EditionStore>().InReview(world.Here.Id));
        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);
    }

    [Fact]
    public async Task A_draft_is_not_published_in_the_moment_its_visitor_takes_the_consent_back()
    {
        await using var world = await TestWorld.Start();
        var nour = await world.Join(roles: Roles.Moderator);
        var (visitor, thread) = await Rated(world, await world.Join());
        var draft = (await world.Get<EditionStore>().InReview(world.Here.Id)).Single();

        await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5, MayPublish: false));
        var published = await world.Get<ReviewThread>().Publish(nour, draft.PublicId, draft.Title);

        Assert.Equal(Refusals.NotPossibleNow, published.Refusal);
    }

    [Fact]
    public async Task A_page_whose_visitor_no_longer_agrees_is_withdrawn()
    {
        await using var world = await TestWorld.Start();
        var nour = await world.Join(roles: Roles.Moderator);
        var (visitor, thread) = await Rated(world, await world.Join());
        var draft = (await world.Get<EditionStore>().InReview(world.Here.Id)).Single();
        Assert.NotNull((await world.Get<ReviewThread>().Publish(nour, draft.PublicId, draft.Title)).Value);

        await Rate(world, visitor, thread, 1, mayPublish: false);

        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.Equal(Publications.Withdrawn, (await world.Get<EditionStore>().Find(world.Here.Id, draft.PublicId))!.State);
        Assert.Equal(Publications.Withdrawn, (await world.Again(thread)).Publication);
    }

    [Theory]
    [InlineData(Roles.SuperUser, true)]
    [InlineData($"{Roles.SuperUser} {Roles.Agent}", false)]
    public async Task An_answer_knows_whether_a_volunteer_or_the_shop_gave_it(string roles, bool volunteer)
    {
        await using var world = await TestWorld.Start();
        await Rated(world, await world.Join(roles: roles));

        var draft = (await world.Get<EditionStore>().InReview(world.Here.Id)).Single();

        Assert.Equal(volunteer, Assert.Single(await world.Get<EditionStore>().Answers(draft.Id)).IsByVolunteer);
    }

    /// <summary>A talk that ended, was rated 5 and may be published.</summary>
    private static async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Rated(TestWorld world, MemberCaller member, string text = "Which size?")
    {
        var visitor = await world.Arrive();
        var asked = await world.Thread(visitor, (await world.Ask(visitor, text: text)).Value!.Thread.ThreadId);
        await world.RunMatching();
        var thread = (await world.Accept(member, (await world.OfferTo(member, asked)).Id)).Value!;
        await world.Say(member, thread);
        await world.End(member, thread);
        await Rate(world, visitor, thread, 5, mayPublish: true);
        return (visitor, thread);
    }

    private static async Task Rate(TestWorld world, VisitorCaller visitor, ThreadRecord thread, int stars, bool mayPublish)
    {
        Assert.NotNull((await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, stars, MayPublish: mayPublish))).Value);
        await world.RunMatching();
    }
}
