using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Contracts;
using CommunityWidget.Import.Reading;
using CommunityWidget.Import.Telling;
using CommunityWidget.Tests.AnswerPages.Searching;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Import;

/// <summary>What an import makes of questions on their pages, and shows of itself.</summary>
public sealed class ImportedPagesTests
{
    [Fact]
    public async Task A_product_that_has_only_a_name_goes_by_it_on_its_pages_and_the_record_keeps_what_the_file_says()
    {
        await using var import = await ImportCase.Start();

        await import.Bring("a.csv", "product,question,answer\nLamp Aurora,Does it dim?,With any dimmer.\n");

        var page = await import.Page("Does it dim?");
        Assert.Equal(("Lamp Aurora", "Lamp Aurora"), (page.ProductId, page.ProductName));
        Assert.Equal(new ProductContext(null, "Lamp Aurora", null), (await import.Thread(page)).Product);
    }

    [Fact]
    public async Task Whoever_answered_elsewhere_is_not_called_a_reader_of_the_page()
    {
        await using var import = await ImportCase.Start();
        await import.Bring("a.csv", "question,answer,answer author\nDoes it dim?,With any dimmer.,Maya\n");
        var page = await import.Page("Does it dim?");
        await import.World.Write((_, tx) => import.World.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Robin", Body = "Only with the new bulb.", State = Answer.Suggested }, import.World.Now));
        // Of a double nobody knows any more where its answers were given.
        await import.World.Write((_, tx) => import.World.Get<EditionEdits>().Add(tx, page.Id, new() { AuthorName = "Noa", Body = "Ask the shop.", State = Answer.Suggested, MergedFrom = page.Id }, import.World.Now));

        Assert.Equal([("Maya", false), ("Robin", true), ("Noa", false)], (await import.Answers(page)).Select(answer => (answer.Author, answer.IsByReader)));
    }

    [Fact]
    public async Task Each_answer_that_is_left_out_is_named_and_said_to_be_the_accepted_one()
    {
        await using var import = await ImportCase.Start();
        var file = "id,question,answer,answer date,accepted\n1,Does it dim?,With any dimmer.,,\n1,Does it dim?,Not mine.,soon,yes\n1,Does it dim?,<br>,,\n" + string.Concat(Enumerable.Range(2, 30).Select(id => $"{id},Question {id}?,Yes.,,\n{id},Question {id}?,<br>,,\n"));

        await import.Bring("a.csv", file);

        var said = import.Said.ToString();
        Assert.Contains("  line 3: left out an answer whose date cannot be used, the accepted one.", said, StringComparison.Ordinal);
        Assert.Contains("  line 4: left out an answer without a text.", said, StringComparison.Ordinal);
        Assert.Equal((20, 1), (said.Split(": left out an").Length - 1, said.Split("more answers left out").Length - 1));
        Assert.Contains("Left out, 31 times: an answer without a text.", said, StringComparison.Ordinal);
        // What is here already is not told again.
        await import.Bring("again.csv", file);
        Assert.Equal(20, import.Said.ToString().Split(": left out an").Length - 1);
    }

    [Theory]
    [InlineData("product,question,answer\nLamp of jane.doe@mail.example,Does it dim?,With any dimmer.\n")]
    [InlineData("product id,question,answer\njane.doe@mail.example,Does it dim?,With any dimmer.\n")]
    [InlineData("product,question,answer\nThe lamp you fucking idiot,Does it dim?,With any dimmer.\n")]
    public async Task A_product_that_names_or_insults_somebody_is_on_no_page(string file)
    {
        await using var import = await ImportCase.Start();

        await import.Bring("a.csv", file);

        var page = await import.Page("Does it dim?");
        Assert.Equal((null, null), (page.ProductId, page.ProductName));
    }

    [Fact]
    public async Task A_product_s_address_is_the_shop_s_own_or_none()
    {
        await using var import = await ImportCase.Start();
        await import.World.Set(site => site with { Origins = "https://shop.example" });

        await import.Bring("a.csv", "product,product url,question,answer\nLamp,https://evil.example/lamp,Does it dim?,With any dimmer.\nLamp,https://shop.example/lamp,Is it heavy?,It is light.\n");

        Assert.Equal([("Does it dim?", "Lamp", (string?)null), ("Is it heavy?", "Lamp", "https://shop.example/lamp")], (await import.Pages()).Select(page => (page.Title, page.ProductName, page.ProductUrl)));
    }

    [Fact]
    public async Task Answers_that_say_the_same_once_they_are_masked_or_but_for_their_spaces_stand_there_once()
    {
        await using var import = await ImportCase.Start();

        await import.Bring("a.jsonl", """{"question": "Whom do I call?", "answers": ["Call 06 12 34 56 78.", "Call 06 98 76 54 32.", "The  shop.", "The\u00a0shop."]}""");

        Assert.Equal(["Call [phone].", "The  shop."], (await import.Answers(await import.Page("Whom do I call?"))).Select(answer => answer.Body));
    }

    [Fact]
    public async Task The_lists_of_what_came_in_changed_when_it_came()
    {
        await using var import = await ImportCase.Start();
        await import.World.Leap(TimeSpan.FromMinutes(1));

        await import.Bring("a.csv", "product,topic,question,answer,asked at\nLamp,bikes,Does it dim?,It does with any dimmer there is and goes on doing so for as long as the lamp is lit by its owner.,2024-03-01\n");

        var lists = await import.World.Get<SitemapLists>().Of(import.World.Here);
        Assert.Equal(2, lists.Count);
        Assert.All(lists, list => Assert.Equal(import.World.Now, list.ModifiedAt));
    }

    [Fact]
    public async Task On_a_terminal_a_bar_moves_and_every_line_begins_where_it_stood()
    {
        var clock = new TestClock();
        var path = Path.Combine(Directory.CreateTempSubdirectory("community-screen-").FullName, "a.csv");
        await File.WriteAllTextAsync(path, "question,answer\nA?,1\n");
        await using var said = new StringWriter();
        await using (var screen = new ImportScreen(said, isTerminal: true, await SourceFile.Examine(path, null, CancellationToken.None), clock))
        {
            var (import, read) = (new CommunityWidget.Import.ImportRecord(), 10L);
            screen.Attach(null, 0, () => read);
            foreach (var place in new[] { 100, 101, 200 })
            {
                clock.Advance(TimeSpan.FromMilliseconds(place == 101 ? 100 : 200));
                await screen.Settled(new(import with { Place = place }, [], [], []));
                read = 21;
            }
            await screen.Line("Done.");
        }
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        // Within a fifth of a second it does not move again.
        Assert.Equal(["", "[===========>            ] 48 %  100 rows, 500/s, 1 s left", "[========================] 100 %  200 rows, 400/s, 0 s left", $"Done.{Environment.NewLine}"], said.ToString().Split("\r\e[K"));
    }
}
