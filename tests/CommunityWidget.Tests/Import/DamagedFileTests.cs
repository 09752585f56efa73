using System.Text;
using CommunityWidget.Import;
using CommunityWidget.Import.Reading;

namespace CommunityWidget.Tests.Import;

/// <summary>A file in which some bytes are wrong costs the rows they are in, and no other letter of it.</summary>
public sealed class DamagedFileTests
{
    private const string Unread = "has characters that cannot be read. Say the file's --encoding.";

    [Theory]
    [InlineData("a.csv", "question,answer\nÀ quelle heure ?,Dès neuf heures.\nO\u00F9 ?,Ici.\nLivré à Genève ?,Oui.\n")]
    [InlineData("a.jsonl", "{\"question\": \"À quelle heure ?\", \"answer\": \"Dès neuf heures.\"}\n{\"question\": \"O\u00F9 ?\", \"answer\": \"Ici.\"}\n{\"question\": \"Livré à Genève ?\", \"answer\": \"Oui.\"}\n")]
    [InlineData("a.json", "[{\"question\": \"À quelle heure ?\", \"answer\": \"Dès neuf heures.\"},\n{\"question\": \"O\u00F9 ?\", \"answer\": \"Ici.\"},\n{\"question\": \"Livré à Genève ?\", \"answer\": \"Oui.\"}]")]
    public async Task One_byte_that_is_no_letter_costs_its_row_and_nothing_is_read_as_other_letters(string name, string text)
    {
        await using var import = await ImportCase.Start();
        // As somebody pasted it from a program of another encoding.
        var bytes = Encoding.UTF8.GetBytes(text);
        var at = bytes.AsSpan().IndexOf("ù"u8);

        byte[] damaged = [.. bytes[..at], 0xF9, .. bytes[(at + 2)..]];

        var ended = await import.Bring(name, damaged);

        Assert.Equal(ImportVerb.SomeRejected, ended);
        Assert.Equal(["Livré à Genève ?", "À quelle heure ?"], (await import.Pages()).Select(page => page.Title).Order(StringComparer.Ordinal));
        Assert.Contains(Unread, import.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_within_its_last_letter_costs_its_last_row()
    {
        var bytes = Encoding.UTF8.GetBytes("question,answer\nÀ quelle heure ?,Dès neuf heures.\nLivré ?,Forcé");

        var rows = await ImportCase.Rows("a.csv", bytes[..^1]);

        Assert.Equal(["À quelle heure ?", "Livré ?"], rows.Select(row => row.Fields["question"]));
        Assert.Equal("Forc\uFFFD", rows[1].Answers[0][""]);
    }

    [Fact]
    public async Task What_stands_before_the_place_where_a_file_breaks_off_comes_in_once()
    {
        await using var import = await ImportCase.Start();
        var text = "[" + string.Join(",\n", Enumerable.Range(1, 3).Select(n => $"{{\"id\": {n}, \"question\": \"Is lamp {n} heavy?\", \"answer\": \"It weighs {n} kilos.\"}}"));

        Assert.Equal(ImportVerb.Broken, await import.Bring("a.json", text, "--dry-run"));
        Assert.Empty(await import.Pages());
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(ImportVerb.Broken, await import.Bring("a.json", text));
            Assert.Equal(3, (await import.Pages()).Count);
        }

        Assert.Equal(ImportVerb.Done, await import.Bring("mended.json", text + ",\n{\"id\": 4, \"question\": \"Does it fold?\", \"answer\": \"Twice.\"}]"));
        Assert.Equal(4, (await import.Pages()).Count);
    }

    [Fact]
    public async Task A_question_that_may_go_on_behind_that_place_comes_in_whole_when_the_file_is_mended()
    {
        await using var import = await ImportCase.Start();
        static string Row(int id, string question, string answer) => $"{{\"id\": {id}, \"question\": \"{question}\", \"answer\": \"{answer}\"}}";
        var text = $"[{Row(1, "Is it heavy?", "Yes.")},\n{Row(1, "Is it heavy?", "Two kilos.")},\n{Row(2, "Does it fold?", "Twice.")}";

        Assert.Equal(ImportVerb.Broken, await import.Bring("a.json", text));
        Assert.Equal(2, (await import.Answers(Assert.Single(await import.Pages()))).Count);
        Assert.Contains("line 3: The file cannot be read on behind it", import.Said.ToString(), StringComparison.Ordinal);

        Assert.Equal(ImportVerb.Done, await import.Bring("mended.json", $"{text},\n{Row(2, "Does it fold?", "By its middle.")}]"));
        Assert.Equal(2, (await import.Answers(await import.Page("Does it fold?"))).Count);
    }

    [Fact]
    public async Task Letters_of_one_byte_are_read_as_such_also_where_two_of_them_happen_to_be_a_letter_of_two()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("question,answer\nPRÊT-À-PORTÉ\u00A0: livré à Genève ?,Dès l’été.\n");

        Assert.Equal("PRÊT-À-PORTÉ\u00A0: livré à Genève ?", Assert.Single(await ImportCase.Rows("a.csv", bytes)).Fields["question"]);
    }

    [Fact]
    public async Task What_a_product_is_called_in_letters_nobody_can_read_is_no_product()
    {
        await using var import = await ImportCase.Start();

        Assert.Equal(ImportVerb.SomeRejected, await import.Bring("a.csv", "question,answer,product name\nÀ quelle heure ?,Dès neuf heures.,Lampe dor\uFFFDe\n"));

        Assert.Contains($"The product {Unread}", import.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_in_other_letters_is_another_import()
    {
        await using var import = await ImportCase.Start();
        await File.WriteAllTextAsync(import.Path("a.csv"), "question,answer\nÀ quelle heure ?,Dès neuf heures.\n");
        Task<SourceFile> In(Encoding? said) => SourceFile.Examine(import.Path("a.csv"), said, CancellationToken.None);

        Assert.Equal((await In(null)).Hash, (await In(Encoding.UTF8)).Hash);
        Assert.NotEqual((await In(null)).Hash, (await In(CodePagesEncodingProvider.Instance.GetEncoding(1252))).Hash);
    }
}
