using System.Text;
using CommunityWidget.Import;
using CommunityWidget.Import.Reading;

namespace CommunityWidget.Tests.Import;

/// <summary>Rows with the same id are one question with several answers, wherever they stand in the file.</summary>
public sealed class GatheredRowsTests
{
    private const string Unsorted = "id,question,answer\n7,Which bulb fits?,An E27.\n8,Is it heavy?,No.\n7,Which bulb fits?,An E14 fits too.\n8,Is it heavy?,It is light.\n";

    [Fact]
    public async Task The_answers_of_a_table_that_is_not_sorted_all_come_in()
    {
        await using var import = await ImportCase.Start();

        Assert.Equal(ImportVerb.Done, await import.Bring("some.csv", Unsorted));

        Assert.Equal(["An E27.", "An E14 fits too."], (await import.Answers(await import.Page("Which bulb fits?"))).Select(answer => answer.Body));
        Assert.Equal(["No.", "It is light."], (await import.Answers(await import.Page("Is it heavy?"))).Select(answer => answer.Body));
        Assert.Contains("2 pages published, 0 to review in /moderation, 0 here already, 0 rows rejected.", import.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Far_apart_they_come_in_too_and_once_though_it_is_stopped_in_between()
    {
        await using var import = await ImportCase.Start();
        var table = "id,question,answer\n7,Which bulb fits?,An E27.\n" + string.Concat(Enumerable.Range(0, RunImport.AtOnce + 1).Select(n => $"b{n},Question {n}?,Answer {n}.\n")) + "7,Which bulb fits?,An E14 fits too.\n";
        using var stop = new CancellationTokenSource();
        import.Said.When("some.csv →", stop.Cancel);
        await File.WriteAllTextAsync(import.Path("some.csv"), table);

        Assert.Equal(ImportVerb.Stopped, await import.Bring("some.csv", stop.Token));
        Assert.Equal(RunImport.AtOnce, (await import.Pages()).Count);
        Assert.Equal(ImportVerb.Done, await import.Bring("some.csv", CancellationToken.None));

        Assert.Equal(RunImport.AtOnce + 2, (await import.Pages()).Count);
        Assert.Equal(["An E27.", "An E14 fits too."], (await import.Answers(await import.Page("Which bulb fits?"))).Select(answer => answer.Body));
    }

    [Fact]
    public async Task What_is_repeated_word_for_word_is_here_already()
    {
        await using var import = await ImportCase.Start();
        const string Rows = "7,Which bulb fits?,An E27.\n8,Is it heavy?,No.\n";

        Assert.Equal(ImportVerb.Done, await import.Bring("some.csv", $"id,question,answer\n{Rows}{Rows}"));

        Assert.Contains("2 pages published, 0 to review in /moderation, 2 here already, 0 rows rejected.", import.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_more_answers_than_are_looked_at_each_one_beyond_is_listed()
    {
        var rows = await ImportCase.Rows("some.csv", "id,question,answer\n" + string.Concat(Enumerable.Range(1, GatherRows.MostAnswers + 2).Select(n => $"7,Which bulb fits?,Number {n}.\n")));

        Assert.Equal(GatherRows.MostAnswers, Assert.Single(rows, row => row.Fault is null).Answers.Count);
        Assert.Equal([GatherRows.MostAnswers + 2, GatherRows.MostAnswers + 3], rows.Where(row => row.Fault?.StartsWith("More than 1,000 answers", StringComparison.Ordinal) == true).Select(row => row.Line));
    }

    [Fact]
    public async Task What_would_wait_for_too_much_of_the_file_is_rejected_whole()
    {
        // What follows waits no longer than the row below it.
        var rows = await ImportCase.Rows("some.csv", Encoding.UTF8.GetBytes(Unsorted.Replace("8,Is it heavy?,It is light.\n", "", StringComparison.Ordinal)), mostHeld: 20);

        Assert.Equal([("7", "Rows with its id stand too far from each other"), ("8", null), ("7", "Rows with its id stand too far from each other")], rows.Select(row => (row.Fields["id"], row.Fault?.Split(". ")[0])));
    }
}
