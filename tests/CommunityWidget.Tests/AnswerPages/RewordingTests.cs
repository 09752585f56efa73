using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>What new words of an answer's author say of the page they stand on.</summary>
public sealed class RewordingTests
{
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

    private static async Task<Decision> Reword(TestWorld world, MemberCaller author, Edition page, MemberCaller moderator)
    {
        var sent = (await world.Get<ProposeAnswer>().Reword(author, page.PublicId, "With the dimmers of 2026 only.")).Value!;
        return (await world.Get<DecideProposed>().Run(moderator, sent.PublicId, publish: true)).Value!;
    }
}
