using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>
/// A site with 100,000 public pages of real questions: how fast they are brought in, and how long a page, its lists, a search and suggestions take,
/// one reader at a time and nothing of it kept, beside the query alone.
/// </summary>
internal static class AtScale
{
    private const int Pages = 100_000;

    public static async Task Run(Report report, Storage storage, Settings settings, string folder, string? data)
    {
        if (!QuestionSets.IsThere(data))
        {
            report.Note($"Pages at scale were not measured. {QuestionSets.Hint}");
            return;
        }
        var (sets, pages) = (new QuestionSets(data!), settings.IsSmoke ? Pages / 100 : Pages);
        await using var library = await Library.Open(storage);
        foreach (var (path, language) in sets.All)
        {
            await library.Import(Copy(path, folder), "--language", language);
            report.Note($"{Path.GetFileName(path)} ({storage.Name}): {Said(library)}");
        }
        var many = Path.Combine(folder, "many.jsonl");
        await sets.Repeat(many, Math.Max(500, pages - (int)await library.Count()));
        await library.Import(many);
        report.Note($"The same again and again about other products ({storage.Name}): {Said(library)}");
        report.Note($"{await library.Count():n0} public pages ({storage.Name}).");
        await ReadingTimes.Run(report, storage, settings, library);
    }

    // The rejected rows stand beside a file, and these are nobody's to write beside.
    private static string Copy(string path, string folder)
    {
        var copy = Path.Combine(folder, Path.GetFileName(path));
        File.Copy(path, copy, overwrite: true);
        File.SetAttributes(copy, FileAttributes.Normal);
        return copy;
    }

    private static string Said(Library library) => string.Join(" ", library.Said.Split('\n').Where(line => line.Contains("rejected.", StringComparison.Ordinal) || line.Contains("a second", StringComparison.Ordinal)));
}
