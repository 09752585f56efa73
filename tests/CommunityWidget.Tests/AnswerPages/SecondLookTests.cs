using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>Between somebody's look at a page and their change of it the page goes out of sight: the second look, under the lock, sees it.</summary>
public sealed class SecondLookTests
{
    [Fact]
    public async Task Nothing_is_changed_on_a_page_that_went_out_of_sight_in_that_moment()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var nour = await pages.Moderator();
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        var (before, thread) = (await pages.Answers(page), (await world.Get<ThreadStore>().Find(page.Thread))!);

        foreach (var change in new Func<CareForPage, Task<Refusal?>>[]
        {
            async care => (await care.Accept(pages.Visitor, thread.PublicId, "robins")).Refusal,
            async care => (await care.Accept(nour, page.PublicId, "robins")).Refusal,
            async care => (await care.SetOutdated(nour, page.PublicId, outdated: true)).Refusal,
            async care => (await care.Check(pages.Author, page.PublicId, isTrue: false)).Refusal,
        })
        {
            Assert.Equal(Refusals.NotPossibleNow, await change(Care(world, () => world.Write((store, tx) => store.Hide(tx, page.Thread, world.Now)))));
            Assert.Equal(before.Select(a => (a.Id, a.State)), (await pages.Answers(page)).Select(a => (a.Id, a.State)));
            Assert.Null((await pages.Again(page)).OutdatedAt);
            await world.Write((store, tx) => store.Show(tx, page.Id));
        }
        // And nothing was in the way of it.
        Assert.Null((await Care(world, () => Task.CompletedTask).Accept(pages.Visitor, thread.PublicId, "robins")).Refusal);
    }

    [Fact]
    public async Task A_reader_s_answer_is_put_on_no_page_that_went_out_of_sight_in_that_moment()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var sent = (await world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, new("Robin", "Mine hums."), "a reader")).Value!;
        var decide = new DecideProposed(
            Meanwhile(world, () => world.Write((store, tx) => store.Hide(tx, page.Thread, world.Now))), world.Get<ThreadStore>(), world.Get<EditionStore>(), world.Get<EditionEdits>(), world.Get<ProposedStore>(), world.Get<CommunityWidget.Moderation.Review.Decisions>(), world.Get<CommunityWidget.Moderation.WhoJudges>(), world.Clock);

        Assert.Equal(Refusals.NotPossibleNow, (await decide.Run(await pages.Moderator(), sent.PublicId, publish: true)).Refusal);
        Assert.Single(await pages.Answers(page));
        Assert.Equal(ProposedStates.Review, (await world.Get<ProposedStore>().Find(world.Here.Id, sent.PublicId))!.State);
    }

    [Fact]
    public async Task Nobody_answers_on_a_page_that_was_erased_in_that_moment()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var propose = new ProposeAnswer(
            Meanwhile(world, async () => Assert.Null((await world.Get<EraseVisitor>().Run(pages.Visitor)).Refusal)), world.Get<JudgeMessage>(), world.Get<EditionStore>(), world.Get<ProposedStore>(), world.Get<AskerNames>(), world.Clock);

        Assert.Equal(Refusals.NotFound, (await propose.Run(world.Here, page.PublicId, new("Robin", "Mine hums."), "a reader")).Refusal);

        Assert.Equal(0, await world.Db.Find<long>("select count(*) from proposed_answers"));
    }

    private static CareForPage Care(TestWorld world, Func<Task> meanwhile) =>
        new(Meanwhile(world, meanwhile), world.Get<ThreadAccess>(), world.Get<ThreadStore>(), world.Get<EditionStore>(), world.Get<EditionEdits>(), world.Get<AuditLog>(), world.Clock);

    private static Db Meanwhile(TestWorld world, Func<Task> what) => new(new MeanwhileDialect(world.Db.Dialect, what), NullLogger<Db>.Instance);
}
