using System.IO.Compression;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Privacy;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What is taken away or erased between a look at a conversation and the lock is in nothing that is made of it: neither moves the last number.</summary>
public sealed class UnsaidTests
{
    private const string Word = "zebrafinch";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_draft_says_nothing_that_was_rightly_reported_or_erased_while_it_was_made(bool erased)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour, ada) = (await world.Join(), await world.Join(roles: Roles.Moderator), await world.Join(roles: Roles.Admin));
        var (visitor, thread) = await world.Rated(maya, answer: $"Only with a {Word} dimmer.", mayPublish: false);
        await world.Rate(visitor, thread, mayPublish: true);
        var looked = await world.Again(thread);

        await Propose(world, async () =>
        {
            if (erased) Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);
            else await Uphold(world, visitor, nour, thread);
            Assert.Equal(looked.LastSeq, (await world.Again(thread)).LastSeq);
        }).Handle(new() { Thread = thread.Id, Kind = "rated" });

        Assert.Equal(Publications.Review, (await world.Again(thread)).Publication);
        Assert.NotNull(await world.Edition(thread));
        Assert.DoesNotContain(await Where(world), column => erased || column.StartsWith("answers.", StringComparison.Ordinal) || column.StartsWith("revisions.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_of_an_erased_member_go_from_every_page_they_went_to()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo, ada) = (await world.Join(), await world.Join(), await world.Join(roles: Roles.Admin));
        await world.Leave(maya);
        var (_, first) = await world.Rated(leo, answer: "With any dimmer for LED lamps.");
        var page = await world.Published(ada, first);
        await world.Leave(leo);
        await world.Connect(maya);
        var (_, twin) = await world.Rated(maya, answer: $"Only with a {Word} dimmer.");
        Assert.NotNull((await world.Get<ReviewThread>().Merge(ada, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        Assert.Contains(await world.Get<EditionStore>().Answers(page.Id), answer => answer.Body.Contains(Word, StringComparison.Ordinal));

        Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Equal("With any dimmer for LED lamps.", Assert.Single(await world.Get<EditionStore>().Answers(page.Id)).Body);
    }

    [Fact]
    public async Task A_held_message_of_an_erased_member_waits_for_nobody_any_more()
    {
        await using var world = await TestWorld.Start();
        var (maya, ada) = (await world.Join(), await world.Join(roles: Roles.Admin));
        var (_, thread) = await world.TalkWith(maya);
        var strict = maya with { Site = maya.Site with { Judging = new(Held: Word) } };
        Assert.Equal(EventKinds.Hold, (await world.Say(strict, thread, $"Buy a {Word}!")).Value!.Kind);
        Assert.Equal(1, (await world.Get<CommunityWidget.Moderation.Review.ReviewQueue>().Count(world.Here.Id)).Held);

        Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);

        Assert.Empty(await world.Get<HoldStore>().Open(world.Here.Id, null, 10));
        Assert.Equal(0, (await world.Get<CommunityWidget.Moderation.Review.ReviewQueue>().Count(world.Here.Id)).Held);
    }

    [Fact]
    public async Task What_a_volunteer_answered_to_a_parked_question_and_is_held_is_told_and_erased_with_all_they_wrote()
    {
        await using var world = await TestWorld.Start();
        var (maya, ada, thread) = await HeldWhileParked(world);
        Assert.Contains(Word, await Told(world, ada, maya), StringComparison.Ordinal);

        Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Empty(await world.Get<HoldStore>().Open(world.Here.Id, null, 10));
        Assert.Equal(Refusals.NotFound, (await world.Get<DecideHeld>().Pass(ada, thread.PublicId, (await Held(world, thread)).Seq)).Refusal);
    }

    [Fact]
    public async Task What_was_let_through_after_its_author_could_join_is_told_and_erased_too()
    {
        await using var world = await TestWorld.Start();
        var (maya, ada, thread) = await HeldWhileParked(world);
        var leo = await world.Join();
        Assert.NotNull((await world.Say(leo, thread, "With any dimmer for LED lamps.")).Value);
        Assert.Null((await world.Get<DecideHeld>().Pass(ada, thread.PublicId, (await Held(world, thread)).Seq)).Refusal);
        Assert.Equal(2, (await Told(world, ada, maya)).Split(Word).Length - 1);

        Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);

        Assert.Equal([], await Where(world));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_answers_after_they_were_erased_or_shut_out(bool erased)
    {
        await using var world = await TestWorld.Start();
        var (maya, ada, thread) = await HeldWhileParked(world);
        if (erased) Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: false)).Refusal);
        else Assert.NotNull((await world.Get<IssueSanction>().Run(ada, maya.Id, new(SanctionKinds.Exclusion, null, "Please be kind."))).Value);

        Assert.Equal(Refusals.NotPossibleNow, (await world.Get<DecideHeld>().Pass(ada, thread.PublicId, (await Held(world, thread)).Seq)).Refusal);

        Assert.Equal((false, null), ((await world.Again(thread)).IsAnswered, (await world.Again(thread)).Responder));
        Assert.DoesNotContain(await world.Get<ThreadStore>().Events(thread.Id, 0), said => said is { Kind: EventKinds.Message, AuthorKind: "member" });
        // It can still be kept back.
        Assert.NotNull((await world.Get<DecideHeld>().Refuse(ada, thread.PublicId, (await Held(world, thread)).Seq)).Value);
    }

    private static async Task<(MemberCaller Maya, MemberCaller Ada, ThreadRecord Thread)> HeldWhileParked(TestWorld world)
    {
        var (maya, ada) = (await world.Join(connected: false), await world.Join(roles: Roles.Admin, connected: false));
        var thread = await world.Question();
        await world.RunMatching();
        thread = await world.Again(thread);
        Assert.Equal(ThreadStates.Parked, thread.State);
        var strict = maya with { Site = maya.Site with { Judging = new(Held: Word) } };
        Assert.Equal(EventKinds.Hold, (await world.Say(strict, thread, $"Buy a {Word}!")).Value!.Kind);
        return (maya, ada, await world.Again(thread));
    }

    private static async Task<EventRow> Held(TestWorld world, ThreadRecord thread) => (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(said => said.AuthorKind == "member");

    private static async Task<string> Told(TestWorld world, MemberCaller ada, MemberCaller maya)
    {
        using var zip = new ZipArchive(new MemoryStream((await world.Get<ExportPerson>().Member(ada, maya.Id)).Value!));
        using var file = new StreamReader(zip.GetEntry("person.json")!.Open());
        return await file.ReadToEndAsync();
    }

    private static async Task Uphold(TestWorld world, VisitorCaller visitor, MemberCaller nour, ThreadRecord thread)
    {
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said, ReportReasons.Unkind))).Value!;
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value);
    }

    private static async Task<IEnumerable<string>> Where(TestWorld world) =>
        (await Schema.Dump(world.Db)).Where(one => one.Text.Contains(Word, StringComparison.Ordinal)).Select(one => one.Column);

    private static ProposeEdition Propose(TestWorld world, Func<Task> meanwhile) => new(
        new Db(new MeanwhileDialect(world.Db.Dialect, meanwhile), NullLogger<Db>.Instance), world.Get<ThreadStore>(), world.Get<ThreadWriter>(),
        world.Get<SettlePublication>(), world.Get<ProposedPages>(), world.Get<SiteStore>(), world.Get<EditionStore>(), world.Get<DraftEdition>(), world.Get<AskerNames>());
}
