using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Privacy;

/// <summary>What a purge leaves a while longer, because somebody waits for its end; and what it must not leave.</summary>
public sealed class KeptLongerTests
{
    [Fact]
    public async Task Whoever_is_shut_out_is_remembered_until_that_ends_and_a_dry_run_says_so()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { Retention = site.Retention with { Unanswered = Retention.Least } });
        var agent = await world.JoinAgent();
        var visitor = await world.Arrive();
        var asked = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        Assert.Null((await world.End(visitor, asked)).Refusal);
        await world.Leap(TimeSpan.FromDays(Retention.IdleVisitors + 1));
        Assert.NotNull((await world.Get<SilenceVisitor>().Run(agent, asked.PublicId, SilenceVisitor.MostMinutes, block: true)).Value);

        // Their question goes, they do not.
        Assert.StartsWith("unanswered 1, private 0, published 0, visitors 0,", await Due(world));
        await Purge(world);
        Assert.Equal((0, 1, 1), await Left());
        await world.Leap(TimeSpan.FromDays(29));
        await Purge(world);
        Assert.Equal((0, 1), ((await Left()).Threads, (await Left()).Visitors));

        await world.Leap(TimeSpan.FromDays(2));
        Assert.Contains("visitors 1,", await Due(world));
        await Purge(world);
        Assert.Equal((0, 0, 0), await Left());

        Task<(long Threads, long Visitors, long Shut)> Left() => world.Db.Find<(long, long, long)>(
            "select (select count(*) from threads where id = @Id), (select count(*) from visitors where id = @Visitor), (select count(*) from visitors where id = @Visitor and blocked)", asked);
    }

    [Fact]
    public async Task A_conversation_that_was_reported_stays_until_somebody_decides_and_not_for_ever()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (visitor, thread) = await world.Rated(maya, mayPublish: false);
        var (other, second) = await world.Rated(maya, mayPublish: false);
        await world.Leap(TimeSpan.FromDays(360));
        var report = await Report(visitor, thread);
        await Report(other, second);
        await world.Leap(TimeSpan.FromDays(20));
        Assert.StartsWith("unanswered 0, private 0,", await Due(world));
        await Purge(world);
        Assert.Equal(2, await Threads());
        Assert.Equal(ReportStates.Open, Assert.Single((await world.Get<ReadReports>().Run(visitor, thread.PublicId)).Value!).State);

        Assert.NotNull((await world.Get<DecideReport>().Run(nour, report, right: false)).Value);
        await Purge(world);
        Assert.Equal(1, await Threads());
        await world.Leap(TimeSpan.FromDays(PurgePlan.ReportedDays - 19));
        Assert.StartsWith("unanswered 0, private 1,", await Due(world));
        await Purge(world);
        Assert.Equal(0, await Threads());

        Task<long> Threads() => world.Db.Find<long>("select count(*) from threads");

        async Task<string> Report(VisitorCaller by, ThreadRecord about)
        {
            var said = (await world.Get<ThreadStore>().Events(about.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
            return (await world.Get<FileReport>().Run(by, about.PublicId, new(said, ReportReasons.Unkind))).Value!.ReportId;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_is_back_in_review_waits_for_a_moderator_s_word_however_old_its_conversation_is(bool published)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (_, thread) = await world.Rated(maya);
        var page = await world.Published(nour, thread);
        await world.Leap(TimeSpan.FromDays(366));
        var review = world.Get<ReviewThread>();
        Assert.NotNull((await review.Return(nour, page.PublicId)).Value);

        Assert.StartsWith("unanswered 0, private 0, published 0,", await Due(world));
        await Purge(world);
        Assert.Equal(Publications.Review, (await world.Edition(thread)).State);
        if (published)
        {
            Assert.NotNull((await review.Publish(nour, page.PublicId, title: null)).Value);
            return;
        }
        // Turned away it is gone, and says so as long as any other.
        Assert.Null((await review.Reject(nour, page.PublicId)).Refusal);
        await world.Leap(TimeSpan.FromDays(1_824));
        await Purge(world);
        Assert.True((await world.Edition(thread)).IsGone);
        await world.Leap(TimeSpan.FromDays(2));
        await Purge(world);
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from threads where id = @Id", new { thread.Id }));
    }

    [Theory]
    [InlineData("new", 0)]
    [InlineData("done", 1)]
    [InlineData("dead", 1)]
    public async Task A_page_of_which_a_draft_is_about_to_be_made_anew_waits_for_that_too(string news, int due)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (_, thread) = await world.Rated(maya);
        var page = await world.Published(nour, thread);
        await world.Leap(TimeSpan.FromDays(366));
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SettlePublication>().Anew(tx, (await world.Get<ThreadStore>().Lock(tx, thread.Id))!);
            await tx.Execute("update outbox set state = @news where thread = @Id and kind = 'consent' and state = 'new'", new { thread.Id, news });
            return Done.It;
        });

        Assert.StartsWith($"unanswered 0, private {due}, published 0,", await Due(world));
        await Purge(world);
        Assert.Equal(1 - due, await world.Db.Find<long>("select count(*) from threads where id = @Id", new { thread.Id }));
        if (due > 0) return;
        while (await world.Get<DeliverOutbox>().Run()) { }
        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);
    }

    [Fact]
    public async Task What_is_back_in_review_and_waits_for_nobody_s_word_goes_as_a_private_conversation_does()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (_, thread) = await world.Rated(maya);
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, (await world.Published(nour, thread)).PublicId)).Value);
        // Something was said there since its visitor agreed: no moderator is asked about it.
        await world.Db.Write<Done>(async tx => { await tx.Execute("update threads set publication = 'none' where id = @Id", new { thread.Id }); return Done.It; });

        await world.Leap(TimeSpan.FromDays(366));

        Assert.StartsWith("unanswered 0, private 1,", await Due(world));
    }

    [Fact]
    public async Task The_title_of_a_page_whose_time_was_up_stays_in_no_decision_about_its_double()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var page = await world.Published(nour, (await world.Rated(maya, question: "Does the zebrafinch lamp dim?")).Thread);
        var (_, twin) = await world.Rated(maya, question: "Can that lamp be dimmed?");
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Withdraw(nour, page.PublicId)).Value);
        Assert.Contains("decisions.note", await Where());

        // What became of the double is younger, and stays.
        await world.Leap(TimeSpan.FromDays(1_826));
        await world.Db.Write<Done>(async tx => { await tx.Execute("update threads set closed_at = @Now where id = @Id", new { world.Now, twin.Id }); return Done.It; });
        await Purge(world);

        Assert.Equal([], await Where());
        Assert.Equal(1, await world.Db.Find<long>("select count(*) from decisions where thread = @Id and kind = 'merged'", twin));

        async Task<IEnumerable<string>> Where() => (await Schema.Dump(world.Db)).Where(one => one.Text.Contains("zebrafinch", StringComparison.OrdinalIgnoreCase)).Select(one => one.Column).Distinct();
    }

    [Fact]
    public async Task A_double_that_goes_with_reports_nobody_decided_about_leaves_no_other_page_out_of_sight()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReportHideAfter = 1 });
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (_, first) = await world.Rated(maya, question: "Does the lamp dim?", answer: "With any dimmer for LED lamps.");
        var page = await world.Published(nour, first);
        await world.Leave(maya);
        // It says what the page says already: nothing of it stands there that would keep it.
        var (visitor, twin) = await world.Rated(await world.Join(), question: "Can that lamp be dimmed?", answer: "With any dimmer for LED lamps.");
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        var said = (await world.Get<ThreadStore>().Events(twin.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        Assert.NotNull((await world.Get<FileReport>().Run(visitor with { Site = await world.Get<SiteStore>().Get(world.Here.Id) }, twin.PublicId, new(said, ReportReasons.Unkind))).Value);
        Assert.NotNull((await world.Edition(first)).HiddenAt);

        await world.Leap(TimeSpan.FromDays(500));
        await Purge(world);

        Assert.Equal(0, await world.Db.Find<long>("select count(*) from threads where id = @Id", new { twin.Id }));
        Assert.True((await world.Edition(first)).IsPublic);
    }

    private static async Task<string> Due(TestWorld world) => string.Join(", ", (await world.Get<PurgePlan>().DryRun(await world.Get<SiteStore>().Get(world.Here.Id))).Select(p => $"{p.Class} {p.Count}"));

    private static async Task Purge(TestWorld world)
    {
        while (await world.Get<PurgeOld>().Run()) { }
    }
}
