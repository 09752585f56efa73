using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Import;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Privacy;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Import;

/// <summary>Nobody of the team ever answered what an import brought: its pages are gone for as long as any other all the same.</summary>
public sealed class GoneForLongTests
{
    private const string Rows = "question,answer,author\nDoes the zebrafinch lamp dim?,With any zebrafinch dimmer.,Zebrafinch\n";

    [Theory]
    [InlineData("erased")]
    [InlineData("taken down")]
    [InlineData("reported")]
    [InlineData("back in review and a message of it reported")]
    [InlineData("undone")]
    public async Task A_page_from_elsewhere_says_that_it_is_gone_for_as_long_as_any_other_whatever_took_it_away(string how)
    {
        await using var import = await ImportCase.Start();
        await import.Bring("all.csv", Rows);
        var (world, page) = (import.World, Assert.Single(await import.Pages()));
        Assert.True(page.IsPublic);
        // Longer than what nobody answered is kept.
        await world.Leap(TimeSpan.FromDays(91));

        await TakeAway(import, page, how);
        await Purge(import);

        Assert.True((await import.Pages()).SingleOrDefault()?.IsGone);
        // Whoever reported it reads that they were right.
        Assert.Equal(how.EndsWith("reported", StringComparison.Ordinal) ? 1 : 0, await world.Db.Find<long>("select count(*) from reports where state = 'upheld'"));
        await world.Leap(TimeSpan.FromDays(1_824));
        await Purge(import);
        Assert.True((await import.Pages()).SingleOrDefault()?.IsGone);
        await world.Leap(TimeSpan.FromDays(2));
        Assert.Contains("published 1,", await Due(import), StringComparison.Ordinal);
        await Purge(import);
        Assert.Empty(await import.Pages());
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from threads"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_waits_in_review_is_turned_away_where_a_message_of_it_is_rightly_reported_and_comes_back_with_an_undo(bool wasPublic)
    {
        await using var import = await ImportCase.Start();
        await import.Bring("all.csv", Rows, wasPublic ? [] : ["--review"]);
        var (world, page) = (import.World, Assert.Single(await import.Pages()));
        var nour = await world.Join(roles: Roles.Moderator);
        if (wasPublic) Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);

        var decision = await Uphold(import, page, nour);

        Assert.Equal(wasPublic ? Publications.Withdrawn : Publications.Rejected, Assert.Single(await import.Pages()).State);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.Equal((Publications.Review, Publications.Review), (Assert.Single(await import.Pages()).State, (await import.Thread(page)).Publication));
        Assert.NotNull((await world.Get<ReviewThread>().Publish(nour, page.PublicId, null)).Value);
    }

    [Fact]
    public async Task What_stays_of_an_erased_page_from_elsewhere_says_none_of_its_words()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("all.csv", Rows);
        var page = Assert.Single(await import.Pages());
        Assert.NotEmpty(await Words());

        await TakeAway(import, page, "erased");
        await Purge(import);

        Assert.Equal([], await Words());
        Assert.Equal(("", "", ""), (await import.Pages()).Select(one => (one.Title, one.Slug, one.Question)).Single());

        async Task<IEnumerable<string>> Words() =>
            (await Schema.Dump(import.World.Db)).Where(one => one.Text.Contains("zebrafinch", StringComparison.OrdinalIgnoreCase)).Select(one => one.Column).Distinct();
    }

    private static async Task TakeAway(ImportCase import, Edition page, string how)
    {
        var world = import.World;
        var (ada, nour) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator));
        switch (how)
        {
            case "erased":
                Assert.NotNull((await world.Get<EraseVisitor>().Run(ada, (await import.Thread(page)).Visitor)).Value);
                break;
            case "taken down":
                Assert.NotNull((await world.Get<ReviewThread>().Withdraw(nour, page.PublicId)).Value);
                break;
            case "reported":
                var report = (await world.Get<FileReport>().Run(world.Here, page.PublicId, new(0, ReportReasons.Wrong), "a reader")).Value!;
                Assert.NotNull((await world.Get<DecideReport>().Run(nour, report.PublicId, right: true)).Value);
                break;
            case "back in review and a message of it reported":
                Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
                await Uphold(import, page, nour);
                break;
            default:
                Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None, "--undo"));
                break;
        }
    }

    private static async Task<Decision> Uphold(ImportCase import, Edition page, MemberCaller by)
    {
        var (world, thread) = (import.World, await import.Thread(page));
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).Last(e => e.Kind == EventKinds.Message).Seq;
        var filed = (await world.Get<FileReport>().Run(await world.JoinAgent(), thread.PublicId, new(said, ReportReasons.Unkind))).Value!;
        var decided = await world.Get<DecideReport>().Run(by, filed.ReportId, right: true);
        return Assert.IsType<Decision>(decided.Value);
    }

    private static async Task<string> Due(ImportCase import) => string.Join(", ", (await import.World.Get<PurgePlan>().DryRun(import.World.Here)).Select(p => $"{p.Class} {p.Count}"));

    private static async Task Purge(ImportCase import)
    {
        while (await import.World.Get<PurgeOld>().Run()) { }
    }
}
