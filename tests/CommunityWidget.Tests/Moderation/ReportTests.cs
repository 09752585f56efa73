using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What people find should not stand, and what becomes of it.</summary>
public sealed class ReportTests
{
    private static readonly ReportRequest OfPage = new(0, ReportReasons.Wrong, "Nobody has such feet.");

    [Fact]
    public async Task Enough_trusted_people_take_a_page_out_of_sight_and_a_moderator_who_leaves_it_brings_it_back()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, thread, page) = await Published(world);
        var agents = new[] { await world.JoinAgent(), await world.JoinAgent() };

        Assert.NotNull((await File(world, visitor, thread)).Value);
        Assert.NotNull((await File(world, visitor, thread)).Value);
        await File(world, agents[0], thread);
        Assert.Single(await world.Get<EditionStore>().Published(world.Here.Id));
        await File(world, agents[1], thread);
        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.Null(await world.Get<EditionStore>().PublishedOf(thread.Id));

        var reported = (await world.Get<ReportStore>().Open(world.Here.Id, 10)).First();
        var decision = (await world.Get<DecideReport>().Run(nour, reported.PublicId, right: false)).Value!;
        Assert.Single(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.Equal(ReportStates.Dismissed, Assert.Single((await world.Get<ReadReports>().Run(visitor, thread.PublicId)).Value!).State);

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.Equal((page.Id, true), (page.Id, (await world.Edition(thread)).HiddenAt is not null));
        Assert.Equal(3, (await world.Get<ReportStore>().Open(world.Here.Id, 10)).Count);
    }

    [Fact]
    public async Task A_report_that_is_right_takes_the_page_down_and_undo_puts_both_back()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, thread, _) = await Published(world);
        await File(world, visitor, thread);
        var report = (await world.Get<ReportStore>().Open(world.Here.Id, 10)).Single();

        var decision = (await world.Get<DecideReport>().Run(nour, report.PublicId, right: true)).Value!;
        Assert.Equal((Publications.Withdrawn, ReportStates.Upheld), ((await world.Edition(thread)).State, (await world.Get<ReadReports>().Run(visitor, thread.PublicId)).Value!.Single().State));
        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<DecideReport>().Run(nour, report.PublicId, right: true)).Refusal);

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.Equal((true, ReportStates.Open), ((await world.Edition(thread)).IsPublic, (await world.Get<ReadReports>().Run(visitor, thread.PublicId)).Value!.Single().State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taking_a_decision_back_shows_no_page_that_reports_had_put_out_of_sight(bool takenDown)
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (nour, visitor, thread, page) = await Published(world);
        await File(world, visitor, thread);
        var review = world.Get<ReviewThread>();
        Assert.NotNull((takenDown ? await review.Withdraw(nour, page.PublicId) : await review.Return(nour, page.PublicId)).Value);

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Last(page.Id, takenDown ? DecisionKinds.Withdrawn : DecisionKinds.Returned))!.Together)).Value);

        var back = await world.Edition(thread);
        Assert.Equal((Publications.Published, true), (back.State, back.HiddenAt is not null));
        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
    }

    [Fact]
    public async Task A_page_that_was_out_of_sight_comes_back_where_nothing_is_hidden_any_more()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (nour, visitor, thread, _) = await Published(world);
        var report = (await File(world, visitor, thread)).Value!;
        Assert.NotNull((await world.Edition(thread)).HiddenAt);
        var open = await world.Set(site => site with { ReportHideAfter = 0 });

        Assert.NotNull((await world.Get<DecideReport>().Run(nour with { Site = open }, report.ReportId, right: false)).Value);

        Assert.True((await world.Edition(thread)).IsPublic);
    }

    [Fact]
    public async Task What_somebody_reported_is_published_by_nobody_but_a_moderator()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Doubtful });
        var (visitor, thread) = await world.Rated(await world.Join(), mayPublish: false);
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        Assert.NotNull((await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said, ReportReasons.Personal))).Value);

        await world.Rate(visitor, thread, mayPublish: true);
        await world.RunMatching();

        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);
        Assert.Equal([DraftRisks.Reported], (await world.Edition(thread)).RiskList);
    }

    [Fact]
    public async Task Readers_are_heard_but_hide_nothing_by_themselves_and_not_endlessly()
    {
        await using var world = await TestWorld.Start();
        var (_, _, _, page) = await Published(world);
        var file = world.Get<FileReport>();
        for (var reader = 0; reader < 10; reader++) Assert.NotNull((await file.Run(world.Here, page.PublicId, OfPage, $"reader-{reader}")).Value);
        // Pressed twice.
        var again = (await file.Run(world.Here, page.PublicId, OfPage, "reader-1")).Value!;
        Assert.Equal(again, (await file.Run(world.Here, page.PublicId, OfPage, "reader-1")).Value);
        Assert.Equal(again.PublicId, await world.Db.Find<string>("select public_id from reports where thread = @Thread and reporter = 'reader-1'", page));

        Assert.Single(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.Equal(10, (await world.Get<ReportStore>().Open(world.Here.Id, 20)).Count);
        var (_, _, _, another) = await Published(world);
        var (_, _, _, third) = await Published(world);
        var (_, _, _, fourth) = await Published(world);
        Assert.NotNull((await file.Run(world.Here, another.PublicId, OfPage, "reader-1")).Value);
        Assert.NotNull((await file.Run(world.Here, third.PublicId, OfPage, "reader-1")).Value);
        Assert.Equal(Refusals.TooManyReports.Code, (await file.Run(world.Here, fourth.PublicId, OfPage, "reader-1")).Refusal?.Code);
    }

    [Fact]
    public async Task A_volunteer_who_only_read_the_page_is_known_and_trusted_too()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (_, _, thread, page) = await Published(world);
        var leo = await world.Join(await world.Get<SiteStore>().Get(world.Here.Id));
        Assert.Equal(Refusals.NotFound, (await File(world, leo, thread)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<FileReport>().OfPage(await world.Join(world.There), page.PublicId, OfPage)).Refusal);

        Assert.NotNull((await world.Get<FileReport>().OfPage(leo, page.PublicId, OfPage)).Value);

        Assert.NotNull((await world.Edition(thread)).HiddenAt);
        Assert.Equal(Reporter.Member, Assert.Single(await world.Get<ReportStore>().Open(world.Here.Id, 10)).ReporterKind);
    }

    [Fact]
    public async Task Who_was_wrong_three_times_is_read_but_not_trusted()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var agent = await world.JoinAgent(await world.Get<CommunityWidget.Sites.SiteStore>().Get(world.Here.Id));
        for (var wrong = 0; wrong < 3; wrong++)
        {
            var (nour, _, thread, _) = await Published(world);
            await File(world, agent, thread);
            Assert.NotNull((await world.Edition(thread)).HiddenAt);
            var open = (await world.Get<ReportStore>().Open(world.Here.Id, 10)).Single();
            Assert.NotNull((await world.Get<DecideReport>().Run(nour, open.PublicId, right: false)).Value);
        }
        var (_, _, last, _) = await Published(world);
        Assert.NotNull((await File(world, agent, last)).Value);
        Assert.Null((await world.Edition(last)).HiddenAt);
    }

    [Fact]
    public async Task A_message_that_was_rightly_reported_is_gone_for_all_but_its_author_and_moderators_until_that_is_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya, answer: "Size 42, as even you can see.");
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        async Task<(string, string?)> Seen(Guid by) => (await world.Get<ThreadReader>().Snapshot(await world.Again(thread), 0, by)).Events.Where(e => e.Seq == said).Select(e => (e.Kind, e.Text)).Single();
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said, ReportReasons.Unkind))).Value!;

        var decision = (await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value!;
        Assert.Equal((EventKinds.Placeholder, null), await Seen(visitor.Id));
        Assert.Equal((EventKinds.Hold, "Size 42, as even you can see."), await Seen(maya.Id));
        Assert.Equal((EventKinds.Hold, "Size 42, as even you can see."), await Seen(nour.Id));
        Assert.Equal(EventKinds.Hold, world.Notices.Events.Last(e => e.Happened.Seq == said).Happened.Kind);
        // The draft is made anew of what is still said.
        await world.RunMatching();
        Assert.DoesNotContain(await Answers(), answer => answer.Contains("even you", StringComparison.Ordinal));

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.Equal((EventKinds.Message, "Size 42, as even you can see."), await Seen(visitor.Id));
        await world.RunMatching();
        Assert.Equal(["Size 42, as even you can see."], await Answers());

        async Task<IEnumerable<string>> Answers() => (await world.Get<EditionStore>().Answers((await world.Edition(thread)).Id)).Select(a => a.Body);
    }

    [Fact]
    public async Task A_visitor_reports_what_a_member_said_and_nobody_their_own_words()
    {
        await using var world = await TestWorld.Start();
        var (_, visitor, thread, _) = await Published(world);
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        Task<Reply<ReportView>> Report(Caller by, long seq) => world.Get<FileReport>().Run(by, thread.PublicId, new(seq, ReportReasons.Unkind));

        Assert.Equal(said, (await Report(visitor, said)).Value!.Seq);
        Assert.Equal(Refusals.NotFound, (await Report(visitor, 1)).Refusal);
        Assert.Equal(Refusals.NotFound, (await Report(await world.Arrive(), said)).Refusal);
        Assert.Equal(Refusals.NotUnderstood, (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said, "because"))).Refusal);
    }

    [Fact]
    public async Task A_member_whose_words_were_rightly_reported_has_a_strike_until_it_is_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, thread, _) = await Published(world);
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" });
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said.Seq, ReportReasons.Unkind))).Value!;
        Task<long> Strikes() => world.Db.Find<long>("select count(*) from strikes where member = @Author and kind = 'report'", new { said.Author });

        var decision = (await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value!;
        Assert.Equal(1, await Strikes());
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.Equal(0, await Strikes());
    }

    [Fact]
    public async Task A_reader_is_known_again_for_the_day_and_by_nothing_that_says_who_they_are()
    {
        await using var world = await TestWorld.Start();
        var (marks, home) = (world.Get<ReaderMarks>(), System.Net.IPAddress.Parse("2001:db8:1:2::7"));
        var today = (await marks.Of(world.Here.Id, home)).Value!;
        Assert.Equal(today, (await marks.Of(world.Here.Id, System.Net.IPAddress.Parse("2001:db8:1:2:99::1"))).Value);
        world.Clock.Skip(TimeSpan.FromDays(1));
        Assert.NotEqual(today, (await marks.Of(world.Here.Id, home)).Value);
        world.Clock.Skip(TimeSpan.FromDays(2));
        await marks.Of(world.Here.Id, home);
        while (await world.Get<CommunityWidget.Privacy.PurgeOld>().Run()) { }
        Assert.Equal(1, await world.Db.Find<long>("select count(*) from daily_keys"));
    }

    private static Task<Reply<ReportView>> File(TestWorld world, Caller by, ThreadRecord thread) => world.Get<FileReport>().Run(by, thread.PublicId, OfPage);

    private static async Task<(MemberCaller Moderator, VisitorCaller Visitor, ThreadRecord Thread, Edition Page)> Published(TestWorld world)
    {
        var here = await world.Get<CommunityWidget.Sites.SiteStore>().Get(world.Here.Id);
        var (nour, maya) = (await world.Join(here, roles: Roles.Moderator), await world.Join(here));
        var (visitor, thread) = await world.Rated(maya);
        await world.Leave(maya);
        return (nour, visitor, thread, await world.Published(nour, thread));
    }
}
