using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Privacy;

/// <summary>What was answered in a double stands on another's page: an erasure follows it there, through every wording and past whoever is just writing another.</summary>
public sealed class ErasedDoubleTests
{
    private const string Word = "zebrafinch";

    [Fact]
    public async Task Nothing_of_it_is_left_in_what_the_page_that_stays_said_since()
    {
        await using var world = await TestWorld.Start();
        var (page, visitor, people) = await Merged(world);
        await Return(world, people, page);
        await WordAnew(world, people, page, keep: 2, seen: 0);
        // Left out again, so that nothing on the page says any more what it said.
        await WordAnew(world, people, page, keep: 1, seen: 1);
        Assert.NotNull((await world.Get<ReviewThread>().Publish(people.Ada, page.PublicId, title: null)).Value);
        Assert.Contains("revisions.answers", await Where(world));

        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Equal("With any dimmer for LED lamps.", Assert.Single(await world.Get<EditionStore>().Answers(page.Id)).Body);
    }

    [Fact]
    public async Task Nor_of_what_a_member_wrote_there_whose_words_are_erased()
    {
        await using var world = await TestWorld.Start();
        var (page, _, people) = await Merged(world);
        await Return(world, people, page);
        await WordAnew(world, people, page, keep: 2, seen: 0);
        await WordAnew(world, people, page, keep: 1, seen: 1);
        Assert.NotNull((await world.Get<ReviewThread>().Publish(people.Ada, page.PublicId, title: null)).Value);
        Assert.Contains("revisions.answers", await Where(world));
        Assert.NotEqual("[]", (await world.Get<Revisions>().Of(page.Id))[^1].Answers);

        Assert.Null((await world.Get<EraseMember>().Run(people.Ada, people.Maya.Id, wordsToo: true)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Equal("With any dimmer for LED lamps.", Assert.Single(await world.Get<EditionStore>().Answers(page.Id)).Body);
        // What was said before any double was found says nothing of theirs.
        Assert.NotEqual("[]", (await world.Get<Revisions>().Of(page.Id))[^1].Answers);
    }

    [Fact]
    public async Task Nor_on_the_page_that_one_was_found_to_repeat_when_a_member_s_words_are_erased()
    {
        await using var world = await TestWorld.Start();
        var (page, _, people) = await Merged(world);
        await world.Connect(people.Leo);
        var last = await world.Published(people.Ada, (await world.Rated(people.Leo, question: "Which dimmer goes with the lamp?", answer: "One of ours.")).Thread);
        await Return(world, people, page);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(people.Ada, page.PublicId, last.PublicId)).Value);
        await Return(world, people, last);
        await WordAnew(world, people, last, keep: 3, seen: 0);
        await WordAnew(world, people, last, keep: 2, seen: 1);

        Assert.Null((await world.Get<EraseMember>().Run(people.Ada, people.Maya.Id, wordsToo: true)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Equal(2, (await world.Get<EditionStore>().Answers(last.Id)).Count);
    }

    [Fact]
    public async Task Nor_where_its_author_worded_it_anew()
    {
        await using var world = await TestWorld.Start();
        var (page, visitor, people) = await Merged(world);
        var proposed = (await world.Get<ProposeAnswer>().Reword(people.Maya, page.PublicId, "Only with a small dimmer.")).Value!;
        Assert.NotNull((await world.Get<DecideProposed>().Run(people.Ada, proposed.PublicId, publish: true)).Value);
        Assert.Contains("proposed_answers.body", await Where(world));

        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Single(await world.Get<EditionStore>().Answers(page.Id));
    }

    [Fact]
    public async Task Nor_on_the_page_that_one_was_found_to_repeat_later()
    {
        await using var world = await TestWorld.Start();
        var (page, visitor, people) = await Merged(world);
        await world.Connect(people.Leo);
        var (_, third) = await world.Rated(people.Leo, question: "Which dimmer goes with the lamp?", answer: "One of ours.");
        var last = await world.Published(people.Ada, third);
        await Return(world, people, page);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(people.Ada, page.PublicId, last.PublicId)).Value);
        Assert.Equal(3, (await world.Get<EditionStore>().Answers(last.Id)).Count);

        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Equal(2, (await world.Get<EditionStore>().Answers(last.Id)).Count);
    }

    [Fact]
    public async Task A_double_of_a_double_that_was_none_takes_everything_back_that_came_with_it()
    {
        await using var world = await TestWorld.Start();
        var (page, _, people) = await Merged(world);
        await world.Connect(people.Leo);
        var (_, third) = await world.Rated(people.Leo, question: "Which dimmer goes with the lamp?", answer: "One of ours.");
        var last = await world.Published(people.Ada, third);
        await Return(world, people, page);
        await world.Get<ReviewThread>().Merge(people.Ada, page.PublicId, last.PublicId);

        Assert.NotNull((await world.Get<UndoDecision>().Run(people.Ada, (await world.Get<Decisions>().Last(page.Id, DecisionKinds.Merged))!.Together)).Value);

        Assert.Equal("One of ours.", Assert.Single(await world.Get<EditionStore>().Answers(last.Id)).Body);
        Assert.Equal(2, (await world.Get<EditionStore>().Answers(page.Id)).Count);
    }

    [PostgresFact]
    public async Task Whoever_words_the_page_anew_in_the_same_moment_puts_nothing_back()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create());
        var (page, visitor, people) = await Merged(world);
        await Return(world, people, page);
        var (editions, erasing) = (world.Get<EditionStore>(), Task.FromResult<Reply<Erased>>(Refusals.NotFound));

        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<ThreadStore>().Lock(tx, page.Thread);
            var (draft, answers) = ((await editions.Find(tx, page.Id))!, await editions.Answers(tx, page.Id));
            erasing = Task.Run(() => world.Get<EraseVisitor>().Run(visitor));
            await world.UntilItWaits(erasing);
            Assert.True(await editions.Reword(tx, draft, draft with { Revision = draft.Revision + 1 }, answers));
            await world.Get<Revisions>().Add(tx, draft with { Revision = draft.Revision + 1 }, answers, people.Ada.Id);
            return Done.It;
        });

        Assert.Null((await erasing).Refusal);
        Assert.Equal(0, await world.Db.Find<long>("select (select count(*) from answers where body like @like) + (select count(*) from revisions where answers like @like)", new { like = $"%{Word}%" }));
    }

    [PostgresFact]
    public async Task Whoever_merges_the_page_in_the_same_moment_takes_nothing_along()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create());
        var (page, visitor, people) = await Merged(world);
        await world.Connect(people.Leo);
        var last = await world.Published(people.Ada, (await world.Rated(people.Leo, question: "Which dimmer goes with the lamp?", answer: "One of ours.")).Thread);
        await Return(world, people, page);
        var twin = (await world.Db.Find<string>("select public_id from threads where visitor = @Id", new { visitor.Id }))!;
        var takingBack = Task.FromResult<Refusal?>(Refusals.NotFound);

        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<ThreadStore>().Lock(tx, page.Thread);
            await world.Get<ThreadStore>().Lock(tx, last.Thread);
            takingBack = Task.Run(async () => (await world.Get<ChangeConsent>().Run(visitor, twin, new(false))).Refusal);
            await world.UntilItWaits(takingBack);
            await world.Get<EditionStore>().SetMerged(tx, page.Id, last.Id);
            await world.Get<EditionEdits>().Merge(tx, page.Id, last.Id, world.Now);
            return Done.It;
        });

        Assert.Null(await takingBack);
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from answers where page in (@first, @second) and body like @like", new { first = page.Id, second = last.Id, like = $"%{Word}%" }));
        Assert.Equal(2, (await world.Get<EditionStore>().Answers(last.Id)).Count);
    }

    [Fact]
    public async Task The_title_of_an_erased_page_is_not_told_by_a_finding_that_was_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, ada) = (await world.Join(), await world.Join(roles: Roles.Admin, available: false));
        var (visitor, first) = await world.Rated(maya, question: $"Does the {Word} lamp dim?");
        var page = await world.Published(ada, first);
        var (_, twin) = await world.Rated(maya, question: "Can that lamp be dimmed?");
        Assert.NotNull((await world.Get<ReviewThread>().Merge(ada, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        Assert.Contains("decisions.note", await Where(world));
        Assert.NotNull((await world.Get<UndoDecision>().Run(ada, (await world.Get<Decisions>().Last((await world.Edition(twin)).Id, DecisionKinds.Merged))!.Together)).Value);

        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);

        Assert.Equal([], await Where(world));
    }

    private static async Task<(Edition Page, VisitorCaller Visitor, People People)> Merged(TestWorld world)
    {
        var people = new People(await world.Join(), await world.Join(), await world.Join(roles: Roles.Admin, available: false));
        await world.Leave(people.Maya);
        var page = await world.Published(people.Ada, (await world.Rated(people.Leo, question: "Does the brass lamp dim?", answer: "With any dimmer for LED lamps.")).Thread);
        await world.Leave(people.Leo);
        await world.Connect(people.Maya);
        var (visitor, twin) = await world.Rated(people.Maya, question: "Can the lamp of brass be dimmed?", answer: $"Only with a {Word} dimmer.");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await world.Get<ReviewThread>().Merge(people.Ada, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        await world.Leave(people.Maya);
        return (page, visitor, people);
    }

    private static async Task Return(TestWorld world, People people, Edition page) =>
        Assert.NotNull((await world.Get<ReviewThread>().Return(people.Ada, page.PublicId)).Value);

    private static async Task WordAnew(TestWorld world, People people, Edition page, int keep, long seen)
    {
        var answers = (await world.Get<EditionStore>().Answers(page.Id)).Take(keep).ToDictionary(answer => answer.Position, answer => (string?)answer.Body);
        Assert.NotNull((await world.Get<EditEdition>().Run(people.Ada, page.PublicId, new(page.Title, page.Question, answers, 1, seen))).Value);
    }

    private static async Task<IEnumerable<string>> Where(TestWorld world) =>
        (await Schema.Dump(world.Db)).Where(one => one.Text.Contains(Word, StringComparison.OrdinalIgnoreCase)).Select(one => one.Column);

    private sealed record People(MemberCaller Leo, MemberCaller Maya, MemberCaller Ada);
}
