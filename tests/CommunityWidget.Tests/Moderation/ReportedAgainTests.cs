using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Pages.Review;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What was decided once is reported again where it says something else since; and what is reported of a double hides the page its answers stand on.</summary>
public sealed class ReportedAgainTests
{
    [Fact]
    public async Task A_page_that_changed_since_it_was_decided_is_reported_anew_and_one_that_did_not_is_not()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, thread) = await Published(world, "Does the brass lamp darken?");
        var first = (await File(world, visitor, thread, 0, "Too small.")).Value!;
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, first.ReportId, right: false)).Value);
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ReportStates.Dismissed, (await File(world, visitor, thread, 0, "Still too small.")).Value!.State);

        await Change(world, thread);
        var again = (await File(world, visitor, thread, 0, "Now it is wrong.")).Value!;

        Assert.Equal((first.ReportId, ReportStates.Open), (again.ReportId, again.State));
        var open = Assert.Single(await world.Get<ReportStore>().Open(world.Here.Id, 10));
        Assert.Equal(("Now it is wrong.", ReportReasons.Spam, world.Now, true, null), (open.Words, open.Reason, open.At, open.Trusted, open.DecidedAt));
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, again.ReportId, right: true)).Value);
    }

    [Fact]
    public async Task What_is_reported_anew_is_counted_that_day_and_may_take_the_page_out_of_sight()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (nour, visitor, thread) = await Published(world, "Does the brass lamp darken?");
        var report = (await File(world, visitor, thread, 0)).Value!;
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, report.ReportId, right: false)).Value);
        world.Clock.Skip(TimeSpan.FromDays(2));
        await Change(world, thread);
        await world.Db.Write<Done>(async tx =>
        {
            for (var other = 100; other < 110; other++)
                await tx.Execute("insert into reports (id, public_id, site, thread, seq, reporter_kind, reporter, trusted, reason, state, at) values (@report, @name, @Site, @Id, @other, 'visitor', @who, @no, 'other', 'upheld', @Now)", new { report = world.Clock.NewId(), name = $"report{other}", thread.Site, thread.Id, other, who = visitor.Id.ToString(), no = false, world.Now });
            return Done.It;
        });
        Assert.Equal(Refusals.TooManyReports, (await File(world, visitor, thread, 0)).Refusal);
        Assert.True((await world.Edition(thread)).IsPublic);

        world.Clock.Skip(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal(ReportStates.Open, (await File(world, visitor, thread, 0)).Value!.State);
        Assert.NotNull((await world.Edition(thread)).HiddenAt);
    }

    [Fact]
    public async Task What_is_reported_of_a_double_hides_the_page_its_answers_stand_on_until_it_is_left()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, twin, survivor) = await Merged(world);

        var report = (await File(world, visitor, twin, await Said(world, twin))).Value!;
        Assert.NotNull((await world.Edition(survivor)).HiddenAt);
        Assert.Empty(await world.Get<EditionStore>().Published(world.Here.Id));
        Assert.True(Assert.Single(await new ReportedThings(world.Get<ReportStore>(), world.Get<ThreadStore>(), world.Get<EditionStore>(), world.Get<MemberStore>(), world.Get<WhoJudges>()).Of(nour, ReviewTexts.In("en"))).IsHidden);

        var decision = (await world.Get<DecideReport>().Run(nour, report.ReportId, right: false)).Value!;
        Assert.True((await world.Edition(survivor)).IsPublic);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.NotNull((await world.Edition(survivor)).HiddenAt);
    }

    [Fact]
    public async Task Where_it_was_right_the_page_comes_back_without_what_was_said_in_the_double()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, twin, survivor) = await Merged(world);
        var page = await world.Edition(survivor);
        Assert.Equal(2, (await world.Get<EditionStore>().Answers(page.Id)).Count);
        var report = (await File(world, visitor, twin, await Said(world, twin))).Value!;

        var decision = (await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value!;

        Assert.True((await world.Edition(survivor)).IsPublic);
        Assert.Single(await world.Get<EditionStore>().Answers(page.Id));
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.NotNull((await world.Edition(survivor)).HiddenAt);
        Assert.Equal(2, (await world.Get<EditionStore>().Answers(page.Id)).Count);
    }

    [Fact]
    public async Task A_page_stays_out_of_sight_while_something_else_that_stands_on_it_is_reported()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, twin, survivor) = await Merged(world);
        var asker = new VisitorCaller(nour.Site, (await world.Get<VisitorStore>().Find([survivor.Visitor])).Single());
        var (ofPage, ofTwin) = ((await File(world, asker, survivor, 0)).Value!, (await File(world, visitor, twin, await Said(world, twin))).Value!);
        var decide = world.Get<DecideReport>();

        Assert.NotNull((await decide.Run(nour, ofPage.ReportId, right: false)).Value);
        Assert.NotNull((await world.Edition(survivor)).HiddenAt);
        Assert.NotNull((await decide.Run(nour, ofTwin.ReportId, right: false)).Value);
        Assert.True((await world.Edition(survivor)).IsPublic);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_is_back_when_what_hid_it_is_a_double_no_more_or_erased(bool erased)
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor, twin, survivor) = await Merged(world);
        Assert.NotNull((await File(world, visitor, twin, await Said(world, twin))).Value);
        Assert.NotNull((await world.Edition(survivor)).HiddenAt);

        if (erased) Assert.NotNull((await world.Get<EraseVisitor>().Run(await world.Join(nour.Site, roles: Roles.Admin), visitor.Id)).Value);
        else Assert.Null((await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Latest((await world.Edition(twin)).Id))!.Together)).Refusal);

        Assert.True((await world.Edition(survivor)).IsPublic);
        Assert.Single(await world.Get<EditionStore>().Answers((await world.Edition(survivor)).Id));
    }

    private static Task<Reply<ReportView>> File(TestWorld world, Caller by, ThreadRecord thread, long seq, string? words = null) =>
        world.Get<FileReport>().Run(by, thread.PublicId, new(seq, ReportReasons.Spam, words));

    private static async Task<long> Said(TestWorld world, ThreadRecord thread) =>
        (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;

    private static async Task Change(TestWorld world, ThreadRecord thread)
    {
        var page = await world.Edition(thread);
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<EditionEdits>().SetOutdated(tx, page.Id, outdated: true, world.Now);
            return Done.It;
        });
    }

    private static async Task<(MemberCaller Moderator, VisitorCaller Visitor, ThreadRecord Twin, ThreadRecord Survivor)> Merged(TestWorld world)
    {
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (nour, _, survivor) = await Published(world, "Does the brass of the reading lamp darken?");
        var maya = await world.Join(nour.Site);
        var (visitor, twin) = await world.Rated(maya, "Hello, will the brass on my reading lamp darken with time?");
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, (await world.Edition(survivor)).PublicId)).Value);
        return (nour, visitor, twin, survivor);
    }

    private static async Task<(MemberCaller Moderator, VisitorCaller Visitor, ThreadRecord Thread)> Published(TestWorld world, string question)
    {
        var here = await world.Get<CommunityWidget.Sites.SiteStore>().Get(world.Here.Id);
        var (nour, maya) = (await world.Join(here, roles: Roles.Moderator), await world.Join(here));
        var (visitor, thread) = await world.Rated(maya, question);
        await world.Leave(maya);
        await world.Published(nour, thread);
        return (nour, visitor, thread);
    }
}
