namespace CommunityWidget.Import.Reading;

/// <summary>Opens a file as what it is: by its name, else by its first character.</summary>
public static class OpenRows
{
    private static readonly string[] Tables = [".csv", ".tsv"], Lines = [".jsonl", ".ndjson"];

    public static Task<IRows> Of(SourceFile file, out Func<long> position, CancellationToken stop)
    {
        var utf8 = file.Read(out position);
        return Open(file, utf8, stop);
    }

    private static async Task<IRows> Open(SourceFile file, Stream utf8, CancellationToken stop)
    {
        var ending = Path.GetExtension(file.Path).ToLowerInvariant();
        var named = Lines.Contains(ending);
        return named || (!Tables.Contains(ending) && await LooksLikeJson(file, stop)) ? await JsonRows.Open(utf8, named, stop) : await CsvRows.Open(utf8, stop);
    }

    private static async Task<bool> LooksLikeJson(SourceFile file, CancellationToken stop)
    {
        await using var window = new JsonWindow(file.Read(out _));
        return await window.Next(stop) is (byte)'{' or (byte)'[';
    }
}
