using System.Text.RegularExpressions;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>No consent, no page; taken back, the page is gone with the answer to the request.</summary>
public sealed partial class ConsentTests
{
    [Fact]
    public async Task Taken_back_in_the_widget_the_page_is_gone_before_the_visitor_is_answered()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());
        var (visitor, thread) = await world.Rated(maya);
        var page = await world.Published(nour, thread);
        var consent = world.Get<ChangeConsent>();
        Assert.Equal((true, Publications.Published, true), Of((await consent.Read(visitor, thread.PublicId)).Value!));

        world.Clock.Skip(TimeSpan.FromSeconds(1));
        // No worker runs in between.
        Assert.Equal((false, Publications.Withdrawn, false), Of((await consent.Run(visitor, thread.PublicId, new(false))).Value!));

        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.Equal(Publications.Withdrawn, (await world.Get<EditionStore>().Find(page.Id))!.State);
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from search_terms"));
        Assert.Equal([(true, "2", ConsentWays.Rating), (false, "2", ConsentWays.Widget)], (await world.Get<Consents>().Of(thread.Id)).Select(c => (c.Given, c.Version, c.Way)));
        // Neither an undo nor another yes brings back what its visitor took down.
        Assert.Equal(Refusals.TooLateToUndo, (await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Latest(page.Id))!.Together)).Refusal);
        Assert.Equal(Refusals.NotPossibleNow, (await consent.Run(visitor, thread.PublicId, new(true, ConsentTexts.Version))).Refusal);
    }

    [Fact]
    public async Task Whoever_did_not_agree_beside_the_rating_may_do_so_later_to_the_sentence_that_holds_now()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await world.Rated(await world.Join(), mayPublish: false);
        Assert.Null(await world.Get<EditionStore>().Of(thread.Id));

        Assert.Equal(Refusals.ConsentOutdated, (await world.Get<ChangeConsent>().Run(visitor, thread.PublicId, new(true, "1"))).Refusal);
        Assert.NotNull((await world.Get<ChangeConsent>().Run(visitor, thread.PublicId, new(true, ConsentTexts.Version))).Value);
        await world.RunMatching();

        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);
        Assert.Equal((ConsentTexts.Version, world.Now), ((await world.Again(thread)).ConsentVersion, (await world.Again(thread)).ConsentAt));
    }

    [Fact]
    public async Task What_a_visitor_agreed_to_is_listed_for_them_and_can_be_taken_back_long_after_they_asked_something_else()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());
        var (visitor, thread) = await world.Rated(maya, question: new string('x', 139) + "\U0001F45F and more?");
        await world.Published(nour, thread);
        world.Clock.Skip(TimeSpan.FromDays(1));
        await world.Ask(visitor, text: "Something else: do you repair zips?");
        var list = world.Get<ListConsents>();

        var own = Assert.Single((await list.Run(visitor)).Conversations);
        Assert.Equal((thread.PublicId, new string('x', 139) + "…", thread.AskedAt, (true, Publications.Published, true)), (own.ThreadId, own.Question, own.AskedAt, Of(own.Consent)));
        Assert.Empty((await list.Run(await world.Arrive())).Conversations);
        // Nor is it the business of who came by the mail of another conversation.
        Assert.Empty((await list.Run(visitor with { Visitor = visitor.Visitor with { OnlyThread = Guid.CreateVersion7() } })).Conversations);

        Assert.Equal((false, Publications.Withdrawn, false), Of((await world.Get<ChangeConsent>().Run(visitor, own.ThreadId, new(false))).Value!));
        Assert.Empty((await list.Run(visitor)).Conversations);
    }

    [Fact]
    public async Task What_was_found_to_repeat_a_page_is_listed_with_that_page_and_its_answers_go_from_there_when_it_is_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());
        var page = await world.Published(nour, (await world.Rated(maya, question: "Does the brass lamp dim?", answer: "With any dimmer.")).Thread);
        var (visitor, twin) = await world.Rated(maya, question: "Can the lamp of brass be dimmed?", answer: "Only with a small one.");
        var (list, consent, review) = (world.Get<ListConsents>(), world.Get<ChangeConsent>(), world.Get<ReviewThread>());
        Assert.NotNull((await review.Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);

        var own = Assert.Single((await list.Run(visitor)).Conversations).Consent;
        Assert.Equal((true, Publications.Published), (own.Given, own.Publication));
        Assert.EndsWith(page.Path(world.Here.Slug), own.Page, StringComparison.Ordinal);
        Assert.Equal(own, (await consent.Read(visitor, twin.PublicId)).Value);
        // Out of sight it is not private: it may come back.
        await review.Return(nour, page.PublicId);
        Assert.Equal((true, Publications.Review, false), Of(Assert.Single((await list.Run(visitor)).Conversations).Consent));

        Assert.Equal((false, Publications.Withdrawn, false), Of((await consent.Run(visitor, twin.PublicId, new(false))).Value!));
        Assert.Empty((await list.Run(visitor)).Conversations);
        Assert.Equal("With any dimmer.", Assert.Single(await world.Get<EditionStore>().Answers(page.Id)).Body);
    }

    [Fact]
    public async Task What_was_turned_away_and_stands_nowhere_stays_private()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());
        var (visitor, thread) = await world.Rated(maya);
        Assert.NotNull((await world.Get<ReviewThread>().Reject(nour, (await world.Edition(thread)).PublicId)).Value);

        Assert.Equal((true, Publications.Rejected, false), Of((await world.Get<ChangeConsent>().Read(visitor, thread.PublicId)).Value!));
        Assert.Empty((await world.Get<ListConsents>().Run(visitor)).Conversations);
    }

    [Fact]
    public async Task A_better_rating_given_later_makes_the_draft_and_a_worse_one_takes_it_back()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await world.Rated(await world.Join(), mayPublish: false);
        await world.Rate(visitor, thread, mayPublish: true, stars: 2);
        await world.RunMatching();
        Assert.Equal(Publications.None, (await world.Again(thread)).Publication);

        await world.Rate(visitor, thread, mayPublish: true);
        await world.RunMatching();
        Assert.Single(await world.Get<EditionStore>().InReview(world.Here.Id));

        await world.Rate(visitor, thread, mayPublish: true, stars: 2);
        Assert.Empty(await world.Get<EditionStore>().InReview(world.Here.Id));
    }

    [Fact]
    public async Task Another_visitor_can_neither_see_nor_change_it()
    {
        await using var world = await TestWorld.Start();
        var (_, thread) = await world.Rated(await world.Join());
        var stranger = await world.Arrive();
        Assert.Equal(Refusals.NotFound, (await world.Get<ChangeConsent>().Read(stranger, thread.PublicId)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<ChangeConsent>().Run(stranger, thread.PublicId, new(false))).Refusal);
    }

    [Fact]
    public async Task A_consent_to_a_sentence_that_never_was_is_none()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await world.Rated(await world.Join(), mayPublish: false);
        Assert.Equal(Refusals.ConsentOutdated, (await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5, MayPublish: true, Consent: "99"))).Refusal);
    }

    /// <summary>What is kept as agreed to is what was on the screen.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void The_widget_shows_the_sentence_whose_version_is_kept(string language)
    {
        var shown = File.ReadAllText(Path.Combine(Repository.Root, "widget", "visitor", "after", $"{language}.ts"));
        Assert.Equal((ConsentTexts.In(language).Asked, ConsentTexts.In(language).More), (Words(shown, "mayPublish"), Words(shown, "mayPublishMore")));
        Assert.Contains($"CONSENT = \"{ConsentTexts.Version}\"", File.ReadAllText(Path.Combine(Repository.Root, "widget", "visitor", "after", "wordsIn.ts")), StringComparison.Ordinal);
    }

    /// <summary>What somebody agreed to last year is still what it was: whoever changes a word of it makes a version of its own, and pins that here.</summary>
    [Theory]
    [InlineData("en", "ec1330154be052c4")]
    [InlineData("fr", "03fd974351ec2c35")]
    public void A_sentence_that_was_shown_is_never_changed_under_its_version(string language, string words) =>
        Assert.Equal(("2", words), (ConsentTexts.Version, Secret.Hash($"{ConsentTexts.In(language).Asked}\n{ConsentTexts.In(language).More}")[..16]));

    private static (bool, string, bool) Of(ConsentView view) => (view.Given, view.Publication, view.Page is not null);

    private static string Words(string file, string name) => Said().Matches(file).Single(m => m.Groups["name"].Value == name).Groups["words"].Value;

    [GeneratedRegex(@"^  (?<name>\w+):\s+""(?<words>[^""]*)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Said();
}
