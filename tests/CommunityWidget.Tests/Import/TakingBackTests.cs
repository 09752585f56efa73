using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Import;
using CommunityWidget.Import.TakingBack;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Import;

/// <summary>An import that should not have been: everything it brought goes, and comes again when it was mended.</summary>
public sealed class TakingBackTests
{
    private const string Rows = """
        question,answer
        Which bulb fits the lamp?,"An E27 fits, up to 60 W."
        Is the cover washable?,"It is, at 30 degrees."
        How long is the cable?,"Two metres, and it can be cut."
        Why is it broken?,"You fucking idiot, go and kill yourself."
        """;

    [Fact]
    public async Task Its_pages_are_withdrawn_and_its_drafts_turned_away_and_what_a_moderator_decided_stays()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("all.csv", Rows);
        var nour = await import.World.Join(roles: Roles.Moderator);
        Assert.NotNull((await import.World.Get<ReviewThread>().Withdraw(nour, (await import.Page("Which bulb fits the lamp?")).PublicId)).Value);

        Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None, "--undo", "--dry-run"));
        Assert.Contains("2 public pages would be withdrawn and answer 410, 1 draft turned away, 1 had gone before.", import.Said.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await import.Pages()).Count(page => page.IsPublic));
        Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None, "--undo"));

        Assert.Equal([Publications.Withdrawn, Publications.Withdrawn, Publications.Withdrawn, Publications.Rejected], (await import.Pages()).OrderByDescending(page => page.State).Select(page => page.State));
        Assert.Empty(await import.World.Get<SimilarPages>().Find(import.World.Here.Id, "Is the cover washable?", "en", 3));
        Assert.Equal(1, await import.World.Db.Find<long>("select count(*) from audit where action = 'import.taken_back'"));
        Assert.Empty(await Checker.Violations(import.World.Db));
        // The same file again: all but what a moderator took down.
        Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None));
        Assert.Equal(["How long is the cable?", "Is the cover washable?"], (await import.Pages()).Where(page => page.IsPublic).Select(page => page.Title).Order());
        Assert.Equal(7, (await import.Pages()).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_was_erased_before_or_meanwhile_had_gone_and_holds_up_no_other(bool meanwhile)
    {
        await using var import = await ImportCase.Start();
        await import.Bring("all.csv", Rows);
        var (world, page) = (import.World, await import.Page("Which bulb fits the lamp?"));
        var (ada, whose) = (await world.Join(roles: Roles.Admin), (await import.Thread(page)).Visitor);
        async Task Erase() => Assert.NotNull((await world.Get<EraseVisitor>().Run(ada, whose)).Value);

        if (meanwhile)
        {
            var db = new Db(new MeanwhileDialect(world.Db.Dialect, Erase), NullLogger<Db>.Instance);
            var undo = new TakeBackImport(db, world.Get<ThreadStore>(), world.Get<LeaveSight>(), world.Get<AuditLog>(), world.Clock);
            Assert.Equal(new(2, 1, 1, IsWhole: true), (await undo.Run((await undo.Find(world.Here.Id, "all.csv"))!, _ => Task.CompletedTask, CancellationToken.None)).Value);
        }
        else
        {
            await Erase();
            Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None, "--undo", "--dry-run"));
            Assert.Contains("2 public pages would be withdrawn and answer 410, 1 draft turned away, 1 had gone before.", import.Said.ToString(), StringComparison.Ordinal);
            Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None, "--undo"));
        }

        Assert.DoesNotContain(await import.Pages(), one => one.IsPublic);
        Assert.Empty(await Checker.Violations(world.Db));
        // The same file again: all but what was erased.
        Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None));
        Assert.Equal(["How long is the cable?", "Is the cover washable?"], (await import.Pages()).Where(one => one.IsPublic).Select(one => one.Title).Order());
    }

    [Fact]
    public async Task What_was_never_brought_in_or_is_taken_back_already_is_named()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("all.csv", Rows);
        Assert.Equal(ImportVerb.SaidWrongly, await import.Bring("other.csv", CancellationToken.None, "--undo"));
        // What one shop brought in is not the shop's next door to take back.
        Assert.Equal(ImportVerb.SaidWrongly, await import.Bring("all.csv", CancellationToken.None, "--undo", "--site", import.World.There.Slug));
        Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", CancellationToken.None, "--undo"));
        Assert.Equal(ImportVerb.SaidWrongly, await import.Bring("all.csv", CancellationToken.None, "--undo"));
    }
}
