using System.Globalization;
using System.Text.Json;
using CommunityWidget.Import.Reading;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Questions and answers real people wrote, in files that lie beside the project; and the same again and again about other products, for how long things take.</summary>
internal sealed class QuestionSets(string folder)
{
    /// <summary>The files, as they are.</summary>
    public static readonly IReadOnlyList<(string File, string Language)> Files =
    [
        ("amazon-appliances/qa.jsonl", "en"),
        ("bitext-customer-support/Bitext_Sample_Customer_Support_Training_Dataset.csv", "en"),
        ("fr-travail/fiches-travail-sections.jsonl", "fr"),
        ("fr-travail/contributions.jsonl", "fr"),
    ];

    public static string Hint => "Name the folder of question sets (--data FOLDER) with amazon-appliances, bitext-customer-support and fr-travail in it.";

    public IEnumerable<(string Path, string Language)> All => Files.Select(file => (Path.Combine(folder, file.File), file.Language));

    public static bool IsThere(string? folder) => folder is not null && Files.All(file => File.Exists(Path.Combine(folder, file.File)));

    /// <summary>So many rows: each question of the sets in turn, each time about another product and under another number.</summary>
    public async Task Repeat(string to, int count)
    {
        var rows = new List<(string Question, string Answer, string Language)>();
        foreach (var (path, language) in All)
        {
            await using var read = await OpenRows.Of(await SourceFile.Examine(path, null, CancellationToken.None), out _, CancellationToken.None);
            await foreach (var row in read.Read(CancellationToken.None))
            {
                var (question, answer) = (SourceRow.Value(row.Fields, FieldNames.Question), row.Answers.Select(a => SourceRow.Value(a, FieldNames.AnswerText)).FirstOrDefault(text => text is { Length: < 15_000 }));
                if (question is { Length: < 3_500 } && answer is not null) rows.Add((question, answer, language));
            }
        }
        await using var file = new StreamWriter(to);
        for (var n = 0; n < count; n++)
        {
            var (question, answer, language) = rows[n % rows.Count];
            var product = n % 5_000;
            await file.WriteLineAsync(JsonSerializer.Serialize(new
            {
                id = n,
                question = $"{question} (model {product.ToString(CultureInfo.InvariantCulture)})",
                answer,
                language,
                product_id = $"M{product}",
                product_name = $"Model {product}",
                asked_at = 1_400_000_000L + (n * 3_000L),
            }));
        }
    }
}
