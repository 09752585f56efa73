using CommunityWidget.Import;

namespace CommunityWidget.Tests.Import;

/// <summary>What could not be used stands beside its file, in its form, until somebody has mended it.</summary>
public sealed class RejectedFileTests
{
    [Fact]
    public async Task Rejected_rows_of_JSON_are_JSON_and_come_in_once_they_are_mended()
    {
        await using var import = await ImportCase.Start();

        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("some.json", """
            [
                {"id": 1, "question": "Which bulb fits?", "answer": "An E27 fits."},
                {"id": 2, "question": "À quelle heure ouvrez-vous ?",
                 "answers": []},
                {"title": "Half \ud800 a character?", "question": "Is it \"half\"?", "answer": "It is."},
                [1, 2],
                {}
            ]
            """));

        Assert.Equal(
            [
                """{"import_line": 3, "import_reason": "There is no answer.", "id": 2, "question": "À quelle heure ouvrez-vous ?", "answers": []}""",
                """{"import_line": 5, "import_reason": "It holds half a character.", "title": "Half \ud800 a character?", "question": "Is it \"half\"?", "answer": "It is."}""",
                """{"import_line": 6, "import_reason": "It is no object with fields.", "import_row": "[1, 2]"}""",
                """{"import_line": 7, "import_reason": "There is no question."}""",
            ],
            import.Rejected("some.json"));
        Assert.Contains($"The rejected rows are in {import.RejectedFileOf("some.json")}: mend them there", import.Said.ToString(), StringComparison.Ordinal);
        var mended = (await File.ReadAllTextAsync(import.RejectedFileOf("some.json"))).Replace("\"answers\": []", "\"answer\": \"À neuf heures.\"", StringComparison.Ordinal).Replace("\\ud800 ", "", StringComparison.Ordinal);
        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("some.json.rejected.jsonl", mended));
        Assert.Equal(["Half a character?", "Which bulb fits?", "À quelle heure ouvrez-vous ?"], (await import.Pages()).Select(page => page.Title).Order(StringComparer.Ordinal));
        // What was not mended is told once, with what is wrong with it now.
        Assert.Equal(
            [
                """{"import_line": 3, "import_reason": "There is no question.", "import_row": "[1, 2]"}""",
                """{"import_line": 4, "import_reason": "There is no question."}""",
            ],
            import.Rejected("some.json.rejected.jsonl"));
    }

    [Fact]
    public async Task A_line_that_is_no_JSON_is_kept_as_text_and_costs_none_behind_it_when_it_comes_again()
    {
        await using var import = await ImportCase.Start();

        await import.Bring("some.jsonl", "{\"question\": \"Which bulb fits?\n{\"question\": \"Is it heavy?\"}\n{\"question\": \"Does it fold?\", \"answer\": \"Twice.\"}\n");

        Assert.Equal(
            [
                """{"import_line": 1, "import_reason": "It is no JSON.", "import_row": "{\"question\": \"Which bulb fits?"}""",
                """{"import_line": 2, "import_reason": "There is no answer.", "question": "Is it heavy?"}""",
            ],
            import.Rejected("some.jsonl"));
        await import.Bring("mended.jsonl", (await File.ReadAllTextAsync(import.RejectedFileOf("some.jsonl"))).Replace("heavy?\"", "heavy?\", \"answer\": \"It is light.\"", StringComparison.Ordinal));
        Assert.Equal(["Does it fold?", "Is it heavy?"], (await import.Pages()).Select(page => page.Title).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("many.csv", "question,answer\nWhich bulb fits?,\n", "answer,import_line", ".csv")]
    [InlineData("many.jsonl", "{\"question\": \"Which bulb fits?\"}\n", "\"import_reason\"", ".jsonl")]
    public async Task What_somebody_may_be_mending_is_moved_aside_and_never_destroyed(string name, string rows, string heading, string ending)
    {
        await using var import = await ImportCase.Start();
        await import.Bring(name, rows);
        Assert.Contains(heading, await File.ReadAllTextAsync(import.RejectedFileOf(name)), StringComparison.Ordinal);

        foreach (var (number, mending) in new[] { (1, "half mended"), (2, "mended") })
        {
            await File.WriteAllTextAsync(import.RejectedFileOf(name), mending);
            Assert.Equal(ImportVerb.SomeRejected, await import.Bring(name, CancellationToken.None));

            var aside = import.Path($"{name}.rejected.{number}{ending}");
            Assert.Equal(mending, await File.ReadAllTextAsync(aside));
            Assert.Contains($"What an earlier import left in {import.RejectedFileOf(name)} is in {aside} now.", import.Said.ToString(), StringComparison.Ordinal);
            Assert.Contains(heading, await File.ReadAllTextAsync(import.RejectedFileOf(name)), StringComparison.Ordinal);
        }
        Assert.Equal("half mended", await File.ReadAllTextAsync(import.Path($"{name}.rejected.1{ending}")));
        // Nothing is rejected: nothing is touched.
        await File.WriteAllTextAsync(import.RejectedFileOf(name), "mended once more");
        Assert.Equal(ImportVerb.Done, await import.Bring(name, rows.Replace("fits?,", "fits?,An E27.", StringComparison.Ordinal).Replace("fits?\"", "fits?\", \"answer\": \"An E27.\"", StringComparison.Ordinal)));
        Assert.Equal("mended once more", await File.ReadAllTextAsync(import.RejectedFileOf(name)));
    }

    [Theory]
    [InlineData("many.jsonl", "", true)]
    [InlineData("many.jsonl", "", false)]
    [InlineData("many.csv", "question,answer\n", true)]
    [InlineData("many.csv", "question,answer\n", false)]
    public async Task What_goes_on_keeps_what_was_rejected_up_to_there_as_somebody_left_it(string name, string header, bool hasMore)
    {
        await using var import = await ImportCase.Start();
        var isTable = header.Length > 0;
        var rows = header + string.Concat(Enumerable.Range(0, 450).Select(n => isTable ? $"\"Question\n{n}?\",{(n % 100 == 50 ? "" : "Yes.")}\n" : $"{{\"question\": \"Question {n}?\"{(n % 100 == 50 ? "" : ", \"answer\": \"Yes.\"")}}}\n"));
        await File.WriteAllTextAsync(import.Path(name), rows);
        using var ctrlC = new CancellationTokenSource();
        import.Said.When(": There is no answer.", ctrlC.Cancel);
        Assert.Equal(ImportVerb.Stopped, await import.Bring(name, ctrlC.Token));

        // Written but not committed; or mended meanwhile in a program that ends no last line.
        var committed = await File.ReadAllTextAsync(import.RejectedFileOf(name));
        var left = hasMore ? committed + committed.Split('\n')[^2] : committed.TrimEnd();
        await File.WriteAllTextAsync(import.RejectedFileOf(name), left.Replace("There is no answer.", "mended by hand", StringComparison.Ordinal));
        Assert.Equal(ImportVerb.SomeRejected, await import.Bring(name, CancellationToken.None));

        var kept = await File.ReadAllTextAsync(import.RejectedFileOf(name));
        Assert.Equal((2, 2), (kept.Split("mended by hand").Length - 1, kept.Split("There is no answer.").Length - 1));
        Assert.Equal(isTable ? 1 : 0, kept.Split("import_line,import_reason").Length - 1);
        Assert.False(File.Exists(import.Path($"{name}.rejected.1{(isTable ? ".csv" : ".jsonl")}")));
    }

    [Fact]
    public async Task A_table_s_rows_lose_no_cell_and_say_once_what_is_wrong_with_them()
    {
        await using var import = await ImportCase.Start();

        await import.Bring("some.csv", "question,answer\nDoes it fold?,It does,twice\nIs it heavy?\n");

        string[] rejected = ["question,answer,import_line,import_reason", "Does it fold?,It does,2,\"It has 3 cells, and there are 2 columns.\",twice", "Is it heavy?,,3,There is no answer."];
        Assert.Equal(rejected, import.Rejected("some.csv"));
        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("some.csv.rejected.csv", CancellationToken.None));
        Assert.Equal([rejected[0], "Does it fold?,It does,2,\"It has 5 cells, and there are 4 columns.\",twice", rejected[2]], import.Rejected("some.csv.rejected.csv"));
    }
}
