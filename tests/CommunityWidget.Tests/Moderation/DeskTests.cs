using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Pages.Review;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A moderator's tools: wordings, sending back, doubles, undo, and what goes through without them.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task Another_wording_is_kept_beside_the_first_and_shown_as_what_it_changed()
    {
        await using var world = await TestWorld.Start();
        var (nour, thread) = await Drafted(world);
        var draft = await world.Edition(thread);

        var saved = await world.Get<EditEdition>().Run(nour, draft.PublicId, Typed("Which size?", "Which size? Mail robin@x.example", "Size 42 fits. It runs large.", seen: 0));

        Assert.Equal(1, saved.Value!.Revision);
        Assert.DoesNotContain("robin", (await world.Edition(thread)).Question);
        var wordings = await world.Get<Revisions>().Of(draft.Id);
        Assert.Equal([1L, 0], wordings.Select(w => w.Number));
        Assert.Equal(nour.Member.Name, wordings[0].MemberName);
        Assert.Equal([(DiffKind.Gone, "old "), (DiffKind.Come, "new ")], WordDiff.Of("an old lamp", "an new lamp").Where(p => p.Kind != DiffKind.Same).Select(p => (p.Kind, p.Text)));
    }

    [Fact]
    public async Task Two_who_word_it_at_once_do_not_overwrite_each_other()
    {
        await using var world = await TestWorld.Start();
        var (nour, thread) = await Drafted(world);
        var (edit, id) = (world.Get<EditEdition>(), (await world.Edition(thread)).PublicId);
        Assert.Null((await edit.Run(nour, id, Typed("One", "Q", "A", seen: 0))).Refusal);

        Assert.Equal(Refusals.ChangedMeanwhile, (await edit.Run(nour, id, Typed("Other", "Q", "A", seen: 0))).Refusal);
        Assert.Equal("One", (await world.Edition(thread)).Title);
    }

    [Fact]
    public async Task A_draft_without_an_answer_is_not_saved()
    {
        await using var world = await TestWorld.Start();
        var (nour, thread) = await Drafted(world);
        Assert.Equal(Refusals.TextEmpty, (await world.Get<EditEdition>().Run(nour, (await world.Edition(thread)).PublicId, Typed("T", "Q", " ", seen: 0))).Refusal);
    }

    [Fact]
    public async Task Whom_a_draft_is_sent_back_to_sees_why_mends_it_and_it_comes_back()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, thread) = await world.Rated(maya);
        var (nour, leo) = (await world.Join(roles: Roles.Moderator), await world.Join());
        var (id, queue) = ((await world.Edition(thread)).PublicId, world.Get<ReviewQueue>());

        Assert.Equal(Refusals.TextEmpty, (await world.Get<SendBack>().Run(nour, id, maya.Id, " ")).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<SendBack>().Run(nour, id, leo.Id, "Mend it")).Refusal);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, id, maya.Id, "Which year's model?")).Value);

        Assert.Empty(await queue.Read(world.Here.Id, QueuePart.All, nour.Id, (0, Guid.Empty)));
        Assert.Equal("Which year's model?", Assert.Single(await queue.SentTo(maya.Id)).SentNote);
        var mine = Assert.Single(await world.Get<EditionStore>().Answers((await world.Edition(thread)).Id)).Id;
        Assert.Equal(Refusals.NotFound, (await world.Get<EditEdition>().Mend(leo, id, mine, "Mine", 0)).Refusal);
        // What nobody may say in a talk nobody may say on a page.
        Assert.Equal(Refusals.TextInsulting, (await world.Get<EditEdition>().Mend(maya, id, mine, "You are an idiot.", 0)).Refusal);
        Assert.Equal(Refusals.TextInsulting, (await world.Get<EditEdition>().Run(nour, id, Typed("Which size?", "Which size, you idiot? You are an idiot.", "Size 42.", 0))).Refusal);
        Assert.Equal(Refusals.TextInsulting, (await world.Get<ReviewThread>().Publish(nour, id, "You are an idiot")).Refusal);
        Assert.NotNull((await world.Get<EditEdition>().Mend(maya, id, mine, "Size 42 of the 2025 model.", 0)).Value);
        Assert.Equal("Size 42 of the 2025 model.", Assert.Single(await world.Get<EditionStore>().Answers((await world.Edition(thread)).Id)).Body);
        Assert.Single(await queue.Read(world.Here.Id, QueuePart.All, nour.Id, (0, Guid.Empty)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_draft_lies_with_nobody_who_is_gone_and_goes_to_nobody_who_may_not_sign_in(bool erased)
    {
        await using var world = await TestWorld.Start();
        var (maya, ada, nour) = (await world.Join(), await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya);
        var id = (await world.Edition(thread)).PublicId;
        Assert.NotNull((await world.Get<SendBack>().Run(nour, id, maya.Id, "Which year's model?")).Value);

        if (erased) Assert.NotNull((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: false)).Value);
        else Assert.NotNull((await world.Get<IssueSanction>().Run(nour, maya.Id, new(SanctionKinds.Exclusion, null, "Enough."))).Value);

        Assert.Equal((null, null), ((await world.Edition(thread)).SentTo, (await world.Edition(thread)).SentNote));
        Assert.Single(await world.Get<ReviewQueue>().Read(world.Here.Id, QueuePart.All, nour.Id, (0, Guid.Empty)));
        Assert.Equal(Refusals.NotFound, (await world.Get<SendBack>().Run(nour, id, maya.Id, "And now?")).Refusal);
        var card = Assert.Single(await new DraftCards(world.Get<EditionStore>(), world.Get<SimilarPages>(), world.Get<MemberStore>(), world.Clock).Of([await world.Edition(thread)]));
        Assert.Empty(card.Menders);
    }

    [Theory]
    [InlineData(DecisionKinds.Published)]
    [InlineData(DecisionKinds.Rejected)]
    public async Task A_decision_is_taken_back_for_ten_seconds_and_no_longer(string kind)
    {
        await using var world = await TestWorld.Start();
        var (nour, thread) = await Drafted(world);
        var review = world.Get<ReviewThread>();
        var id = (await world.Edition(thread)).PublicId;
        Task<Reply<Edition>> Decide() => kind == DecisionKinds.Published ? review.Publish(nour, id, title: null) : review.Reject(nour, id, RejectReasons.Wrong);

        Assert.NotNull((await Decide()).Value);
        world.Clock.Skip(TimeSpan.FromSeconds(10));
        Assert.Null((await Undo(world, nour, thread)).Refusal);
        Assert.Equal((Publications.Review, Publications.Review), ((await world.Edition(thread)).State, (await world.Again(thread)).Publication));
        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.Equal(Refusals.TooLateToUndo, (await Undo(world, nour, thread)).Refusal);
        Assert.Equal([$"decided.{kind}", $"undone.{kind}"], await world.Db.Query<string>("select action from audit where subject = @PublicId and actor = @Id and outcome = 'allowed' order by at, id", new { thread.PublicId, nour.Id }));

        Assert.NotNull((await Decide()).Value);
        world.Clock.Skip(TimeSpan.FromSeconds(13));
        Assert.Equal(Refusals.TooLateToUndo, (await Undo(world, nour, thread)).Refusal);
    }

    [Fact]
    public async Task What_was_decided_in_one_go_is_taken_back_in_one_go()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (_, one) = await world.Rated(maya);
        var (_, other) = await world.Rated(maya);
        var (nour, together) = (await world.Join(roles: Roles.Moderator), Guid.CreateVersion7());
        foreach (var thread in new[] { one, other }) Assert.NotNull((await world.Get<ReviewThread>().Publish(nour, (await world.Edition(thread)).PublicId, null, together)).Value);

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, together)).Value);

        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.Equal(2, (await world.Get<EditionStore>().InReview(world.Here.Id)).Count);
    }

    [Fact]
    public async Task A_double_is_found_by_its_words_and_merged_into_the_page_that_is_there()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var nour = await world.Join(roles: Roles.Moderator);
        var (_, first) = await world.Rated(maya, "Does the brass of the reading lamp darken?");
        await world.Rated(maya, "Which bulb fits the kitchen lamp?");
        var page = await world.Published(nour, first);
        var (_, twin) = await world.Rated(maya, "Hello, will the brass on my reading lamp darken with time?");
        var draft = await world.Edition(twin);

        Assert.Equal([page.Id], (await world.Get<SimilarPages>().Find(draft.Site, draft.Title, draft.Language, 4)).Select(p => p.Page.Id));
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, draft.PublicId, page.PublicId)).Value);

        Assert.Equal((Publications.Rejected, page.Id), ((await world.Edition(twin)).State, (await world.Edition(twin)).MergedInto));
        Assert.Null((await Undo(world, nour, twin)).Refusal);
        Assert.Null((await world.Edition(twin)).MergedInto);
    }

    [Fact]
    public async Task What_was_answered_in_a_double_stands_on_the_page_that_stays_until_its_visitor_says_no()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, first) = await world.Rated(maya, "Does the brass of the reading lamp darken?", "It does, within a year.");
        var page = await world.Published(nour, first);
        async Task<IEnumerable<(string, string)>> There() => (await world.Get<EditionStore>().Answers(page.Id)).Select(a => (a.Body, a.State));
        async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Merged(string answer)
        {
            var (visitor, twin) = await world.Rated(maya, "Will the brass on my reading lamp darken with time?", answer);
            Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
            return (visitor, await world.Again(twin));
        }

        var (robin, lemon) = await Merged("Lemon juice brings it back.");
        (string, string)[] alone = [("It does, within a year.", Answer.Accepted)], both = [.. alone, ("Lemon juice brings it back.", Answer.Suggested)];
        Assert.Equal(both, await There());
        Assert.Null((await Undo(world, nour, lemon)).Refusal);
        Assert.Equal(alone, await There());
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(lemon)).PublicId, page.PublicId)).Value);
        Assert.Equal(both, await There());
        await world.Rate(robin, lemon, mayPublish: false);
        Assert.Equal(alone, await There());

        // What the page says already is not said twice, and an erasure takes it along.
        await Merged("It does, within a year.");
        Assert.Equal(alone, await There());
        var (ines, _) = await Merged("Wax it once a year.");
        Assert.Equal(2, (await There()).Count());
        Assert.Null((await world.Get<EraseVisitor>().Run(ines)).Refusal);
        Assert.Equal(alone, await There());
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from answers where body like 'Wax%'"));
    }

    [Theory]
    [InlineData(ReviewPolicies.All, "Size 42 fits, the shoe runs a little large.", Publications.Review)]
    [InlineData(ReviewPolicies.Doubtful, "Size 42 fits, the shoe runs a little large.", Publications.Published)]
    [InlineData(ReviewPolicies.Doubtful, "Size 42 fits, ask maya@home.example if not.", Publications.Review)]
    [InlineData(ReviewPolicies.Trusted, "Size 42 fits, the shoe runs a little large.", Publications.Review)]
    public async Task The_sites_policy_says_what_a_moderator_reads_first(string policy, string answer, string becomes)
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = policy });
        var (_, thread) = await world.Rated(await world.Join(), answer: answer);
        Assert.Equal(becomes, (await world.Again(thread)).Publication);
    }

    [Fact]
    public async Task Who_had_five_pages_published_and_none_turned_away_is_trusted()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        for (var page = 0; page < TrustedAnswers.Enough; page++) await world.Published(nour, (await world.Rated(maya)).Thread);
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Trusted });

        var (_, trusted) = await world.Rated(maya);
        Assert.Equal(Publications.Published, (await world.Again(trusted)).Publication);
        Assert.NotNull((await world.Get<ReviewThread>().Withdraw(nour, (await world.Edition(trusted)).PublicId, RejectReasons.Wrong)).Value);

        Assert.Equal(Publications.Review, (await world.Again((await world.Rated(maya)).Thread)).Publication);
    }

    [Fact]
    public async Task Whoever_is_on_probation_has_everything_read()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Doubtful });
        var maya = await world.Join();
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update members set probation_until = @until where id = @Id", new { maya.Id, until = world.Now + 60_000 });
            return Done.It;
        });

        var (_, thread) = await world.Rated(maya);

        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);
        Assert.Equal([DraftRisks.Probation], (await world.Edition(thread)).RiskList);
    }

    [Theory]
    [InlineData(SanctionKinds.Exclusion, null, 0, Publications.Review)]
    [InlineData(SanctionKinds.Suspension, 7, 0, Publications.Review)]
    [InlineData(SanctionKinds.Suspension, 1, 2, Publications.Published)]
    [InlineData(SanctionKinds.Reminder, null, 0, Publications.Published)]
    public async Task What_somebody_wrote_who_is_shut_out_when_the_visitor_agrees_is_read_first(string kind, int? days, int later, string becomes)
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Doubtful });
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (visitor, thread) = await world.Rated(maya, mayPublish: false);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await Decide(world, nour, maya, kind, days);
        await world.Leap(TimeSpan.FromDays(later));

        await world.Rate(visitor, thread, mayPublish: true);
        await world.RunMatching();

        Assert.Equal(becomes, (await world.Again(thread)).Publication);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_written_on_probation_is_read_first_whenever_the_visitor_agrees(bool lifted)
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Doubtful });
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var probation = await Decide(world, nour, maya, SanctionKinds.Probation, 1);
        var (visitor, thread) = await world.Rated(maya, mayPublish: false);
        if (lifted) Assert.NotNull((await world.Get<LiftSanction>().Run(nour, probation.Id)).Value);
        await world.Leap(TimeSpan.FromDays(2));

        await world.Rate(visitor, thread, mayPublish: true);
        await world.RunMatching();
        await world.Connect(maya);
        var (_, after) = await world.Rated(maya);

        Assert.Equal(lifted ? Publications.Published : Publications.Review, (await world.Again(thread)).Publication);
        if (!lifted) Assert.Equal([DraftRisks.Probation], (await world.Edition(thread)).RiskList);
        Assert.Equal(Publications.Published, (await world.Again(after)).Publication);
    }

    private static async Task<Sanction> Decide(TestWorld world, MemberCaller by, MemberCaller member, string kind, int? days) =>
        (await world.Get<IssueSanction>().Run(by, member.Id, new(kind, days, "Please be kind."))).Value!;

    private static async Task<(MemberCaller Moderator, ThreadRecord Thread)> Drafted(TestWorld world)
    {
        var (_, thread) = await world.Rated(await world.Join());
        return (await world.Join(roles: Roles.Moderator), thread);
    }

    private static TypedEdition Typed(string title, string question, string answer, long seen) => new(title, question, new Dictionary<long, string?> { [1] = answer }, 1, seen);

    private static async Task<Reply<Undone>> Undo(TestWorld world, MemberCaller by, ThreadRecord thread) =>
        await world.Get<UndoDecision>().Run(by, (await world.Get<Decisions>().Latest((await world.Edition(thread)).Id))!.Together);
}
