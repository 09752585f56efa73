using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Privacy;

/// <summary>What else happens where a reader erased what they wrote: to the day's limits, to moderators who have it before them, and to what is kept beside it.</summary>
public sealed class AfterReaderErasureTests
{
    private static readonly ReportRequest OfPage = new(0, ReportReasons.Wrong, "It hums.");

    [Fact]
    public async Task Nobody_reports_more_a_day_by_erasing_in_between()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var file = world.Get<FileReport>();
        for (var page = 0; page < 3; page++)
        {
            Assert.NotNull((await file.Run(world.Here, (await pages.Publish($"Does it dim {page} times?", "It does.")).PublicId, OfPage, "a reader")).Value);
            await EraseReport(world);
        }

        var fourth = await pages.Publish("Does it hum?", "It does.");
        Assert.Equal(Refusals.TooManyReports.Code, (await file.Run(world.Here, fourth.PublicId, OfPage, "a reader")).Refusal?.Code);
        Assert.NotNull((await file.Run(world.Here, fourth.PublicId, OfPage, "another")).Value);
        // A day later nothing of it counts, and nothing of it is there.
        await world.Leap(TimeSpan.FromHours(25));
        while (await world.Get<PurgeOld>().Run()) { }
        Assert.Equal(["another"], await world.Db.Query<string>("select reporter from reports"));
    }

    [Fact]
    public async Task Nor_answers_more()
    {
        await using var world = await TestWorld.Start();
        var page = await new PublishedPages(world).Publish("Does it dim?", "With any dimmer.");
        for (var answer = 0; answer < 5; answer++) await EraseAnswer(world, await Send(world, page, $"Mine hums {answer} times."));

        Assert.Equal(Refusals.TooManyProposals.Code, (await world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, new("Robin", "Mine sings."), "a reader")).Refusal?.Code);
        Assert.Empty(await world.Get<ProposedStore>().Open(world.Here.Id, 10));
        Assert.Equal([""], await world.Db.Query<string>("select distinct body || coalesce(author_name, '') || coalesce(key_hash, '') || risks from proposed_answers"));
        await world.Leap(TimeSpan.FromHours(25));
        while (await world.Get<PurgeOld>().Run()) { }
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from proposed_answers"));
    }

    [Fact]
    public async Task What_was_dismissed_is_not_open_again_because_it_was_erased_and_sent_anew()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Moderator());
        Assert.NotNull((await world.Get<FileReport>().Run(world.Here, page.PublicId, OfPage, "a reader")).Value);
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, await OnlyReport(world), right: false)).Value);
        await EraseReport(world);

        Assert.NotNull((await world.Get<FileReport>().Run(world.Here, page.PublicId, OfPage, "a reader")).Value);

        Assert.Empty(await world.Get<ReportStore>().Open(world.Here.Id, 10));
        Assert.Equal([null], await world.Db.Query<string?>("select words from reports"));
    }

    [Fact]
    public async Task What_nobody_could_read_takes_no_page_out_of_memory()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Moderator());
        var dropped = 0;
        world.Get<AnswerCache>().OnDrop(() => dropped++);

        await EraseAnswer(world, await Send(world, page, "Mine hums."));
        Assert.Equal(0, dropped);

        var shown = await Send(world, page, "Mine sings.");
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, shown, publish: true)).Value);
        dropped = 0;
        await EraseAnswer(world, shown);
        Assert.NotEqual(0, dropped);
    }

    [Fact]
    public async Task An_answer_goes_from_where_a_double_took_it_also_when_it_was_taken_back_from_its_own_page()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, stays, nour) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Publish("Can it be dimmed at all?", "By hand."), await pages.Moderator());
        var sent = await Send(world, page, "Mine hums.");
        var decided = (await world.Get<DecideProposed>().Run(nour, sent, publish: true)).Value!;
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, page.PublicId, stays.PublicId)).Value);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);
        Assert.Contains("Mine hums.", (await pages.Answers(stays)).Select(answer => answer.Body));

        await EraseAnswer(world, sent);

        Assert.Equal(["By hand.", "With any dimmer."], (await pages.Answers(stays)).Select(answer => answer.Body));
    }

    [Fact]
    public async Task A_moderator_who_has_an_erased_report_before_them_decides_about_the_others_of_the_same_page()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Moderator());
        Assert.NotNull((await world.Get<FileReport>().Run(world.Here, page.PublicId, OfPage, "a reader")).Value);
        var card = await OnlyReport(world);
        Assert.NotNull((await world.Get<FileReport>().Run(world.Here, page.PublicId, OfPage, "another")).Value);
        await EraseReport(world, card);

        Assert.NotNull((await world.Get<DecideReport>().Run(nour, card, right: true)).Value);

        Assert.Equal("withdrawn", (await pages.Again(page)).State);
        Assert.Equal(["erased", "upheld"], (await world.Db.Query<string>("select state from reports")).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_decision_about_a_report_that_was_erased_since_is_taken_back_all_the_same(bool right)
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Moderator());
        Assert.NotNull((await world.Get<FileReport>().Run(world.Here, page.PublicId, OfPage, "a reader")).Value);
        var decided = (await world.Get<DecideReport>().Run(nour, await OnlyReport(world), right)).Value!;
        await EraseReport(world);

        Assert.Null((await world.Get<UndoDecision>().Run(nour, decided.Together)).Refusal);

        Assert.Equal("published", (await pages.Again(page)).State);
        Assert.Empty(await world.Get<ReportStore>().Open(world.Here.Id, 10));
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from decisions where kind in ('upheld', 'dismissed') and undone_at is null"));
    }

    [Fact]
    public async Task A_published_answer_whose_key_is_kept_is_looked_at_once_by_what_takes_away_the_old()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Moderator());
        var sent = await Send(world, page, "Mine hums.");
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, sent, publish: true)).Value);
        await world.Db.Write<Done>(async tx => (await tx.Execute("update proposed_answers set key_hash = 'of a key'"), Done.It).It);

        await world.Leap(TimeSpan.FromDays(31));
        while (await world.Get<PurgeOld>().Run()) { }

        var before = world.Clock.GetUtcNow().AddDays(-30).ToUnixTimeMilliseconds();
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from proposed_answers where decided_at <= @before", new { before }));
        Assert.Equal([("", "", "of a key")], (await world.Db.Query<ProposedAnswer>("select * from proposed_answers")).Select(one => (one.Body, one.Mark, one.KeyHash!)));
    }

    [Fact]
    public async Task One_whose_key_is_kept_no_more_waits_to_be_taken_away_and_is_not_passed_over()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Moderator());
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, await Send(world, page, "Mine hums."), publish: true)).Value);
        var (sql, _) = PurgeOld.SmallThings.Single(one => one.Sql.StartsWith("update proposed_answers", StringComparison.Ordinal));

        // As where more are taken away than fit into one go.
        await world.Db.Write<Done>(async tx => (await tx.Execute(sql, new { before = world.Clock.NowMs(), most = 9 }), Done.It).It);

        Assert.Equal(1, await world.Db.Find<long>("select count(*) from proposed_answers where decided_at is not null"));
    }

    private static async Task<string> Send(TestWorld world, Edition page, string text)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, new("Robin", text), "a reader")).Value!.PublicId;
    }

    private static async Task<string> OnlyReport(TestWorld world) => Assert.Single(await world.Db.Query<string>("select public_id from reports"));

    private static async Task EraseReport(TestWorld world, string? id = null) =>
        await Erase(world, ReaderWords.Report, id ?? (await world.Db.Query<string>("select public_id from reports where words is not null")).Single());

    private static Task EraseAnswer(TestWorld world, string id) => Erase(world, ReaderWords.Answer, id);

    private static async Task Erase(TestWorld world, string kind, string id) =>
        Assert.Null((await world.Get<EraseReaderWords>().Run((await world.Get<FindReaderWords>().Find(world.Here.Id, kind, id))!)).Refusal);
}
