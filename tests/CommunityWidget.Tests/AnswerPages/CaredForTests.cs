using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Votes;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>Who may say of a page that it is true, or no longer, and what is written down of it.</summary>
public sealed class CaredForTests
{
    [Fact]
    public async Task Only_whose_answer_stands_first_says_whether_it_is_still_true()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, leo) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join());
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Member = leo.Id, Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        var care = world.Get<CareForPage>();

        Assert.Equal(Refusals.NotFound, (await care.Check(leo, page.PublicId, isTrue: false)).Refusal);
        Assert.Null((await pages.Again(page)).OutdatedAt);
        Assert.Null((await care.Check(pages.Author, page.PublicId, isTrue: false)).Refusal);
        Assert.NotNull((await pages.Again(page)).OutdatedAt);
    }

    [Fact]
    public async Task What_a_moderator_says_of_a_page_its_author_does_not_take_back()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        var care = world.Get<CareForPage>();
        Assert.Null((await care.SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        await world.Leap(TimeSpan.FromMinutes(1));

        Assert.Equal(Refusals.NotAllowed, (await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
        Assert.NotNull((await pages.Again(page)).OutdatedAt);

        // Taken back by a moderator it is the author's to say again.
        Assert.Null((await care.SetOutdated(nour, page.PublicId, outdated: false)).Refusal);
        Assert.Null((await care.Check(pages.Author, page.PublicId, isTrue: false)).Refusal);
        Assert.Null((await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
        Assert.Null((await pages.Again(page)).OutdatedAt);

        // An author who is a moderator takes their own word back.
        Assert.Null((await care.SetOutdated(pages.Author, page.PublicId, outdated: true)).Refusal);
        Assert.Null((await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
    }

    [Fact]
    public async Task What_a_moderator_says_of_a_page_lasts_longer_than_the_audit_of_it()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        var care = world.Get<CareForPage>();
        await world.Set(site => site with { Retention = site.Retention with { Audit = 7 } });
        Assert.Null((await care.SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        world.Clock.Skip(TimeSpan.FromDays(8));
        while (await world.Get<CommunityWidget.Privacy.PurgeOld>().Run()) { }
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from audit where action = 'page.outdated'"));

        Assert.Equal(Refusals.NotAllowed, (await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
        Assert.NotNull((await pages.Again(page)).OutdatedAt);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("something older")]
    public async Task What_a_moderator_said_on_a_node_of_the_version_before_its_author_does_not_take_back_either(string stands)
    {
        await using var world = await TestWorld.Start();
        var (pages, care) = (new PublishedPages(world), world.Get<CareForPage>());
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        Assert.Null((await care.SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        // It writes no more than the audit.
        await world.Write((_, tx) => tx.Execute("update pages set said_outdated_at = @at, said_outdated_by = @by where id = @Id", new { page.Id, at = stands == "nothing" ? (long?)null : 1, by = stands == "nothing" ? (Guid?)null : pages.Author.Id }));

        Assert.Equal(Refusals.NotAllowed, (await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
        Assert.NotNull((await pages.Again(page)).OutdatedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_two_moderators_said_of_a_page_neither_of_them_takes_back_as_its_author(bool isAuthorFirst)
    {
        await using var world = await TestWorld.Start();
        var (pages, care) = (new PublishedPages(world), world.Get<CareForPage>());
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        foreach (var by in isAuthorFirst ? [pages.Author, nour] : new[] { nour, pages.Author })
        {
            Assert.Null((await care.SetOutdated(by, page.PublicId, outdated: true)).Refusal);
            await world.Leap(TimeSpan.FromMinutes(1));
        }
        // Whom it is asked of no more is known for longer than the audit is.
        Assert.Equal(nour.Id, await world.Db.Find<Guid>("select said_outdated_by from pages where id = @Id", new { page.Id }));

        Assert.Equal(Refusals.NotAllowed, (await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
    }

    [Fact]
    public async Task What_was_said_of_one_answer_is_not_said_of_the_next_one_that_stands_first()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        var (care, answers) = (world.Get<CareForPage>(), await pages.Answers(page));
        Assert.Null((await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 2 where id = @Id", new { page.Id }));

        // What stands first already has been said of.
        Assert.Null((await care.Accept(nour, page.PublicId, answers[0].Id)).Refusal);
        Assert.Equal((world.Now, 2), ((await pages.Again(page)).CheckedAt, (await pages.Again(page)).Doubts));
        Assert.Null((await care.Accept(nour, page.PublicId, answers[1].Id)).Refusal);
        Assert.Equal((null, 0), ((await pages.Again(page)).CheckedAt, (await pages.Again(page)).Doubts));

        Assert.Null((await care.SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        Assert.Null((await care.Accept(nour, page.PublicId, answers[0].Id)).Refusal);
        Assert.Null((await pages.Again(page)).OutdatedAt);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task What_was_said_of_the_answer_that_stands_first_stays_when_it_is_accepted_where_it_stands(bool byModerator, bool isOutdated)
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        await world.Write((_, tx) => tx.Execute("update answers set state = 'suggested' where page = @Id", new { page.Id }));
        var (care, thread, first) = (world.Get<CareForPage>(), (await world.Get<ThreadStore>().Find(page.Thread))!.PublicId, Answer.InOrder(await pages.Answers(page)).First().Id);
        await world.Write((_, tx) => tx.Execute(
            "update pages set checked_at = 1, doubts = 2, outdated_at = @since, said_outdated_at = @said, said_outdated_by = @nour where id = @Id",
            new { page.Id, since = isOutdated ? 4 : (long?)null, said = byModerator ? 4 : 3, nour = nour.Id }));

        Assert.Null(byModerator ? (await care.Accept(nour, page.PublicId, first)).Refusal : (await care.Accept(pages.Visitor, thread, first)).Refusal);

        Assert.True((await pages.Answers(page)).Single(answer => answer.Id == first).IsAccepted);
        // Whoever chooses takes back that it may be true no longer, and readers' doubts with it.
        Assert.Equal<(long?, long, long?)>((1, isOutdated ? 0 : 2, null), await Said(pages, page));
        Assert.Equal(isOutdated ? 0 : 1, await world.Db.Find<long>("select count(*) from pages where said_outdated_at is not null or said_outdated_by is not null"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_asked_takes_back_what_an_author_said_of_the_page_and_not_what_a_moderator_did(bool byModerator)
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        var (care, thread, first) = (world.Get<CareForPage>(), (await world.Get<ThreadStore>().Find(page.Thread))!.PublicId, (await pages.Answers(page))[0].Id);
        Assert.Null((await care.Check(pages.Author, page.PublicId, isTrue: false)).Refusal);
        await world.Leap(TimeSpan.FromMinutes(1));
        if (byModerator) Assert.Null((await care.SetOutdated(nour, page.PublicId, outdated: true)).Refusal);
        var since = (await pages.Again(page)).OutdatedAt;
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 2 where id = @Id", new { page.Id }));

        // There and back, as somebody who looks through them does.
        foreach (var answer in new[] { "robins", first, "robins" }) Assert.Null((await care.Accept(pages.Visitor, thread, answer)).Refusal);

        Assert.Equal((null, 0, byModerator ? since : null), await Said(pages, page));
        // A moderator who chooses has read it.
        Assert.Null((await care.Accept(nour, page.PublicId, first)).Refusal);
        Assert.Null((await pages.Again(page)).OutdatedAt);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task What_was_said_of_one_answer_is_not_said_of_the_one_that_stands_first_after_its_page_was_worded_anew(long first, bool stays)
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        await world.Write((_, tx) => tx.Execute("update pages set checked_at = 1, doubts = 2, outdated_at = 3 where id = @Id", new { page.Id }));
        Assert.Null((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Refusal);

        var typed = new TypedEdition("Does it dim?", "Does it dim, and how far?", new Dictionary<long, string?> { [1] = "With any dimmer.", [2] = "Only with the new bulb." }, first, page.Revision);
        Assert.Null((await world.Get<EditEdition>().Run(nour, page.PublicId, typed)).Refusal);

        Assert.Equal<(long?, long, long?)>(stays ? (1, 2, 3) : (null, 0, null), await Said(pages, page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_said_of_one_answer_is_not_said_of_another_member_s_when_the_talk_went_on(bool bySame)
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, leo) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join());
        await world.Write((_, tx) => tx.Execute("update pages set checked_at = 1, doubts = 2, outdated_at = 3 where id = @Id", new { page.Id }));

        await world.Write((store, tx) => store.Add(tx, page with { Id = world.Clock.NewId(), State = Publications.Review }, [new() { Position = 1, Member = bySame ? pages.Author.Id : leo.Id, SourceSeqs = "4", Body = "Down to a tenth." }]));

        Assert.Equal("Down to a tenth.", (await pages.Answers(page)).Single(answer => answer.IsAccepted).Body);
        Assert.Equal<(long?, long, long?)>(bySame ? (1, 2, 3) : (null, 0, null), await Said(pages, page));
    }

    [Theory]
    [InlineData("left out")]
    [InlineData("of a member")]
    [InlineData("of a reader")]
    [InlineData("of a double")]
    public async Task What_was_said_of_the_first_answer_goes_with_it_and_stays_where_another_goes(string which)
    {
        await using var world = await TestWorld.Start();
        var (pages, edits) = (new PublishedPages(world), world.Get<EditionEdits>());
        var (page, twin, leo) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Publish("Can I dim it?", "Only with the old bulb."), await world.Join());
        await world.Write((_, tx) => edits.Merge(tx, twin.Id, page.Id, world.Now));
        await world.Write((_, tx) => edits.Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested, AnsweredAt = 7 }, world.Now));
        await world.Write((_, tx) => edits.Add(tx, page.Id, new() { Id = "leos", Member = leo.Id, Body = "Down to a tenth.", State = Answer.Suggested, AnsweredAt = 8 }, world.Now));
        var goes = (await pages.Answers(page)).Single(answer => which switch { "of a member" => answer.Id == "leos", "of a reader" => answer.Id == "robins", "of a double" => answer.MergedFrom is not null, _ => answer.IsAccepted }).Id;
        await world.Write((_, tx) => edits.Accept(tx, page.Id, goes, world.Now));
        await world.Write((_, tx) => tx.Execute("update pages set checked_at = 1, doubts = 2, outdated_at = 3 where id = @Id", new { page.Id }));

        var last = Answer.InOrder(await pages.Answers(page)).Last();
        await world.Write((_, tx) => edits.Remove(tx, page.Id, last.Id, world.Now));
        Assert.Equal((1, 2, 3), await Said(pages, page));
        await world.Write((_, tx) => which switch
        {
            "of a member" => edits.RemoveAllOf(tx, page.Thread, leo.Id, world.Now),
            "of a reader" => edits.RemoveOfReader(tx, page.Id, ("Robin", 7), wasShown: true, world.Now),
            "of a double" => edits.RemoveMerged(tx, twin.Id, world.Now),
            _ => edits.Remove(tx, page.Id, goes, world.Now),
        });

        Assert.DoesNotContain(await pages.Answers(page), answer => answer.Id == goes);
        Assert.Equal((null, 0, null), await Said(pages, page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_moderator_said_of_the_page_stays_when_an_answer_goes_that_came_to_stand_first_since(bool byModerator)
    {
        await using var world = await TestWorld.Start();
        var (pages, edits, care) = (new PublishedPages(world), world.Get<EditionEdits>(), world.Get<CareForPage>());
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        await world.Write((_, tx) => edits.Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        Assert.Null((byModerator ? await care.SetOutdated(nour, page.PublicId, outdated: true) : await care.Check(pages.Author, page.PublicId, isTrue: false)).Refusal);
        var since = (await pages.Again(page)).OutdatedAt;
        await world.Write((_, tx) => edits.Accept(tx, page.Id, "robins", world.Now, staysOutdated: true));
        await world.Write((_, tx) => tx.Execute("update pages set checked_at = 1, doubts = 2 where id = @Id", new { page.Id }));

        await world.Write((_, tx) => edits.Remove(tx, page.Id, "robins", world.Now));

        Assert.Equal((null, 0, byModerator ? since : null), await Said(pages, page));
    }

    [Fact]
    public async Task That_the_first_answer_is_still_true_is_said_of_no_other_one_that_readers_put_first()
    {
        await using var world = await TestWorld.Start();
        var (pages, votes) = (new PublishedPages(world), world.Get<VoteStore>());
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        await world.Write((_, tx) => tx.Execute("update answers set state = 'suggested' where page = @Id", new { page.Id }));
        await world.Write((_, tx) => tx.Execute("update pages set checked_at = 1, doubts = 2, outdated_at = 3 where id = @Id", new { page.Id }));
        var first = Answer.InOrder(await pages.Answers(page)).First().Id;

        await world.Write((_, tx) => votes.Cast(tx, page.Id, new("a", VoteKinds.Help, Yes: true, first), world.Now));
        await world.Write((_, tx) => votes.Cast(tx, page.Id, new("b", VoteKinds.Help, Yes: true, "robins"), world.Now));
        Assert.Equal((1, 2, 3), await Said(pages, page));
        await world.Write((_, tx) => votes.Cast(tx, page.Id, new("a", VoteKinds.Help, Yes: true, "robins"), world.Now));

        Assert.Equal("robins", Answer.InOrder(await pages.Answers(page)).First().Id);
        Assert.Equal((null, 2, 3), await Said(pages, page));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_said_of_the_first_answer_is_said_again_when_a_merger_before_it_is_undone(bool isOtherFirst)
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, draft, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Draft("Can I dim it?", "Only with the old bulb."), await pages.Moderator());
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Id = "robins", AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, world.Now));
        await world.Write((_, tx) => tx.Execute("update answers set state = 'suggested', votes = case when page = @Id then 0 else 7 end", new { page.Id }));
        await world.Write((_, tx) => tx.Execute("update pages set checked_at = 1, doubts = 2, outdated_at = 3 where id = @Id", new { page.Id }));
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, draft.PublicId, page.PublicId)).Value);
        Assert.Equal((null, 0, null), await Said(pages, page));
        if (isOtherFirst) await world.Write((_, tx) => tx.Execute("update answers set votes = 1 where id = 'robins'"));

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, (await world.Get<Decisions>().Latest(draft.Id))!.Together)).Value);

        Assert.Equal<(long?, long, long?)>(isOtherFirst ? (null, 0, null) : (1, 2, 3), await Said(pages, page));
    }

    [Fact]
    public async Task Where_none_was_accepted_whose_answer_stands_first_is_asked_and_says()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, leo, care, stale) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(), world.Get<CareForPage>(), world.Get<StaleAnswers>());
        await world.Write((_, tx) => world.Get<EditionEdits>().Add(tx, page.Id, new() { Member = leo.Id, Body = "Down to a tenth.", State = Answer.Suggested, Votes = 2 }, world.Now));
        await world.Write((_, tx) => tx.Execute("update answers set state = 'suggested' where page = @Id", new { page.Id }));
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 1, outdated_at = 3 where id = @Id", new { page.Id }));

        Assert.Equal((0, 1), ((await stale.Of(pages.Author.Id)).Count, (await stale.Of(leo.Id)).Count));
        Assert.Equal(Refusals.NotFound, (await care.Check(pages.Author, page.PublicId, isTrue: true)).Refusal);
        Assert.Null((await care.Check(leo, page.PublicId, isTrue: true)).Refusal);
        Assert.Equal((world.Now, 0, null), await Said(pages, page));
        Assert.Empty(await stale.Of(leo.Id));

        // Put into other words it is true again, as an accepted one is.
        await world.Write((_, tx) => tx.Execute("update pages set doubts = 1, outdated_at = 3 where id = @Id", new { page.Id }));
        var first = Answer.InOrder(await pages.Answers(page)).First();
        await world.Write((_, tx) => world.Get<EditionEdits>().Reword(tx, page.Id, first.Id, "Down to a fifth.", world.Now));
        Assert.Equal((world.Now, 0, null), await Said(pages, page));
    }

    [Fact]
    public async Task Whatever_members_say_of_a_page_is_written_down()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        var (care, answer) = (world.Get<CareForPage>(), (await pages.Answers(page)).Single().Id);

        foreach (var say in new[] { () => care.Check(pages.Author, page.PublicId, isTrue: false), () => care.SetOutdated(nour, page.PublicId, outdated: false), () => care.SetOutdated(nour, page.PublicId, outdated: true), () => care.Accept(nour, page.PublicId, answer) })
        {
            Assert.Null((await say()).Refusal);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(
            [(pages.Author.Id, "answer.outdated"), (nour.Id, "page.true"), (nour.Id, "page.outdated"), (nour.Id, "page.accepted")],
            (await world.Db.Query<Change>("select * from audit where action like 'page.%' or action like 'answer.%' order by at")).Select(one => (one.Actor!.Value, one.Action)));
    }

    private static async Task<(long? CheckedAt, long Doubts, long? OutdatedAt)> Said(PublishedPages pages, Edition page)
    {
        var now = await pages.Again(page);
        return (now.CheckedAt, now.Doubts, now.OutdatedAt);
    }
}
