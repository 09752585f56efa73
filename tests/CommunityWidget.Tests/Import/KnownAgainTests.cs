using System.Security.Cryptography;
using System.Text;
using CommunityWidget.AnswerPages.Machines.Feeds;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Contracts;
using CommunityWidget.Import;
using CommunityWidget.Import.Reading;
using CommunityWidget.Import.Telling;
using CommunityWidget.Tests.AnswerPages.Searching;

namespace CommunityWidget.Tests.Import;

/// <summary>What came in before is known when it comes again, and nothing else is taken for it.</summary>
public sealed class KnownAgainTests
{
    private const string Other = "Another question came in under its id.", First = "id,question,answer\n7,Which bulb fits?,An E27 fits.\n";

    [Fact]
    public async Task Another_question_under_an_id_that_is_taken_is_rejected_and_the_same_one_is_here_already()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("shop.csv", First);

        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("forum.csv", "id,question,answer\n7,Is it heavy?,It is light.\n8,Does it fold?,Twice.\n"));

        Assert.Equal(["Does it fold?", "Which bulb fits?"], (await import.Pages()).Select(page => page.Title).Order(StringComparer.Ordinal));
        Assert.Contains(Other, import.Rejected("forum.csv")[1], StringComparison.Ordinal);
        Assert.Contains("1 page published, 0 to review in /moderation, 0 here already, 1 row rejected.", import.Said.ToString(), StringComparison.Ordinal);
        // Mended as it is told to be, it comes in.
        Assert.Equal(ImportVerb.Done, await import.Bring("mended.csv", (await File.ReadAllTextAsync(import.RejectedFileOf("forum.csv"))).Replace("7,Is", "forum-7,Is", StringComparison.Ordinal)));
        Assert.NotNull(await import.Page("Is it heavy?"));
        // Another answer, and the same question a little otherwise written.
        Assert.Equal(ImportVerb.Done, await import.Bring("again.csv", "id,question,answer\n7,which bulb fits ?,An E14 fits.\n"));
        Assert.Contains("0 pages published, 0 to review in /moderation, 1 here already, 0 rows rejected.", import.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_before_its_question_was_kept_is_known_by_its_id_alone()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("shop.csv", First);
        await import.World.Write((_, tx) => tx.Execute("update imported set question = null"));

        Assert.Equal(ImportVerb.Done, await import.Bring("again.csv", First.Replace("Which bulb fits?", "Which one goes in?", StringComparison.Ordinal)));

        Assert.Single(await import.Pages());
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(false, "--dry-run")]
    [InlineData(true, "")]
    [InlineData(true, "--dry-run")]
    public async Task What_came_without_an_id_is_known_when_it_comes_with_one_and_the_other_way_round(bool idFirst, string option)
    {
        await using var import = await ImportCase.Start();
        const string without = "question,answer\nWhich bulb fits?,An E27 fits.\n";
        await import.Bring("march.csv", idFirst ? First : without);
        string[] options = [.. new[] { option }.Where(said => said.Length > 0)];

        Assert.Equal(ImportVerb.Done, await import.Bring("april.csv", idFirst ? without : First, options));
        Assert.Contains("0 to review in /moderation, 1 here already, 0 rows rejected.", import.Said.ToString(), StringComparison.Ordinal);
        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("may.csv", (idFirst ? without : First).Replace("E27", "E14", StringComparison.Ordinal), options));

        Assert.Contains(idFirst ? "came in by another file, with other answers." : "came in by a file that gave it no id, with other answers.", import.Rejected("may.csv").ElementAtOrDefault(1) ?? import.Said.ToString(), StringComparison.Ordinal);
        Assert.Single(await import.Pages());
    }

    [Fact]
    public async Task Two_ids_stay_two_pages_and_what_was_taken_back_is_not_known()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("shop.csv", First);

        Assert.Equal(ImportVerb.Done, await import.Bring("forum.csv", First.Replace("7,", "forum-7,", StringComparison.Ordinal)));
        Assert.Equal(2, (await import.Pages()).Count);

        Assert.Equal(ImportVerb.Done, await import.Bring("shop.csv", CancellationToken.None, "--undo"));
        Assert.Equal(ImportVerb.Done, await import.Bring("forum.csv", CancellationToken.None, "--undo"));
        await import.Bring("april.csv", "question,answer\nWhich bulb fits?,An E14 fits.\n");
        Assert.Contains("1 page published, 0 to review in /moderation, 0 here already, 0 rows rejected.", import.Said.ToString().Split("april.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_product_the_same_question_is_another_one_whoever_gave_it_an_id()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("march.csv", "product,question,answer\nLamp,Which bulb fits?,An E27 fits.\n");

        Assert.Equal(ImportVerb.Done, await import.Bring("april.csv", "id,product,question,answer\n7,Shade,Which bulb fits?,An E27 fits.\n"));

        Assert.Equal(2, (await import.Pages()).Count);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(RunImport.AtOnce + 1, "")]
    [InlineData(1, "--dry-run")]
    [InlineData(RunImport.AtOnce + 1, "--dry-run")]
    public async Task Of_two_questions_under_one_id_in_one_file_the_second_is_rejected(int between, string option)
    {
        await using var import = await ImportCase.Start();

        var ended = await import.Bring("some.csv", "id,question,answer\n7,Which bulb fits?,An E27.\n" + string.Concat(Enumerable.Range(0, between).Select(n => $"b{n},Question {n}?,Answer {n}.\n")) + "7,Is it heavy?,No.\n7,Which bulb fits?,An E14.\n", [.. new[] { option }.Where(said => said.Length > 0)]);

        Assert.Equal(ImportVerb.SomeRejected, ended);
        Assert.Contains($"  line {between + 3}: {Other}", import.Said.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{between + 1} pages {(option.Length > 0 ? "would be " : "")}published, 0 to review in /moderation, 0 here already, 1 row rejected.", import.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_file_brings_in_at_that_very_moment_is_looked_at_again()
    {
        await using var import = await ImportCase.Start();
        await File.WriteAllTextAsync(import.Path("forum.csv"), "id,question,answer\n7,Is it heavy?,No.\n");
        var file = await SourceFile.Examine(import.Path("forum.csv"), null, CancellationToken.None);
        var run = import.World.Get<RunImport>();
        var begun = (await run.Begin(import.World.Here, file, isDryRun: false)).Value!;
        await using var rows = await OpenRows.Of(file, out _, CancellationToken.None);

        var ended = await run.Run(import.World.Here, new() { File = file.Path, Site = import.World.Here.Slug }, rows.Read(CancellationToken.None), begun, new Meanwhile(() => import.Bring("shop.csv", First)), CancellationToken.None);

        Assert.Equal(Refusals.ChangedMeanwhile, ended.Refusal);
        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("forum.csv", CancellationToken.None));
        Assert.Contains(Other, Assert.Single(import.Rejected("forum.csv").Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_given_twice_is_shown_once_and_its_row_is_known_by_what_it_always_was()
    {
        await using var import = await ImportCase.Start();

        await import.Bring("some.jsonl", """{"title": "Washing", "question": "Is it washable?", "answers": [{"text": "<p>Yes, it is.</p>", "votes": 2}, "No.", {"text": "Yes, it is.", "accepted": true}]}""");

        var page = await import.Page("Washing");
        Assert.Equal([("Yes, it is.", true), ("No.", false)], (await import.Answers(page)).Select(answer => (answer.Body, answer.IsAccepted)));
        Assert.Contains("Left out, once: an answer that says the same as another one to its question.", import.Said.ToString(), StringComparison.Ordinal);
        var before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("text\0\0Washing\0Is it washable?\0Yes, it is.\0Yes, it is.\0No.")));
        Assert.Equal(before, await import.World.Db.Find<string>("select mark from imported"));
    }

    [Theory]
    [InlineData("sku,product,question,answer\n\u0001,Lamp,Is it washable?,Yes.\n", "\0Is it washable?\0Is it washable?")]
    [InlineData("sku,product,question,answer\n\u200B,Lamp,Is it washable?,Yes.\n", "\u200B\0Is it washable?\0Is it washable?")]
    [InlineData("product,question,answer\n<p></p>,Is it washable?,Yes.\n", "\0Is it washable?\0Is it washable?")]
    [InlineData("question,answer\n\"\u200B\nIt hums\",Yes.\n", "\0\u200B\0\u200B\nIt hums")]
    public async Task What_shows_nothing_is_in_the_mark_of_its_row_as_it_always_was(string csv, string said)
    {
        await using var import = await ImportCase.Start();

        await import.Bring("some.csv", csv);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"text\0{said}\0Yes."))), await import.World.Db.Find<string>("select mark from imported"));
    }

    [Fact]
    public async Task An_import_takes_no_feed_over_and_its_sitemap_file_says_that_it_changed()
    {
        await using var import = await ImportCase.Start();
        var (world, feeds, sitemaps) = (import.World, import.World.Get<FeedStore>(), import.World.Get<SitemapStore>());
        var here = await world.Page("Does the lamp suit the kitchen?", "It does, and it suits the garden just as well, as long as it stays out of the rain.");
        await world.Leap(TimeSpan.FromMinutes(1));

        await import.Bring("old.csv", "question,answer,asked at\n" + string.Concat(Enumerable.Range(0, 60).Select(n => $"Question {n}?,Answer {n} is long enough that a search engine would be sent to its page without any harm done.,2024-03-01\n")));

        Assert.Equal(here.Title, (await feeds.Latest(world.Here, null))[0].Title);
        var old = await import.Page("Question 7?");
        Assert.Equal((old.AskedAt, old.PublishedAt!.Value), (old.ModifiedAt, old.ModifiedAt));
        var file = Assert.Single(await sitemaps.Files(world.Here.Id));
        Assert.Equal((61, world.Now), (file.Pages, file.ModifiedAt));
        Assert.Contains(await sitemaps.Lines(world.Here.Id, file, null, 100), line => line.Id == old.Id && line.ModifiedAt == old.AskedAt);
    }

    private sealed class Meanwhile(Func<Task> act) : IImportListener
    {
        public long WrittenAt => 0;

        public Task Rejecting(IReadOnlyList<(SourceRow Row, string Fault)> rows) => act();

        public Task Settled(SettledRows rows) => Task.CompletedTask;
    }
}
