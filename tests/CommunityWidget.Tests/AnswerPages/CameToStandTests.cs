using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Feeds;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Questions.Suggesting;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>When an answer came to stand where it does, what it brought with it, and in which language it is looked for.</summary>
public sealed class CameToStandTests
{
    [Fact]
    public async Task A_reader_s_answer_is_news_from_when_it_could_be_read()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        var sent = (await world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, new("Robin", "Only with the new bulb."), "a reader")).Value!;
        await world.Leap(TimeSpan.FromMinutes(5));
        var soon = world.Now;
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Member = pages.Author.Id, Body = "And with a timer.", State = Answer.Suggested, AnsweredAt = soon }, soon));
        await world.Leap(TimeSpan.FromHours(2));
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, sent.PublicId, publish: true)).Value);

        var entries = await world.Get<FeedStore>().Answers(world.Here, await pages.Again(page));

        Assert.Equal([("Only with the new bulb.", world.Now, sent.At), ("And with a timer.", soon, soon)], entries.Take(2).Select(entry => (entry.Paragraphs[0].Text, entry.ModifiedAt, entry.PublishedAt)));
    }

    [Fact]
    public async Task What_helped_on_a_double_is_counted_where_it_stands_now()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var twin = await pages.Publish("Can it be dimmed?", "Down to a tenth.");
        await world.Write((_, tx) => tx.Execute("update answers set votes = 7 where page = @Id", new { twin.Id }));
        await world.Leap(TimeSpan.FromMinutes(5));

        await world.Write((_, tx) => world.Get<EditionEdits>().Merge(tx, twin.Id, page.Id, world.Now));

        Assert.Equal([("With any dimmer for LED lamps.", 0L, true), ("Down to a tenth.", 7L, false)], Answer.InOrder(await pages.Answers(page)).Select(answer => (answer.Body, answer.Votes, answer.IsAccepted)));
    }

    [Fact]
    public async Task Nobody_is_asked_whether_what_they_said_yesterday_is_still_true()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        await world.Leap(TimeSpan.FromDays(400));
        var stale = world.Get<StaleAnswers>();
        Assert.Single(await stale.Of(pages.Author.Id));

        foreach (var column in new[] { "answered_at", "reworded_at" })
        {
            await world.Write((_, tx) => tx.Execute($"update answers set {column} = @yesterday where page = @Id", new { page.Id, yesterday = world.Now - 86_400_000 }));
            Assert.Empty(await stale.Of(pages.Author.Id));
            await world.Write((_, tx) => tx.Execute($"update answers set {column} = @long where page = @Id", new { page.Id, @long = page.AskedAt }));
            Assert.Single(await stale.Of(pages.Author.Id));
        }
        await world.Write((_, tx) => tx.Execute("update pages set checked_at = @Now where id = @Id", new { page.Id, world.Now }));
        Assert.Empty(await stale.Of(pages.Author.Id));
    }

    [Fact]
    public async Task What_is_typed_is_looked_for_in_its_own_language_where_that_is_sure_and_the_site_has_it()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { Languages = "en fr" });
        var page = await world.Page("Quelles ampoules vont dans la lampe de chevet ?", "Toutes celles de 40 watts.", "fr");
        var suggest = world.Get<SuggestAnswers>();

        foreach (var language in new[] { "fr", "en" })
            Assert.Equal(page.PublicId, Assert.Single((await suggest.Run(world.Here, new("Quelle ampoule va dans la lampe de chevet", language))).Value!.Pages).PageId);
        // A word or two say nothing sure.
        var english = await world.Page("Which lamp is dans la vitrine?", "The brass one.");
        Assert.Equal(english.PublicId, Assert.Single((await suggest.Run(world.Here, new("which lamp is dans la vitrine", "en"))).Value!.Pages).PageId);
    }
}
