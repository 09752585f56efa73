using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>No page says that it was answered before it was asked.</summary>
public sealed class MergedDatesTests
{
    [Fact]
    public async Task One_that_took_it_over_before_that_counted_gets_its_date_with_the_upgrade()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var older = await pages.Draft("Can it be dimmed?", "Down to a tenth.");
        await world.Leap(TimeSpan.FromDays(3));
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var alone = await pages.Publish("Does it hang?", "On any hook.");
        Assert.NotNull((await world.Get<ReviewThread>().Merge(await pages.Moderator(), older.PublicId, page.PublicId)).Value);
        var (dated, untouched) = ((await pages.Again(page)).AskedAt, world.Now);
        await world.Write((_, tx) => tx.Execute("update pages set asked_at = @now", new { now = untouched }));

        await world.Write((_, tx) => tx.Execute(Migration.All(world.Db.Dialect.Name).Single(m => m.Number == 58).Sql.Split(";\n")[1]));

        Assert.Equal((dated, untouched), ((await pages.Again(page)).AskedAt, (await pages.Again(alone)).AskedAt));
    }

    [Fact]
    public async Task A_page_that_took_over_an_older_answer_was_asked_when_that_was_given_until_it_goes()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var older = await pages.Draft("Can it be dimmed?", "Down to a tenth.");
        var asker = pages.Visitor;
        await world.Leap(TimeSpan.FromDays(3));
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var nour = await pages.Moderator();
        async Task Merge() => Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, older.PublicId, page.PublicId)).Value);

        await Merge();
        var first = (await pages.Answers(page)).Min(answer => answer.AnsweredAt);
        Assert.True(first < page.AskedAt);
        Assert.Equal(first, (await pages.Again(page)).AskedAt);

        var decided = (await world.Get<Decisions>().Latest(older.Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);
        Assert.Equal(page.AskedAt, (await pages.Again(page)).AskedAt);

        // Left out of another wording, it says nothing of the date either; nor once it is erased.
        await Merge();
        var own = (await pages.Answers(page)).Where(answer => answer.MergedFrom is null).ToList();
        var seen = await pages.Again(page);
        await world.Write(async (store, tx) => Assert.True(await store.Reword(tx, seen, seen, own)));
        Assert.Equal(page.AskedAt, (await pages.Again(page)).AskedAt);
        await world.Write((_, tx) => world.Get<EditionEdits>().Merge(tx, older.Id, page.Id, world.Now));
        Assert.Equal(first, (await pages.Again(page)).AskedAt);
        Assert.Null((await world.Get<EraseVisitor>().Run(asker)).Refusal);
        Assert.Equal(page.AskedAt, (await pages.Again(page)).AskedAt);
    }
}
