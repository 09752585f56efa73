using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Pages.Review;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What was reported is decided by somebody, and by nothing else: not by merging it, nor by publishing it anew, and nobody's record is made good by reporting again.</summary>
public sealed class NoWayAroundTests
{
    private const string Both = $"{Roles.SuperUser} {Roles.Moderator}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_every_moderator_answered_is_decided_by_one_of_them_and_else_by_who_did_not(bool everyone)
    {
        await using var world = await TestWorld.Start();
        var maya = await Named(world, Both);
        var (visitor, thread) = await world.Rated(maya);
        var nour = await Named(world, Both);
        await world.Published(nour, thread);
        await AlsoAnswered(world, thread, nour);
        if (!everyone) await Named(world, Roles.Moderator);
        var report = (await File(world, visitor, thread)).Value!;

        Assert.Equal((everyone, everyone), ((await Thing(world, maya)).MayDecide, (await Thing(world, nour)).MayDecide));
        Assert.Equal(everyone ? null : Refusals.NotYoursToJudge, (await world.Get<DecideReport>().Run(maya, report.ReportId, right: false)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_puts_their_own_answer_on_a_page_where_somebody_else_can(bool alone)
    {
        await using var world = await TestWorld.Start();
        var maya = await Named(world, Both);
        var (_, thread) = await world.Rated(maya);
        var page = await world.Published(maya, thread);
        var sent = (await world.Get<ProposeAnswer>().Reword(maya, page.PublicId, "One size more, in winter two.")).Value!;
        if (!alone) await Named(world, Roles.Moderator);

        Assert.Equal(alone ? null : Refusals.NotYoursToJudge, (await world.Get<DecideProposed>().Run(maya, sent.PublicId, publish: true)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_that_is_right_about_a_page_merged_meanwhile_takes_its_answers_from_where_they_went_until_that_is_taken_back(bool stillAgrees)
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, twin, survivor, report) = await ReportedThenMerged(world);
        var page = await world.Edition(survivor);
        Assert.Equal(2, (await world.Get<EditionStore>().Answers(page.Id)).Count);
        Assert.Equal(ReviewTexts.In("en").UpholdDouble, (await Thing(world, nour)).Uphold);

        var decision = (await world.Get<DecideReport>().Run(nour, report, right: true)).Value!;

        Assert.Single(await world.Get<EditionStore>().Answers(page.Id));
        if (!stillAgrees) Assert.NotNull((await world.Get<ChangeConsent>().Run(visitor, twin.PublicId, new(false))).Value);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.Equal(stillAgrees ? 2 : 1, (await world.Get<EditionStore>().Answers(page.Id)).Count);
    }

    [Fact]
    public async Task A_page_that_reports_hid_hides_the_one_it_is_merged_into_until_somebody_decides()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (nour, _, twin, survivor, report) = await ReportedThenMerged(world);
        Assert.NotNull((await world.Edition(survivor)).HiddenAt);
        Assert.True((await Thing(world, nour)).IsHidden);

        var decision = (await world.Get<DecideReport>().Run(nour, report, right: false)).Value!;
        Assert.True((await world.Edition(survivor)).IsPublic);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.NotNull((await world.Edition(survivor)).HiddenAt);

        Assert.Null((await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Last((await world.Edition(twin)).Id, DecisionKinds.Merged))!.Together)).Refusal);
        Assert.True((await world.Edition(survivor)).IsPublic);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_reports_hid_is_out_of_sight_too_when_its_author_or_another_moderator_publishes_it_anew(bool author)
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (maya, nour) = (await Named(world, Both), await Named(world, Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya);
        var page = await world.Published(nour, thread);
        var report = (await File(world, visitor, thread)).Value!;
        var (by, review) = (author ? maya : nour, world.Get<ReviewThread>());

        Assert.NotNull((await review.Return(by, page.PublicId)).Value);
        var published = (await review.Publish(by, page.PublicId, title: null)).Value!;

        Assert.Equal((Publications.Published, false), (published.State, published.IsPublic));
        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, report.ReportId, right: false)).Value);
        Assert.True((await world.Edition(thread)).IsPublic);
    }

    [Fact]
    public async Task A_page_that_nobody_reported_enough_is_public_when_it_is_published_anew()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 2 });
        var (nour, visitor, thread) = await Published(world, "Does the brass lamp darken?");
        Assert.NotNull((await File(world, visitor, thread)).Value);
        var page = await world.Edition(thread);
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);

        Assert.True((await world.Get<ReviewThread>().Publish(nour, page.PublicId, title: null)).Value!.IsPublic);
    }

    [Fact]
    public async Task Who_was_wrong_about_the_same_page_three_times_in_a_month_is_not_trusted()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (nour, visitor, thread) = await Published(world, "Does the brass lamp darken?");
        for (var wrong = 0; wrong < 3; wrong++) await WrongOnce(world, nour, visitor, thread);

        Assert.Equal(ReportStates.Open, (await File(world, visitor, thread)).Value!.State);
        Assert.True((await world.Edition(thread)).IsPublic);

        // What was long ago speaks against nobody.
        var open = Assert.Single(await world.Get<ReportStore>().Open(world.Here.Id, 10));
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, open.PublicId, right: false)).Value);
        world.Clock.Skip(TimeSpan.FromDays(31));
        await Change(world, thread);
        Assert.NotNull((await File(world, visitor, thread)).Value);
        Assert.NotNull((await world.Edition(thread)).HiddenAt);
        Assert.Equal(new ReportCount { Made = 1, Dismissed = 0 }, await Since(world, visitor, world.Now - 1));
    }

    [Fact]
    public async Task What_was_reported_anew_counts_each_time_that_day_and_the_day_after_no_more()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, thread) = await Published(world, "Does the brass lamp darken?");
        for (var made = 0; made < 10; made++) await WrongOnce(world, nour, visitor, thread);

        Assert.Equal(Refusals.TooManyReports, (await File(world, visitor, thread)).Refusal);

        world.Clock.Skip(TimeSpan.FromDays(1));
        Assert.Equal(ReportStates.Open, (await File(world, visitor, thread)).Value!.State);
        Assert.Equal(1, (await Since(world, visitor, world.Now - 1)).Made);
    }

    private static async Task WrongOnce(TestWorld world, MemberCaller moderator, VisitorCaller visitor, ThreadRecord thread)
    {
        var report = (await File(world, visitor, thread)).Value!;
        Assert.NotNull((await world.Get<DecideReport>().Run(moderator, report.ReportId, right: false)).Value);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Change(world, thread);
    }

    private static async Task<ReportCount> Since(TestWorld world, VisitorCaller by, long since) => (await world.Db.Write<ReportCount>(async tx => await world.Get<ReportStore>().Since(tx, by.Id.ToString(), since))).Value!;

    private static async Task<ReportedThing> Thing(TestWorld world, MemberCaller by) => Assert.Single(
        await new ReportedThings(world.Get<ReportStore>(), world.Get<ThreadStore>(), world.Get<EditionStore>(), world.Get<MemberStore>(), world.Get<WhoJudges>()).Of(by, ReviewTexts.In("en")));

    private static Task<Reply<ReportView>> File(TestWorld world, Caller by, ThreadRecord thread) => world.Get<FileReport>().Run(by, thread.PublicId, new(0, ReportReasons.Wrong));

    private static Task AlsoAnswered(TestWorld world, ThreadRecord thread, MemberCaller member) => world.Db.Write<Done>(async tx =>
    {
        var page = (await world.Get<EditionStore>().Of(tx, thread.Id))!;
        var first = (await world.Get<EditionStore>().Answers(tx, page.Id))[0];
        await world.Get<EditionEdits>().Add(tx, page.Id, first with { Id = "", State = Answer.Suggested, Member = member.Id, Body = "Or one size more in winter." }, world.Now);
        return Done.It;
    });

    private static Task Change(TestWorld world, ThreadRecord thread) => world.Db.Write<Done>(async tx =>
    {
        await world.Get<EditionEdits>().Add(tx, (await world.Get<EditionStore>().Of(tx, thread.Id))!.Id, new() { Body = $"One more, at {world.Now}.", State = Answer.Suggested, AnsweredAt = world.Now }, world.Now);
        return Done.It;
    });

    // Public and reported, back in review, and found to be a double.
    private static async Task<(MemberCaller Moderator, VisitorCaller Visitor, ThreadRecord Twin, ThreadRecord Survivor, string Report)> ReportedThenMerged(TestWorld world)
    {
        var (nour, _, survivor) = await Published(world, "Does the brass of the reading lamp darken?");
        var (_, visitor, twin) = await Published(world, "Hello, will the brass on my reading lamp darken with time?");
        var report = (await File(world, visitor, twin)).Value!;
        var (page, review) = (await world.Edition(twin), world.Get<ReviewThread>());
        Assert.NotNull((await review.Return(nour, page.PublicId)).Value);
        Assert.NotNull((await review.Merge(nour, page.PublicId, (await world.Edition(survivor)).PublicId)).Value);
        return (nour, visitor, twin, survivor, report.ReportId);
    }

    private static async Task<(MemberCaller Moderator, VisitorCaller Visitor, ThreadRecord Thread)> Published(TestWorld world, string question)
    {
        var here = await world.Get<SiteStore>().Get(world.Here.Id);
        var (nour, maya) = (await world.Join(here, roles: Roles.Moderator), await world.Join(here));
        var (visitor, thread) = await world.Rated(maya, question);
        await world.Leave(maya);
        await world.Published(nour, thread);
        return (nour, visitor, thread);
    }

    // Somebody who can sign in: only they can be asked to decide.
    private static async Task<MemberCaller> Named(TestWorld world, string roles)
    {
        var caller = await world.Join(await world.Get<SiteStore>().Get(world.Here.Id), roles: roles);
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set password = 'hash' where id = @Id", new { caller.Id }); return Done.It; });
        return new(caller.Site, await world.Row(caller));
    }
}
