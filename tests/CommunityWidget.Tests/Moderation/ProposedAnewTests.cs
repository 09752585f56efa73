using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What other people brought to a page stays with it, whatever its talk becomes: by merging, and when it is proposed anew.</summary>
public sealed class ProposedAnewTests
{
    [Fact]
    public async Task A_public_page_whose_talk_went_on_is_the_same_page_with_what_readers_and_doubles_brought_to_it()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya, "Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var page = await world.Published(nour, thread);
        var sent = (await world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, new("Robin", "Only with the new bulb."), "a reader")).Value!;
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, sent.PublicId, publish: true)).Value);
        var (_, twin) = await world.Rated(maya, "Can the lamp of brass be dimmed?", "Down to a tenth.");
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        var before = await world.Get<EditionStore>().Answers(page.Id);
        foreach (var answer in before) Assert.Null((await world.Get<TakeVote>().Run(world.Here, page.PublicId, TakeVote.Helped, answer.Id, $"reader of {answer.Position}")).Refusal);

        await world.Leap(TimeSpan.FromMinutes(5));
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        Assert.NotNull((await world.Say(visitor, await world.Again(thread), "And with a timer?", reopen: true)).Value);
        await world.RunMatching();
        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);
        var live = (await world.Accept(maya, (await world.OfferTo(maya, await world.Again(thread))).Id)).Value!;
        Assert.NotNull((await world.Say(maya, live, "With a timer as well.")).Value);
        await world.End(maya, live);
        await world.Rate(visitor, await world.Again(thread), mayPublish: true);
        await world.RunMatching();

        var draft = await world.Edition(thread);
        Assert.Equal((page.Id, page.PublicId, Publications.Review, page.PublishedAt), (draft.Id, draft.PublicId, draft.State, draft.PublishedAt));
        var after = await world.Get<EditionStore>().Answers(page.Id);
        Assert.Equal(before.Select(answer => (answer.Id, answer.State, answer.MergedFrom, 1L)), after.Select(answer => (answer.Id, answer.State, answer.MergedFrom, answer.Votes)));
        Assert.Equal(["It does, with any dimmer for LED lamps.\n\nWith a timer as well.", "Only with the new bulb.", "Down to a tenth."], after.Select(answer => answer.Body));
        Assert.Equal([true, false, false], after.Select(answer => answer.RewordedAt is not null));
        Assert.NotNull((await world.Get<ReviewThread>().Publish(nour, page.PublicId, null)).Value);
        Assert.Equal((page.PublishedAt, 3), ((await world.Edition(thread)).PublishedAt, (int)(await world.Edition(thread)).Helped));
    }

    [Fact]
    public async Task A_page_that_was_public_and_whose_talk_went_on_to_no_good_end_is_read_once_more()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = CommunityWidget.Sites.ReviewPolicies.Doubtful });
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya with { Site = world.Here }, "Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var page = await world.Edition(thread);
        Assert.Equal(Publications.Published, page.State);
        await world.Leap(TimeSpan.FromMinutes(5));
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        Assert.NotNull((await world.Say(visitor, await world.Again(thread), "And with a timer?", reopen: true)).Value);
        await world.RunMatching();
        var live = (await world.Accept(maya, (await world.OfferTo(maya, await world.Again(thread))).Id)).Value!;
        Assert.NotNull((await world.Say(maya, live, "With a timer I have no idea.")).Value);
        await world.End(maya, live);
        await world.Rate(visitor, await world.Again(thread), mayPublish: true, stars: 1);
        await world.RunMatching();

        var waiting = Assert.Single(await world.Get<ReviewQueue>().Read(world.Here.Id, QueuePart.Doubtful, nour.Id, (0, Guid.Empty)));
        Assert.Equal((page.Id, page.PublicId), (waiting.Id, waiting.PublicId));
        Assert.Contains("rated_badly", waiting.RiskList);
        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);
    }

    [Fact]
    public async Task What_came_to_a_double_from_its_own_double_goes_on_with_it_and_comes_away_with_its_visitor_s_consent()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, first) = await world.Rated(maya, "Does the brass lamp dim?", "It does, with any dimmer.");
        var (_, second) = await world.Rated(maya, "Does the lamp of brass dim?", "Only with the new bulb.");
        var (_, third) = await world.Rated(maya, "Can the brass lamp be dimmed?", "It can, down to a tenth.");
        var (middle, last) = (await world.Published(nour, second), await world.Published(nour, third));
        async Task<string[]> Said() => [.. (await world.Get<EditionStore>().Answers(last.Id)).Select(answer => answer.Body)];
        string[] own = ["It can, down to a tenth."], all = [.. own, "Only with the new bulb.", "It does, with any dimmer."];
        await Merge(world, nour, await world.Edition(first), middle);
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, middle.PublicId)).Value);
        await world.Leap(TimeSpan.FromSeconds(1));
        await Merge(world, nour, await world.Edition(second), last);
        Assert.Equal(all, await Said());

        // Taken back, none of it stays; and found a double once more, all of it is there again.
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Latest(middle.Id))!.Together)).Value);
        Assert.Equal(own, await Said());
        await Merge(world, nour, await world.Edition(second), last);
        Assert.Equal(all, await Said());

        await world.Rate(visitor, await world.Again(first), mayPublish: false);

        Assert.Equal(all[..2], await Said());
    }

    [Fact]
    public async Task A_decision_is_not_taken_back_once_its_page_was_proposed_anew()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya, "Does the brass lamp dim?");
        var page = await world.Published(nour, thread);
        await world.Leap(TimeSpan.FromSeconds(1));
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        var decided = (await world.Get<Decisions>().Latest(page.Id))!;
        await world.Leap(TimeSpan.FromSeconds(2));
        await world.Write((_, tx) => tx.Execute("update pages set proposed_at = @Now where id = @Id", new { world.Now, page.Id }));

        Assert.Equal(Refusals.TooLateToUndo, (await world.Get<UndoDecision>().Run(nour, decided.Together)).Refusal);
    }

    private static async Task Merge(TestWorld world, MemberCaller nour, Edition goes, Edition stays) =>
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, goes.PublicId, stays.PublicId)).Value);
}
