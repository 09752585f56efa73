using System.Globalization;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Import;
using CommunityWidget.Import.Reading;
using CommunityWidget.Import.Telling;
using CommunityWidget.Moderation;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Import;

/// <summary>A file from elsewhere becomes closed threads and pages, once, whatever happens meanwhile.</summary>
public sealed class ImportTests
{
    private const string Whole = """
        id,title,question,answer_1,answer_1_author,answer_1_date,answer_1_votes,answer_2,answer_2_author,answer_2_accepted,product id,product name,product url,topic,language,asked at,author
        q1,Which bulb fits?,Which bulb fits the lamp Aurora?,"An E27 fits, up to 60 W.",Jean Dupont,2024-03-02,4,E14 does not.,kettle fan 42,yes,L1,Lamp Aurora,https://shop.example/l1,bikes,en,2024-03-01,Anna Maria Schmidt
        """;

    [Fact]
    public async Task A_row_becomes_a_closed_thread_and_a_page_with_all_that_was_known_of_it()
    {
        await using var import = await ImportCase.Start();
        await import.World.Set(site => site with { Origins = "https://shop.example" });

        Assert.Equal(ImportVerb.Done, await import.Bring("all.csv", Whole));

        var page = await import.Page("Which bulb fits?");
        Assert.True(page.IsPublic);
        Assert.Equal(0, await import.World.Db.Find<long>("select thin from pages where id = @Id", page));
        Assert.Equal(("Which bulb fits the lamp Aurora?", "en", "bikes", "which-bulb-fits"), (page.Question, page.Language, page.Topic, page.Slug));
        Assert.Equal(("L1", "Lamp Aurora", "https://shop.example/l1"), (page.ProductId, page.ProductName, page.ProductUrl));
        Assert.Equal((At("2024-03-01"), At("2024-03-02"), At("2024-03-02")), (page.AskedAt, page.PublishedAt!.Value, page.ModifiedAt));
        var answers = await import.Answers(page);
        // The accepted one first; nobody's full name, and no member.
        Assert.Equal([("E14 does not.", "kettle fan 42", true, 0), ("An E27 fits, up to 60 W.", "Jean D.", false, 4)], answers.Select(a => (a.Body, a.Author!, a.IsAccepted, (int)a.Votes)));
        var thread = await import.Thread(page);
        Assert.Equal((ThreadStates.Closed, Publications.Published, "L1", 4), (thread.State, thread.Publication, thread.Product!.Id!, (int)thread.LastSeq));
        Assert.Equal("Anna S.", await import.World.Db.Find<string>("select name from visitors where id = @Visitor", thread));
        Assert.Empty(await Checker.Violations(import.World.Db));
        Assert.Equal(2, await import.World.Db.Find<long>("select count(*) from audit where action like 'import.%' and actor_kind = 'operator'"));
        Assert.Equal("import", await import.World.Db.Find<string>("select way from consents where thread = @Id", thread));
    }

    [Fact]
    public async Task What_tells_who_somebody_is_is_masked_everywhere_and_what_is_hateful_waits_for_a_moderator()
    {
        await using var import = await ImportCase.Start();

        await import.Bring("some.jsonl", """
            {"question": "Where is my parcel?", "answer": "Write to jane.doe@mail.example or call 06 12 34 56 78.", "answer_author": "jane.doe@mail.example"}
            {"question": "Why is it broken?", "answer": "You fucking idiot, go and kill yourself.", "answer_author": "Fucking idiot", "author": "Bitch"}
            """);

        var masked = await import.Page("Where is my parcel?");
        Assert.True(masked.IsPublic);
        var answer = Assert.Single(await import.Answers(masked));
        Assert.Equal(("Write to [e-mail] or call [phone].", "Community member"), (answer.Body, answer.Author));
        Assert.Equal(0, await import.World.Db.Find<long>("select count(*) from events where body like '%jane.doe%' or masked_body like '%jane.doe%'"));
        var hateful = await import.Page("Why is it broken?");
        // A name nobody would be let have here is none.
        Assert.Equal("Community member", Assert.Single(await import.Answers(hateful)).Author);
        Assert.Null(await import.World.Db.Find<string>("select v.name from visitors v join threads t on t.visitor = v.id where t.id = @Thread", hateful));
        Assert.Equal((Publications.Review, Publications.Review), (hateful.State, (await import.Thread(hateful)).Publication));
        Assert.Equal(hateful.Id, Assert.Single(await import.World.Get<EditionStore>().InReview(import.World.Here.Id)).Id);
        // What waits is found by nobody who searches.
        Assert.Equal([masked.Id], await import.World.Db.Query<Guid>("select page from search_pages"));
    }

    [Fact]
    public async Task Nothing_comes_twice_by_its_id_or_else_by_what_it_says()
    {
        await using var import = await ImportCase.Start();
        const string rows = """
            id;question;réponse
            7;Livrez-vous en Suisse ?;Oui, en trois jours.
            ;Puis-je payer par chèque ?;Non, pas pour le moment.
            """;
        await import.Bring("un.csv", rows);

        var again = await import.Bring("deux.csv", rows.Replace("en trois jours", "en deux jours") + "\n;Puis-je payer par chèque ?;Non, pas pour le moment.\n;Vendez-vous des cartes ?;Oui, en magasin.\n");

        Assert.Equal(ImportVerb.Done, again);
        Assert.Equal(3, (await import.Pages()).Count);
        Assert.All(await import.Pages(), page => Assert.Equal("fr", page.Language));
        // Search engines are sent to none of them: nobody accepted these few words.
        Assert.Equal(3, await import.World.Db.Find<long>("select cast(sum(thin) as bigint) from pages"));
        Assert.Contains("1 page published, 0 to review in /moderation, 3 here already, 0 rows rejected.", import.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_broken_off_goes_on_where_it_was_and_the_rejected_rows_stand_once_in_their_file()
    {
        await using var import = await ImportCase.Start();
        var rows = "question,answer\n" + string.Concat(Enumerable.Range(0, 450).Select(n => n % 100 == 50 ? $"=Question {n}?,\n" : $"Question {n}?,Answer {n}.\n"));
        await File.WriteAllTextAsync(import.Path("many.csv"), rows);

        using var ctrlC = new CancellationTokenSource();
        import.Said.When("  line 52:", ctrlC.Cancel);

        Assert.Equal(ImportVerb.Stopped, await import.Bring("many.csv", ctrlC.Token));
        Assert.Equal(198, (await import.Pages()).Count);
        // Written, but not committed, when somebody pulls the plug.
        await File.AppendAllTextAsync(import.RejectedFileOf("many.csv"), "\"'=Question 250?\",,252,There is no answer.\r\n");
        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("many.csv", CancellationToken.None));

        Assert.Equal(446, (await import.Pages()).Count);
        Assert.Equal(["question,answer,import_line,import_reason", .. new[] { 50, 150, 250, 350 }.Select(n => $"\"'=Question {n}?\",,{n + 2},There is no answer.")], import.Rejected("many.csv"));
        Assert.Contains("going on behind row 200", import.Said.ToString(), StringComparison.Ordinal);
        Assert.Contains("  line 352: There is no answer.", import.Said.ToString(), StringComparison.Ordinal);
        // What was mended there is brought in as it is: the mark before what would be a formula is ours.
        var mended = File.ReadAllText(import.RejectedFileOf("many.csv")).Replace("?\",,", "?\",Mended.,", StringComparison.Ordinal);
        Assert.Equal(ImportVerb.Done, await import.Bring("mended.csv", mended));
        Assert.NotNull(await import.Page("=Question 350?"));
    }

    [Fact]
    public async Task A_dry_run_says_all_of_it_and_stores_nothing()
    {
        await using var import = await ImportCase.Start();

        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("all.csv", Whole + "\nq2,,,,,,,,,,,,,,,,\n" + Whole.Split('\n')[1] + "\nq3,No answer?,,,,,,,,,,,,,,,", "--dry-run"));

        Assert.Contains("1 page would be published, 0 to review in /moderation, 1 here already, 2 rows rejected.", import.Said.ToString(), StringComparison.Ordinal);
        Assert.Empty(await import.Pages());
        Assert.Empty(import.Rejected("all.csv"));
        Assert.Equal(0, await import.World.Db.Find<long>("select (select count(*) from imports) + (select count(*) from imported) + (select count(*) from audit where action like 'import.%')"));
    }

    [Fact]
    public async Task A_dry_run_knows_what_it_has_seen_and_a_table_that_names_no_answer_is_refused_at_once()
    {
        await using var import = await ImportCase.Start();
        var rows = "question,answer\n" + string.Concat(Enumerable.Range(0, RunImport.AtOnce).Select(n => $"Question {n}?,Answer {n}.\n"));

        await import.Bring("many.csv", rows + "Question 7?,Answer 7.\n", "--dry-run");
        Assert.Contains($"{RunImport.AtOnce} pages would be published, 0 to review in /moderation, 1 here already", import.Said.ToString(), StringComparison.Ordinal);

        Assert.Equal(ImportVerb.SaidWrongly, await import.Bring("other.csv", "question,colour\nWhat?,Red.\n"));
        Assert.Equal(0, await import.World.Db.Find<long>("select count(*) from imports"));
    }

    [Fact]
    public async Task Two_who_bring_the_same_file_in_do_not_both_go_on_with_it()
    {
        await using var import = await ImportCase.Start();
        await File.WriteAllTextAsync(import.Path("all.csv"), "question,answer\n" + string.Concat(Enumerable.Range(0, RunImport.AtOnce + 1).Select(n => $"Question {n}?,Answer {n}.\n")));
        var file = await SourceFile.Examine(import.Path("all.csv"), null, CancellationToken.None);
        var (run, order) = (import.World.Get<RunImport>(), new ImportOrder { File = file.Path, Site = import.World.Here.Slug });
        var (mine, theirs) = ((await run.Begin(import.World.Here, file, isDryRun: false)).Value!, (await run.Begin(import.World.Here, file, isDryRun: false)).Value!);
        Assert.Equal(mine.Id, theirs.Id);

        // The first one is told to stop, and does once the rows it has begun are in.
        Assert.Equal(RunImport.AtOnce, (await Go(mine, new(canceled: true))).Value!.Place);
        Assert.Equal(Refusals.ChangedMeanwhile, (await Go(theirs, CancellationToken.None)).Refusal);
        Assert.Equal(RunImport.AtOnce, (await import.Pages()).Count);

        async Task<Reply<ImportRecord>> Go(ImportRecord from, CancellationToken stop)
        {
            await using var rows = await OpenRows.Of(file, out _, CancellationToken.None);
            await using var screen = new ImportScreen(import.Said, isTerminal: false, file, import.World.Clock);
            return await run.Run(import.World.Here, order, (await GatherRows.Look(file, CancellationToken.None)).Run(rows.Read(CancellationToken.None)), from, screen, stop);
        }
    }

    [Fact]
    public async Task An_imported_page_is_withdrawn_published_and_erased_like_any_other_and_does_not_come_back()
    {
        await using var import = await ImportCase.Start();
        var nour = await import.World.Join(roles: Roles.Moderator);
        await import.Bring("all.csv", Whole);
        await import.Bring("more.csv", "question,answer\nIs it washable?,\"Yes, at 30 degrees.\"\n", "--review");
        var (page, draft) = (await import.Page("Which bulb fits?"), await import.Page("Is it washable?"));

        Assert.Equal(Publications.Review, draft.State);
        Assert.NotNull((await import.World.Get<ReviewThread>().Publish(nour, draft.PublicId, null)).Value);
        Assert.NotNull((await import.World.Get<ReviewThread>().Withdraw(nour, draft.PublicId)).Value);
        var ada = await import.World.Join(roles: Roles.Admin);
        var found = Assert.Single(await import.World.Get<FindPerson>().Visitors(import.World.Here.Id, (await import.Thread(page)).PublicId));
        Assert.NotNull((await import.World.Get<EraseVisitor>().Run(ada, found.Id)).Value);
        await import.Bring("again.csv", Whole.Replace("\n", "\r\n"));

        Assert.Equal([Publications.Withdrawn, Publications.Withdrawn], (await import.Pages()).Select(p => p.State));
        Assert.Equal(0, await import.World.Db.Find<long>("select count(*) from pages where title like '%bulb%' or product_name is not null"));
        Assert.Empty(await Checker.Violations(import.World.Db));
    }

    [Fact]
    public async Task What_was_asked_long_ago_is_kept_as_long_as_anything_from_when_it_came_and_is_counted_nowhere()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("all.csv", Whole, "--review");
        await import.World.Get<PurgeOld>().Run();
        Assert.Single(await import.Pages());
        Assert.Empty(await new TallyStore(import.World.Db).Stale(new(0, import.World.Now + 1), 10));

        import.World.Clock.Advance(TimeSpan.FromDays(import.World.Here.Retention.Unanswered + 1));
        while (await import.World.Get<PurgeOld>().Run()) { }

        Assert.Empty(await import.Pages());
        await import.Bring("again.csv", Whole + "\n");
        Assert.Empty(await import.Pages());
    }

    [Theory]
    [InlineData("Say which file.", "--site", "here")]
    [InlineData("Say which site", "a.csv")]
    [InlineData("There is no option --drop.", "a.csv", "--site", "here", "--drop")]
    [InlineData("--dates is dmy or mdy", "a.csv", "--site", "here", "--dates", "ymd")]
    [InlineData("There is no encoding klingon", "a.csv", "--site", "here", "--encoding", "klingon")]
    public void What_is_said_wrongly_is_answered_with_what_to_say(string trouble, params string[] words) => Assert.Contains(trouble, ImportOrder.Read(words).Trouble, StringComparison.Ordinal);

    [Fact]
    public void Settings_of_the_program_may_stand_beside_the_order()
    {
        var (order, trouble) = ImportOrder.Read(["--Database:Path", "x.db", "a.csv", "--site=here", "--urls", "http://x", "--PublicUrl=http://y", "--review", "--dates", "mdy", "--names=full"]);
        Assert.Null(trouble);
        Assert.Equal(("a.csv", "here", true, false, true), (order!.File, order.Site, order.ToReview, order.DayFirst!.Value, order.FullNames));
    }

    private static long At(string day) => DateTimeOffset.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds();
}
