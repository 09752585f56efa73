using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Privacy;

/// <summary>What somebody wrote on a public page without an account goes when they, or somebody of the site for them, erase it: from every table and every byte, wherever it went.</summary>
public sealed class ReaderErasureTests
{
    [Fact]
    public async Task Nothing_of_an_answer_is_left_wherever_it_went_and_however_it_was_worded_since()
    {
        // Ended by its world.
        var database = await TestDatabase.Create();
        await using var world = await TestWorld.Start(on: database);
        var (canary, pages) = (new Canary(world), new PublishedPages(world));
        var (page, ada) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(roles: Roles.Admin, connected: false));
        var (sent, key) = await Send(world, page, $"The {Canary.Word} hums with an old dimmer.");
        Assert.NotNull((await world.Get<DecideProposed>().Run(ada, sent.PublicId, publish: true)).Value);
        await WordAnew(world, ada, page, answer => answer == "With any dimmer for LED lamps." ? answer : $"Mine, a {Canary.Word}, hums.");
        // Found to be a double, its answers stand on another page too.
        var stays = await pages.Publish("Can it be dimmed at all?", "It can, by hand.");
        Assert.NotNull((await world.Get<ReviewThread>().Return(ada, page.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(ada, page.PublicId, stays.PublicId)).Value);
        await WordAnew(world, ada, stays, answer => answer.Replace("Mine", "Also mine", StringComparison.Ordinal));
        Assert.Superset(new HashSet<string> { "answers.author_name", "answers.body", "proposed_answers.author_name", "proposed_answers.body", "revisions.answers" }, (await canary.Found()).ToHashSet());

        Assert.Null((await world.Get<EraseReaderWords>().Run((await world.Get<FindReaderWords>().ByKey(world.Here, ReaderWords.Answer, sent.PublicId, key))!)).Refusal);

        Assert.Equal([], await canary.Found());
        Assert.Equal([], await Canary.InRedis());
        if (database is WorldFile file) Assert.Equal([], canary.InFiles(file.Path));
        if (database is WorldPostgres postgres) Assert.Equal(0, await Canary.InDump(postgres));
        // What others said stays.
        Assert.Equal(["It can, by hand.", "With any dimmer for LED lamps."], (await pages.Answers(stays)).Select(answer => answer.Body));
        Assert.Equal(["With any dimmer for LED lamps."], (await pages.Answers(page)).Select(answer => answer.Body));
        var entry = Assert.Single(await world.Get<AuditLog>().Changes(world.Here.Id, 99), change => change.Action == "answer.erased");
        Assert.Equal((null, "reader", sent.PublicId, null, null), (entry.Actor, entry.ActorKind, entry.Subject, entry.Was, entry.Became));
        // A decision about it that somebody takes back now finds nothing to take back.
        Assert.Equal(Refusals.NotFound, (await world.Get<DecideProposed>().Run(ada, sent.PublicId, publish: true)).Refusal);
    }

    [Fact]
    public async Task Nor_of_one_that_waits_for_a_moderator_or_was_refused_by_one_and_the_wordings_of_others_stay()
    {
        await using var world = await TestWorld.Start();
        var (canary, pages) = (new Canary(world), new PublishedPages(world));
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        var (waiting, refused) = (await Send(world, page, $"A {Canary.Word} waits."), await Send(world, page, $"A {Canary.Word} was refused."));
        var decided = await world.Get<DecideProposed>().Run(nour, refused.Sent.PublicId, publish: false);
        await WordAnew(world, nour, page, answer => $"{answer} Others hum.");
        var wordings = await Wordings(world);

        foreach (var (sent, key) in new[] { waiting, refused })
        {
            var words = (await world.Get<FindReaderWords>().ByKey(world.Here, ReaderWords.Answer, sent.PublicId, key))!;
            // Pressed twice at once: both had found it.
            for (var press = 0; press < 2; press++) Assert.Null((await world.Get<EraseReaderWords>().Run(words)).Refusal);
            Assert.Single(await world.Get<AuditLog>().Changes(world.Here.Id, 99), change => change.Action == "answer.erased" && change.Subject == sent.PublicId);
        }

        Assert.Equal([], await canary.Found());
        Assert.Equal(wordings, await Wordings(world));
        Assert.Equal(Refusals.TooLateToUndo, (await world.Get<UndoDecision>().Run(nour, decided.Value!.Together)).Refusal);
        Assert.Equal([], await canary.Found());
    }

    [Fact]
    public async Task An_admin_erases_it_by_any_address_it_has_and_says_why_in_a_word_of_ours()
    {
        await using var world = await TestWorld.Start();
        var (canary, pages) = (new Canary(world), new PublishedPages(world));
        var (page, ada) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await world.Join(roles: Roles.Admin, connected: false));
        var (sent, key) = await Send(world, page, $"The {Canary.Word} hums.");
        Assert.NotNull((await world.Get<DecideProposed>().Run(ada, sent.PublicId, publish: true)).Value);
        var stays = await pages.Publish("Can it be dimmed at all?", "It can, by hand.");
        Assert.NotNull((await world.Get<ReviewThread>().Return(ada, page.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(ada, page.PublicId, stays.PublicId)).Value);
        var copy = (await pages.Answers(stays)).Single(answer => answer.Body.Contains(Canary.Word, StringComparison.Ordinal));
        var (find, erase) = (world.Get<FindReaderWords>(), world.Get<EraseReaderWords>());

        string[] addresses = [sent.PublicId, $" https://here.example{page.Path("here")}#answer-{sent.PublicId}", $"https://here.example/answers/here/answer/{sent.PublicId}?lang=fr#{key}", $"https://here.example{stays.Path("here")}#answer-{copy.Id}"];
        foreach (var address in addresses) Assert.Equal((address, page.Id, $"The {Canary.Word} hums."), (address, (await find.ByAddress(world.Here, address))?.Page, (await find.ByAddress(world.Here, address))?.Text));
        // A volunteer's answer is a member's, found with them.
        var members = (await pages.Answers(stays))[0].Id;
        string?[] others = [null, "", "https://here.example/", page.PublicId, members, $"#answer-{members}", $"/report/{sent.PublicId}", $"#answer-{sent.PublicId}'"];
        foreach (var other in others) Assert.Null(await find.ByAddress(world.Here, other));
        Assert.Null(await find.ByAddress(world.There, sent.PublicId));

        Assert.Equal(Refusals.NotUnderstood, (await erase.Run(ada, ReaderWords.Answer, copy.Id, $"because of {Canary.Word}")).Refusal);
        Assert.Equal(Refusals.NotFound, (await erase.Run(await world.Join(world.There, roles: Roles.Admin), ReaderWords.Answer, copy.Id, EraseReasons.Asked)).Refusal);
        Assert.Contains("answers.body", await canary.Found());
        Assert.Null((await erase.Run(ada, ReaderWords.Answer, copy.Id, EraseReasons.Personal)).Refusal);

        Assert.Equal([], await canary.Found());
        var entry = Assert.Single(await world.Get<AuditLog>().Changes(world.Here.Id, 99), change => change.Action == "answer.erased");
        Assert.Equal((ada.Id, copy.Id, """{"reason":"personal"}"""), (entry.Actor!.Value, entry.Subject, entry.Became));
    }

    [Fact]
    public async Task The_same_words_under_another_name_are_somebody_beside_them_and_open_nothing()
    {
        await using var world = await TestWorld.Start();
        var page = await new PublishedPages(world).Publish("Does it dim?", "With any dimmer for LED lamps.");
        var (mine, other) = (ReaderKey.New(), ReaderKey.New());
        var propose = world.Get<ProposeAnswer>();
        var sent = (await propose.Run(world.Here, page.PublicId, new("Robin", "Mine hums."), "a place", mine)).Value!;

        var beside = (await propose.Run(world.Here, page.PublicId, new("Jo", "Mine hums."), "a place", other)).Value!;

        Assert.Equal((sent.PublicId, null), (beside.PublicId, other.To(beside.KeyHash)));
        Assert.NotNull(await world.Get<FindReaderWords>().ByKey(world.Here, ReaderWords.Answer, sent.PublicId, mine.Value));
    }

    [Fact]
    public async Task A_report_goes_whatever_was_decided_about_it_and_the_decision_stays()
    {
        await using var world = await TestWorld.Start();
        var (canary, pages) = (new Canary(world), new PublishedPages(world));
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        var request = new ReportRequest(0, ReportReasons.Wrong, $" My {Canary.Word} died of it. ");
        var key = ReaderKey.New();
        var report = (await world.Get<FileReport>().Run(world.Here, page.PublicId, request, "a reader", key)).Value!;
        Assert.Equal(key.Value, key.To(report.KeyHash));
        // Somebody beside them who reports the same page says something else: nothing of the first one's is theirs.
        var other = ReaderKey.New();
        var beside = (await world.Get<FileReport>().Run(world.Here, page.PublicId, request with { Words = "Mine too." }, "a reader", other)).Value!;
        Assert.Equal((report.PublicId, null), (beside.PublicId, other.To(beside.KeyHash)));
        Assert.NotNull((await world.Get<DecideReport>().Run(nour, report.PublicId, right: true)).Value);
        Assert.Equal(["reports.words"], await canary.Found());
        Assert.Null(await world.Get<FindReaderWords>().ByKey(world.Here, ReaderWords.Answer, report.PublicId, key.Value));

        var words = (await world.Get<FindReaderWords>().ByKey(world.Here, ReaderWords.Report, report.PublicId, key.Value))!;
        for (var press = 0; press < 2; press++) Assert.Null((await world.Get<EraseReaderWords>().Run(words)).Refusal);
        Assert.Single(await world.Get<AuditLog>().Changes(world.Here.Id, 99), change => change.Action == "report.erased");

        Assert.Equal([], await canary.Found());
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from reports where state <> 'erased' or key_hash is not null or reason <> ''"));
        Assert.Equal("withdrawn", (await pages.Again(page)).State);
    }

    [Fact]
    public async Task Who_is_known_here_holds_no_such_key_they_have_an_account()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var page = await pages.Publish("Does it dim?", "With any dimmer for LED lamps.");
        var request = new ReportRequest(0, ReportReasons.Wrong, "Wrong.");
        var report = (await world.Get<FileReport>().OfPage(pages.Author, page.PublicId, request)).Value!;
        var worded = (await world.Get<ProposeAnswer>().Reword(pages.Author, page.PublicId, "With the dimmers of 2026 only.")).Value!;

        Assert.Null(report.KeyHash ?? worded.KeyHash);
        foreach (var id in new[] { report.PublicId, worded.PublicId }) Assert.Null(await world.Get<FindReaderWords>().ByAddress(world.Here, id));
    }

    [Fact]
    public async Task The_key_to_an_answer_opens_it_as_long_as_its_page_is_there()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, nour) = (await pages.Publish("Does it dim?", "With any dimmer for LED lamps."), await pages.Moderator());
        var (shown, refused) = (await Send(world, page, "It hums."), await Send(world, page, "It sings."));
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, shown.Sent.PublicId, publish: true)).Value);
        Assert.NotNull((await world.Get<DecideProposed>().Run(nour, refused.Sent.PublicId, publish: false)).Value);

        await world.Leap(TimeSpan.FromDays(400));
        while (await world.Get<PurgeOld>().Run()) { }

        // Its words are kept once, on the page.
        Assert.Equal([""], await world.Db.Query<string>("select body from proposed_answers"));
        var mine = (await world.Get<FindReaderWords>().ByKey(world.Here, ReaderWords.Answer, shown.Sent.PublicId, shown.Key))!;
        Assert.Equal("It hums.", mine.Text);
        Assert.Null((await world.Get<EraseReaderWords>().Run(mine)).Refusal);
        Assert.Equal(["With any dimmer for LED lamps."], (await pages.Answers(page)).Select(answer => answer.Body));
    }

    private static async Task<(ProposedAnswer Sent, string Key)> Send(TestWorld world, Edition page, string text)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var typed = new TypedAnswer($"{Canary.Word} fan", text);
        var key = ReaderKey.New();
        var sent = (await world.Get<ProposeAnswer>().Run(world.Here, page.PublicId, typed, "a reader", key)).Value!;
        return (sent, key.To(sent.KeyHash)!);
    }

    private static async Task WordAnew(TestWorld world, MemberCaller by, Edition page, Func<string, string> words)
    {
        Assert.NotNull((await world.Get<ReviewThread>().Return(by, page.PublicId)).Value);
        var (now, answers) = ((await world.Get<EditionStore>().Find(page.Id))!, await world.Get<EditionStore>().Answers(page.Id));
        Assert.NotNull((await world.Get<EditEdition>().Run(by, page.PublicId, new(now.Title, now.Question, answers.ToDictionary(a => a.Position, a => (string?)words(a.Body)), 1, now.Revision))).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Publish(by, page.PublicId, title: null)).Value);
    }

    private static Task<IReadOnlyList<string>> Wordings(TestWorld world) => world.Db.Query<string>("select answers from revisions order by page, number");
}
