using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Whoever agrees to publication agrees to what was said by then: what is said after it is on no page until they agree again.</summary>
public sealed class AgreedBeforeTests
{
    private const string LongAnswer = "Size 42 fits well, the walking shoe runs a little large in all colours.";

    [Fact]
    public async Task What_was_said_after_the_visitor_agreed_becomes_no_page_by_itself()
    {
        await using var world = await Lenient();
        var maya = await Join(world);
        var (visitor, thread) = await world.Rated(maya, answer: "Size 42.");
        await GoesOn(world, visitor, maya, thread);
        await world.End(maya, await world.Again(thread));
        await world.RunMatching();

        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);
        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        // They are asked again, and may say so as well as not.
        var asked = (await world.Get<ChangeConsent>().Read(visitor, thread.PublicId)).Value!;
        Assert.Equal((false, null, Publications.None), (asked.Given, asked.Version, asked.Publication));
        Assert.Empty((await world.Get<ListConsents>().Run(visitor)).Conversations);

        Assert.True((await world.Get<ChangeConsent>().Run(visitor, thread.PublicId, new(true, ConsentTexts.Version))).Value!.Given);
        await world.RunMatching();

        Assert.Contains(LongAnswer, Assert.Single(await world.Get<EditionStore>().Answers((await world.Edition(thread)).Id)).Body, StringComparison.Ordinal);
        Assert.Equal(Publications.Published, (await world.Again(thread)).Publication);
        Assert.Equal(2, (await world.Get<Consents>().Of(thread.Id)).Count(said => said.Given));
    }

    [Fact]
    public async Task Rated_while_it_goes_on_it_becomes_a_page_only_where_nothing_was_said_since()
    {
        await using var world = await Lenient();
        var maya = await Join(world);
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread, "Size 42.");
        await world.Rate(visitor, thread, mayPublish: true);
        await world.Say(visitor, thread, "And between us: which one should I really take?");
        await world.Say(maya, thread, LongAnswer);
        await world.End(maya, await world.Again(thread));
        await world.RunMatching();

        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);

        // The same stars once more, with the same tick, are another consent.
        await world.Rate(visitor, thread, mayPublish: true);
        await world.RunMatching();
        // Asked in three words, it is read first.
        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);
    }

    [Fact]
    public async Task What_was_agreed_to_before_consents_said_how_far_they_reach_is_told_by_its_time()
    {
        await using var world = await Lenient();
        var maya = await Join(world);
        var (visitor, thread) = await world.Rated(maya, answer: "Size 42.");
        await world.Write((_, tx) => tx.Execute("update consents set seq = null"));
        Assert.True((await world.Get<ChangeConsent>().Read(visitor, thread.PublicId)).Value!.Given);
        await world.Leap(TimeSpan.FromSeconds(2));

        await GoesOn(world, visitor, maya, thread);
        await world.End(maya, await world.Again(thread));
        await world.RunMatching();

        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);
    }

    [Fact]
    public async Task A_page_that_was_made_of_what_they_agreed_to_stays_and_is_theirs_to_take_down()
    {
        await using var world = await Lenient();
        var maya = await Join(world);
        var (visitor, thread) = await world.Rated(maya, answer: LongAnswer);
        Assert.Equal(Publications.Published, (await world.Again(thread)).Publication);
        await world.Leap(TimeSpan.FromMinutes(5));
        await GoesOn(world, visitor, maya, thread);

        Assert.True(Assert.Single((await world.Get<ListConsents>().Run(visitor)).Conversations).Consent.Given);
        Assert.Equal(Publications.Withdrawn, (await world.Get<ChangeConsent>().Run(visitor, thread.PublicId, new(false))).Value!.Publication);
    }

    [Fact]
    public async Task Nobody_agrees_to_what_is_not_over()
    {
        await using var world = await Lenient();
        var maya = await Join(world);
        var (visitor, thread) = await world.TalkWith(maya);
        var consent = new ConsentRequest(true, ConsentTexts.Version);

        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<ChangeConsent>().Run(visitor, thread.PublicId, consent)).Refusal);
        await world.End(maya, thread);
        Assert.NotNull((await world.Get<ChangeConsent>().Run(visitor, thread.PublicId, consent)).Value);
    }

    private static async Task<TestWorld> Lenient()
    {
        var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Doubtful });
        return world;
    }

    private static async Task<MemberCaller> Join(TestWorld world) => await world.Join(await world.Get<SiteStore>().Get(world.Here.Id));

    private static async Task GoesOn(TestWorld world, VisitorCaller visitor, MemberCaller maya, ThreadRecord thread)
    {
        Assert.NotNull((await world.Say(visitor, await world.Again(thread), "And between us: which one should I really take?", reopen: true)).Value);
        await world.RunMatching();
        var live = (await world.Accept(maya, (await world.OfferTo(maya, await world.Again(thread))).Id)).Value!;
        Assert.NotNull((await world.Say(maya, live, LongAnswer)).Value);
    }
}
