using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Feeds;
using CommunityWidget.AnswerPages.Machines.Products;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>What readers, authors and moderators do to a page after it was published.</summary>
public sealed class ReadersTests
{
    [Fact]
    public async Task One_reader_counts_once_a_day_and_may_change_their_mind()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var answer = (await pages.Answers(page)).Single();

        await Vote(world, page, TakeVote.Helped, "reader one", answer.Id);
        await Vote(world, page, TakeVote.Helped, "reader one", answer.Id);
        await Vote(world, page, TakeVote.Helped, "reader two", answer.Id);
        Assert.Equal((2, 0, 2, 2), await Counts(world, page));

        await Vote(world, page, TakeVote.NotHelped, "reader two");
        Assert.Equal((1, 1, 1, 1), await Counts(world, page));
    }

    [Fact]
    public async Task Enough_readers_who_doubt_say_so_on_the_page_until_its_author_has_looked()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var maya = pages.Author;

        await Vote(world, page, TakeVote.NoLongerTrue, "one");
        await Vote(world, page, TakeVote.NoLongerTrue, "one");
        await Vote(world, page, TakeVote.NoLongerTrue, "two");
        Assert.Null((await pages.Again(page)).OutdatedAt);
        await world.Leap(TimeSpan.FromHours(1));
        await Vote(world, page, TakeVote.NoLongerTrue, "three");
        Assert.Equal(world.Now, (await pages.Again(page)).OutdatedAt);
        Assert.Equal(world.Now, (await pages.Again(page)).ModifiedAt);

        Assert.Equal(3, Assert.Single(await world.Get<StaleAnswers>().Of(maya.Id)).Doubts);
        Assert.Null((await world.Get<CareForPage>().Check(maya, page.PublicId, isTrue: true)).Refusal);
        Assert.Null((await pages.Again(page)).OutdatedAt);
        Assert.Empty(await world.Get<StaleAnswers>().Of(maya.Id));
        Assert.Equal(Refusals.NotFound, (await world.Get<CareForPage>().Check(await world.Join(), page.PublicId, isTrue: false)).Refusal);
    }

    [Fact]
    public async Task An_author_is_asked_again_after_a_year_and_no_is_an_answer_too()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        Assert.Empty(await world.Get<StaleAnswers>().Of(pages.Author.Id));

        await world.Leap(TimeSpan.FromDays(366));
        Assert.Single(await world.Get<StaleAnswers>().Of(pages.Author.Id));
        Assert.Null((await world.Get<CareForPage>().Check(pages.Author, page.PublicId, isTrue: false)).Refusal);

        Assert.Empty(await world.Get<StaleAnswers>().Of(pages.Author.Id));
        Assert.Equal(world.Now, (await pages.Again(page)).OutdatedAt);
    }

    [Fact]
    public async Task A_reader_s_answer_is_nobody_s_before_a_moderator_has_read_it()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(roles: Roles.Moderator));

        var sent = await Propose(world, page, "Robin", "Mine hums with an old dimmer. Call me: 06 12 34 56 78.");
        Assert.DoesNotContain("06 12 34", sent.Value!.Body);
        Assert.Equal(sent.Value.Id, (await Propose(world, page, "Robin", "Mine hums with an old dimmer. Call me: 06 12 34 56 78.")).Value!.Id);
        Assert.Single(await pages.Answers(page));

        await world.Leap(TimeSpan.FromMinutes(5));
        var decided = await world.Get<DecideProposed>().Run(nour, sent.Value.PublicId, publish: true);
        var added = (await pages.Answers(page))[1];
        Assert.Equal(("Robin", null, sent.Value.PublicId, Answer.Suggested), (added.Author, added.Member, added.Id, added.State));
        Assert.Equal(world.Now, (await pages.Again(page)).ModifiedAt);
        Assert.Equal(Refusals.AlreadyDecided, (await world.Get<DecideProposed>().Run(nour, sent.Value.PublicId, publish: false)).Refusal);

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Value!.Together)).Value);
        Assert.Single(await pages.Answers(page));
        Assert.Single(await world.Get<ProposedStore>().Open(world.Here.Id, 10));
    }

    [Fact]
    public async Task What_nobody_may_say_is_refused_and_five_a_day_are_enough()
    {
        await using var world = await TestWorld.Start();
        var page = await new PublishedPages(world).Publish("Does it dim?", "With any dimmer for LED lamps.");

        Assert.Equal(Refusals.TextInsulting, (await Propose(world, page, "Robin", "You are a fucking idiot.")).Refusal);
        Assert.Equal(Refusals.NameNotFit, (await Propose(world, page, "robin@mail.example", "It dims.")).Refusal);
        Assert.Equal(Refusals.NameNotUsable, (await Propose(world, page, " ", "It dims.")).Refusal);
        Assert.Equal(Refusals.TextEmpty, (await Propose(world, page, "Robin", " ")).Refusal);
        Assert.Empty(await world.Get<ProposedStore>().Open(world.Here.Id, 10));

        for (var i = 0; i < 5; i++) Assert.Null((await Propose(world, page, "Robin", $"It dims, {i}.")).Refusal);
        Assert.Equal(Refusals.TooManyProposals.Code, (await Propose(world, page, "Robin", "And once more.")).Refusal?.Code);
        // Tomorrow they are somebody else; a page nobody looks after takes no more than a moderator can read.
        for (var i = 5; i < 50; i++) Assert.Null((await Propose(world, page, "Robin", $"It dims, {i}.", $"reader {i / 5}")).Refusal);
        Assert.Equal(Refusals.TooManyProposals, (await Propose(world, page, "Robin", "And once more.", "a new one")).Refusal);
    }

    [Fact]
    public async Task Nobody_votes_all_day()
    {
        await using var world = await TestWorld.Start();
        var page = await new PublishedPages(world).Publish("Does it dim?", "With any dimmer for LED lamps.");
        for (var i = 0; i < 59; i++) await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("insert into reader_votes (page, mark, kind, yes, at) values (@Id, 'busy', @kind, @yes, 1)", new { page.Id, kind = $"other {i}", yes = true });
            return Done.It;
        });

        Assert.Null((await world.Get<TakeVote>().Run(world.Here, page.PublicId, TakeVote.Helped, null, "busy")).Refusal);
        // What is said already is no more than that when it is sent again.
        Assert.Null((await world.Get<TakeVote>().Run(world.Here, page.PublicId, TakeVote.Helped, null, "busy")).Refusal);
        var tooMany = (await world.Get<TakeVote>().Run(world.Here, page.PublicId, TakeVote.NoLongerTrue, null, "busy")).Refusal!;
        // They are known until the day ends, and it is nine in the morning.
        Assert.Equal((Refusals.TooManyVotes.Code, 15 * 3_600), (tooMany.Code, tooMany.RetryAfter));
        Assert.Null((await world.Get<TakeVote>().Run(world.Here, page.PublicId, TakeVote.NoLongerTrue, null, "calm")).Refusal);
    }

    [Fact]
    public async Task An_author_s_new_words_take_the_place_of_the_old_ones_once_they_were_read()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(roles: Roles.Moderator));
        var before = (await pages.Answers(page)).Single();
        await world.Get<CareForPage>().SetOutdated(nour, page.PublicId, outdated: true);

        var sent = (await world.Get<ProposeAnswer>().Reword(pages.Author, page.PublicId, "With the dimmers of 2026 only.")).Value!;
        Assert.Equal(before.Body, (await pages.Answers(page)).Single().Body);
        var decided = await world.Get<DecideProposed>().Run(nour, sent.PublicId, publish: true);

        var after = (await pages.Answers(page)).Single();
        Assert.Equal((before.Id, "With the dimmers of 2026 only.", before.Member), (after.Id, after.Body, after.Member));
        Assert.Null((await pages.Again(page)).OutdatedAt);
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decided.Value!.Together)).Value);
        Assert.Equal(before.Body, (await pages.Answers(page)).Single().Body);
        Assert.Equal(Refusals.NotFound, (await world.Get<ProposeAnswer>().Reword(await world.Join(), page.PublicId, "Mine now.")).Refusal);
    }

    [Fact]
    public async Task Whoever_asked_or_a_moderator_says_which_answer_it_was()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(roles: Roles.Moderator));
        var sent = (await Propose(world, page, "Robin", "Only with the new bulb.")).Value!;
        await world.Get<DecideProposed>().Run(nour, sent.PublicId, publish: true);
        var care = world.Get<CareForPage>();
        var thread = (await world.Get<ThreadStore>().Find(page.Thread))!;

        Assert.Null((await care.Accept(pages.Visitor, thread.PublicId, sent.PublicId)).Refusal);
        var first = (await world.Get<ReadPage>().Run(world.Here.Id, page.PublicId))!.Answers;
        Assert.Equal([(sent.PublicId, true), (first[1].Id, false)], first.Select(a => (a.Id, a.IsAccepted)));
        Assert.Equal(Refusals.NotFound, (await care.Accept(await world.Arrive(), thread.PublicId, first[1].Id)).Refusal);
        Assert.Equal(Refusals.NotFound, (await care.Accept(pages.Visitor, thread.PublicId, "no-such-one")).Refusal);

        Assert.Null((await care.Accept(nour, page.PublicId, first[1].Id)).Refusal);
        Assert.Equal(first[1].Id, (await world.Get<ReadPage>().Run(world.Here.Id, page.PublicId))!.Answers[0].Id);
    }

    [Fact]
    public async Task What_is_out_of_sight_takes_no_word_and_no_decision_any_more()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(roles: Roles.Moderator));
        var answer = (await pages.Answers(page)).Single();
        var sent = (await Propose(world, page, "Robin", "Mine hums with an old dimmer.")).Value!;
        Assert.Equal(Refusals.NotUnderstood, (await world.Get<TakeVote>().Run(world.Here, page.PublicId, "great", null, "one")).Refusal);
        await world.Leap(TimeSpan.FromDays(366));
        Assert.Single(await world.Get<StaleAnswers>().Of(pages.Author.Id));
        Assert.Single(await world.Get<ProposedStore>().Open(world.Here.Id, 9));

        Assert.Equal("shoes", Assert.Single((await world.Get<Subjects>().Of(world.Here.Id)).Topics).Id);

        await world.Write((store, tx) => store.Hide(tx, page.Thread, world.Now));

        var care = world.Get<CareForPage>();
        Refusal?[] said =
        [
            (await world.Get<TakeVote>().Run(world.Here, page.PublicId, TakeVote.Helped, answer.Id, "one")).Refusal,
            (await Propose(world, page, "Robin", "And another thing.")).Refusal,
            (await world.Get<ProposeAnswer>().Reword(pages.Author, page.PublicId, "In other words.")).Refusal,
            (await world.Get<FileReport>().Run(world.Here, page.PublicId, new(0, ReportReasons.Spam, null), "one")).Refusal,
            (await care.SetOutdated(nour, page.PublicId, outdated: true)).Refusal,
            (await care.Check(pages.Author, page.PublicId, isTrue: false)).Refusal,
            (await care.Accept(nour, page.PublicId, answer.Id)).Refusal,
        ];
        Assert.All(said, refusal => Assert.Equal(Refusals.NotFound, refusal));
        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<DecideProposed>().Run(nour, sent.PublicId, publish: true)).Refusal);
        Assert.Empty(await world.Get<StaleAnswers>().Of(pages.Author.Id));
        Assert.Empty(await world.Get<ProposedStore>().Open(world.Here.Id, 9));
        Assert.Empty((await world.Get<ReadPage>().Run(world.Here.Id, page.PublicId))!.Answers);
        Assert.Empty((await world.Get<Subjects>().Of(world.Here.Id)).Topics);
        // Whoever gave no other answer has no page either.
        Assert.Null(await world.Get<Profiles>().Of(world.Here.Id, pages.Author.Id));
    }

    [Fact]
    public async Task Whatever_names_one_answer_of_a_page_names_the_one_that_stands_first_on_it()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested, Votes = 3 }, world.Now));
        await world.Write(async (_, tx) =>
        {
            await tx.Execute("update answers set state = 'suggested' where page = @Id", new { page.Id });
            await tx.Execute("update pages set product_id = 'lamp' where id = @Id", new { page.Id });
        });
        var thread = (await world.Get<ThreadStore>().Find(page.Thread))!;

        string[] first =
        [
            (await world.Get<ReadPage>().Run(world.Here.Id, page.PublicId))!.Answers[0].Body,
            (await world.Get<SimilarPages>().Told(world.Here, [page]))[0].Answer,
            (await world.Get<ListAnswers>().Run(world.Here, "lamp", 5, null)).Questions[0].Answer!,
            (await world.Get<FeedStore>().Latest(world.Here, null))[0].Paragraphs[^1].Text,
            (await world.Get<CareForPage>().Answers(pages.Visitor, thread.PublicId)).Value!.Answers[0].Text,
        ];

        Assert.All(first, body => Assert.Equal("Only with the new bulb.", body));
    }

    [Fact]
    public async Task Lists_are_read_to_the_end_part_by_part_and_each_page_stands_in_one_of_them()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        for (var i = 0; i < 23; i++) await pages.Publish($"Does lamp {i} dim?", $"With a dimmer of {i} watts.", topic: i % 2 == 0 ? "shoes" : null);
        var list = world.Get<ListPages>();

        var first = await list.Run(world.Here.Id, new(), PagePlace.Start);
        var rest = await list.Run(world.Here.Id, new(), PagePlace.Read(first[ListPages.AtOnce - 1].Place.ToString())!);
        Assert.Equal((21, 3), (first.Count, rest.Count));
        Assert.Equal(23, first.Take(ListPages.AtOnce).Concat(rest).Select(p => p.Title).Distinct().Count());
        Assert.Equal((12, 21), ((await list.Run(world.Here.Id, new(Topic: "shoes"), PagePlace.Start)).Count, (await list.Run(world.Here.Id, new(Member: pages.Author.Id), PagePlace.Start)).Count));
        Assert.Equal(23, (await world.Get<Profiles>().Of(world.Here.Id, pages.Author.Id))!.Answers);
        Assert.Null(await world.Get<Profiles>().Of(world.Here.Id, (await world.Join()).Id));
    }

    private static async Task Vote(TestWorld world, Edition page, string said, string reader, string? answer = null) =>
        Assert.Null((await world.Get<TakeVote>().Run(world.Here, page.PublicId, said, answer, reader)).Refusal);

    private static Task<Reply<ProposedAnswer>> Propose(TestWorld world, Edition page, string name, string text, string reader = "a reader") =>
        world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, new(name, text), reader);

    private static Task<(long Helped, long NotHelped, long Votes, long Thanks)> Counts(TestWorld world, Edition page) => world.Db.Find<(long, long, long, long)>(
        "select p.helped, p.not_helped, a.votes, m.thanks from pages p join answers a on a.page = p.id join members m on m.id = a.member where p.id = @Id", new { page.Id });
}
