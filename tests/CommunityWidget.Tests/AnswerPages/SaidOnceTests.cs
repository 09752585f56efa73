using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Questions.Suggesting;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>One reader thanks once for a page and day, and a page says nothing twice.</summary>
public sealed class SaidOnceTests
{
    private static readonly IPAddress Home = IPAddress.Parse("2001:db8:1:2::7");

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Who_was_answered_while_typing_and_says_so_on_the_page_as_well_has_thanked_once(bool answeredFirst, bool named)
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var answer = (await pages.Answers(page)).Single().Id;
        var before = (await pages.Again(page)).ModifiedAt;
        await world.Leap(TimeSpan.FromMinutes(1));

        if (answeredFirst) await Answered(world, page);
        await Vote(world, page, TakeVote.Helped, named ? answer : null);
        await Answered(world, page);
        await Answered(world, page);

        Assert.Equal((1, 0, 1, 1), await Counts(world, page));
        Assert.Equal((1, 1), await world.Get<Deflections>().Of(pages.Author.Id, 0));
        Assert.Equal(before, (await pages.Again(page)).ModifiedAt);
        // And takes it back as one.
        await Vote(world, page, TakeVote.NotHelped, null);
        Assert.Equal((0, 1, 0, 0), await Counts(world, page));
    }

    [Fact]
    public async Task A_reader_counts_once_more_when_the_day_is_over()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        world.Clock.Advance(TimeSpan.FromMilliseconds(86_400_000 - (world.Now % 86_400_000) - 1));

        await Vote(world, page, TakeVote.Helped, null);
        await Vote(world, page, TakeVote.Helped, null);
        Assert.Equal(1, (await pages.Again(page)).Helped);
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Vote(world, page, TakeVote.Helped, null);
        await Vote(world, page, TakeVote.Helped, null);

        Assert.Equal(2, (await pages.Again(page)).Helped);
    }

    [Fact]
    public async Task Whoever_comes_by_a_mail_s_link_says_which_answer_it_was_on_that_page_and_on_no_other_of_theirs()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        var (thread, other) = ((await world.Get<ThreadStore>().Find(page.Thread))!, await world.Thread(pages.Visitor, (await world.Ask(pages.Visitor, text: "And how heavy is it?")).Value!.Thread.ThreadId));
        var secret = (await world.Get<OpenLinks>().Make(world.Here, thread.PublicId)).Value!.Split(':')[^1];
        var token = (await world.Get<OpenLink>().Run(world.Here, null, secret)).Value!.Token!;
        var byMail = new VisitorCaller(world.Here, (await world.Get<VisitorStore>().ByToken(world.Here.Id, token))!);
        var (care, robin) = (world.Get<CareForPage>(), (await pages.Answers(page)).Single(answer => answer.AuthorName == "Robin"));

        Assert.Equal(robin.Id, (await care.Accept(byMail, thread.PublicId, robin.Id)).Value!.Answers.Single(answer => answer.Accepted).Id);

        Assert.Equal(Refusals.NotFound, (await care.Accept(byMail, other.PublicId, robin.Id)).Refusal);
        Assert.Equal(Refusals.NotFound, (await care.Answers(byMail, other.PublicId)).Refusal);
    }

    [Fact]
    public async Task A_reader_s_answer_that_stands_there_already_is_not_put_there_again()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(roles: Roles.Moderator));
        var sent = (await world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, new("Robin", "With any  dimmer\u00A0for LED lamps."), "a reader")).Value!;

        Assert.Equal(Refusals.AnswerThere, (await world.Get<DecideProposed>().Run(nour, sent.PublicId, publish: true)).Refusal);
        Assert.Single(await pages.Answers(page));
        Assert.Null((await world.Get<DecideProposed>().Run(nour, sent.PublicId, publish: false)).Refusal);

        // Nor may its author make it say what another one says.
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        var reworded = (await world.Get<ProposeAnswer>().Reword(pages.Author, page.PublicId, "Only with the new bulb.")).Value!;
        Assert.Equal(Refusals.AnswerThere, (await world.Get<DecideProposed>().Run(nour, reworded.PublicId, publish: true)).Refusal);
    }

    [Fact]
    public async Task Of_what_two_said_in_the_same_words_a_page_shows_what_stands_first()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya, answer: "It fits.");
        var draft = await world.Edition(thread);
        await world.Write(async (_, tx) =>
        {
            foreach (var (position, body) in new[] { (2, "It  fits."), (3, "It does not."), (4, "It\u00A0fits.") })
                await tx.Execute("insert into answers (page, position, id, author_name, source_seqs, body, state, votes, answered_at) values (@page, @position, @anchor, 'Robin', '9', @body, 'suggested', 0, 1)", new { page = draft.Id, position, anchor = $"a{position}", body });
        });

        var page = await world.Published(nour, thread);

        Assert.Equal(["It fits.", "It does not."], (await world.Get<EditionStore>().Answers(page.Id)).Select(answer => answer.Body));
    }

    private static async Task Answered(TestWorld world, Edition page) => Assert.NotNull((await world.Get<TakeAnswered>().Run(world.Here, page.PublicId, Home)).Value);

    private static async Task Vote(TestWorld world, Edition page, string said, string? answer) =>
        Assert.Null((await world.Get<TakeVote>().Run(world.Here, page.PublicId, said, answer, (await world.Get<ReaderMarks>().Of(world.Here.Id, Home)).Value!)).Refusal);

    private static Task<(long Helped, long NotHelped, long Votes, long Thanks)> Counts(TestWorld world, Edition page) => world.Db.Find<(long, long, long, long)>(
        "select p.helped, p.not_helped, a.votes, m.thanks from pages p join answers a on a.page = p.id join members m on m.id = a.member where p.id = @Id", new { page.Id });
}
