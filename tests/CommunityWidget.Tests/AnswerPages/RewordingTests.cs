using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>What new words of an answer's author say of the page they stand on, and what is left of that when they are taken back.</summary>
public sealed class RewordingTests
{
    [Fact]
    public async Task New_words_that_are_taken_back_leave_what_was_said_of_the_page_as_it_was()
    {
        await using var world = await TestWorld.Start();
        var (pages, page, nour) = await Published(world);
        Assert.Null((await world.Get<CareForPage>().Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
        await world.Leap(TimeSpan.FromHours(1));
        Assert.Null((await world.Get<CareForPage>().SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 2 where id = @Id", new { page.Id }));
        var before = await Said(world, page);
        await world.Leap(TimeSpan.FromHours(1));

        var decided = await Reword(world, pages.Author, page, nour);
        Assert.Equal(new Words(world.Now, null, 0, world.Now), await Said(world, page));
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);

        Assert.Equal(before, await Said(world, page));
        // Published once more, and taken back once more.
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, (await Waiting(world)).PublicId, publish: true)).Value);
        Assert.Null((await pages.Again(page)).OutdatedAt);
    }

    [Fact]
    public async Task What_is_said_of_the_new_words_meanwhile_stays_when_they_are_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (pages, page, nour) = await Published(world);
        var decided = await Reword(world, pages.Author, page, nour);
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null((await world.Get<CareForPage>().SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 1 where id = @Id", new { page.Id }));
        var since = (await pages.Again(page)).OutdatedAt;

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);

        Assert.Equal((since, 1), ((await pages.Again(page)).OutdatedAt, (await pages.Again(page)).Doubts));
    }

    [Fact]
    public async Task What_a_node_of_the_release_before_published_and_this_one_takes_back_says_nothing_of_the_page()
    {
        await using var world = await TestWorld.Start();
        var (pages, page, nour) = await Published(world);
        var decided = await Reword(world, pages.Author, page, nour);
        await world.Write((_, tx) => tx.Execute("update proposed_answers set was_reworded_at = null, was_checked_at = null, was_outdated_at = null, was_doubts = null"));
        var before = (await pages.Again(page)).CheckedAt;
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 2 where id = @Id", new { page.Id }));
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);

        Assert.Equal((before, 2, "With any dimmer for LED lamps."), ((await pages.Again(page)).CheckedAt, (await pages.Again(page)).Doubts, (await pages.Answers(page)).Single().Body));
    }

    [Fact]
    public async Task Words_that_came_to_stand_first_meanwhile_say_nothing_of_the_page_when_they_are_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (pages, page, nour) = await Published(world);
        var authors = (await pages.Answers(page)).Single().Id;
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        var decided = await Reword(world, pages.Author, page, nour, firstIs: "robins");
        Assert.Null((await world.Get<CareForPage>().Accept(nour, page.PublicId, authors)).Refusal);
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);

        Assert.Equal((null, "With any dimmer for LED lamps."), ((await pages.Again(page)).CheckedAt, (await pages.Answers(page)).Single(answer => answer.Id == authors).Body));
    }

    [Fact]
    public async Task What_is_said_of_another_answer_that_stands_first_by_now_stays_when_new_words_are_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (pages, page, nour) = await Published(world);
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 2, checked_at = 1 where id = @Id", new { page.Id }));
        var decided = await Reword(world, pages.Author, page, nour);
        Assert.Null((await world.Get<CareForPage>().Accept(nour, page.PublicId, "robins")).Refusal);

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);

        Assert.Equal((null, 0), ((await pages.Again(page)).CheckedAt, (await pages.Again(page)).Doubts));
    }

    [Fact]
    public async Task New_words_of_an_answer_that_does_not_stand_first_say_nothing_of_the_page()
    {
        await using var world = await TestWorld.Start();
        var (pages, page, nour) = await Published(world);
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Accepted }, world.Now));
        await world.Write((_, tx) => tx.Execute("update answers set state = 'suggested' where page = @Id and id <> 'robins'", new { page.Id }));
        Assert.Null((await world.Get<CareForPage>().SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        var before = await pages.Again(page);
        await world.Leap(TimeSpan.FromHours(1));

        var decided = await Reword(world, pages.Author, page, nour);
        Assert.Equal((before.CheckedAt, before.OutdatedAt), ((await pages.Again(page)).CheckedAt, (await pages.Again(page)).OutdatedAt));
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Together)).Value);
        Assert.Equal((before.CheckedAt, before.OutdatedAt), ((await pages.Again(page)).CheckedAt, (await pages.Again(page)).OutdatedAt));
    }

    private static async Task<(PublishedPages Pages, Edition Page, MemberCaller Moderator)> Published(TestWorld world)
    {
        var pages = new PublishedPages(world);
        return (pages, await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
    }

    private static async Task<Decision> Reword(TestWorld world, MemberCaller author, Edition page, MemberCaller moderator, string? firstIs = null)
    {
        var sent = (await world.Get<ProposeAnswer>().Reword(author, page.PublicId, "With the dimmers of 2026 only.")).Value!;
        if (firstIs is not null) Assert.Null((await world.Get<CareForPage>().Accept(moderator, page.PublicId, firstIs)).Refusal);
        return (await world.Get<DecideProposed>().Run(moderator, sent.PublicId, publish: true)).Value!;
    }

    private static async Task<ProposedToPage> Waiting(TestWorld world) => Assert.Single(await world.Get<ProposedStore>().Open(world.Here.Id, 10));

    private static async Task<Words> Said(TestWorld world, Edition page) => (await world.Db.Query<Words>(
        "select p.checked_at, p.outdated_at, p.doubts, a.reworded_at from pages p join answers a on a.page = p.id where p.id = @Id", new { page.Id })).Single();

    private sealed record Words(long? CheckedAt, long? OutdatedAt, long Doubts, long? RewordedAt)
    {
        public Words()
            : this(null, null, 0, null)
        {
        }
    }
}
