using System.Text.Json;

namespace CommunityWidget.Judges.Sets;

/// <summary>The folder with the sets, as it was handed over.</summary>
internal sealed class DataFolder(string root)
{
    public string Path(params string[] parts) => System.IO.Path.Combine([root, .. parts]);

    public bool Has(params string[] parts) => File.Exists(Path(parts));

    /// <summary>A file of comma-separated values with a header.</summary>
    public IReadOnlyList<IDictionary<string, string>> Csv(params string[] parts)
    {
        if (!Has(parts)) return Absent<IDictionary<string, string>>(parts);
        var all = CsvRows.Of(File.ReadAllText(Path(parts)).TrimStart('\uFEFF')).ToList();
        var rows = new List<IDictionary<string, string>>();
        foreach (var row in all.Skip(1))
        {
            var named = new Dictionary<string, string>();
            for (var i = 0; i < all[0].Count; i++) named[all[0][i]] = i < row.Count ? row[i] : "";
            rows.Add(named);
        }
        return rows;
    }

    public IReadOnlyList<JsonElement> JsonLines(params string[] parts) =>
        Has(parts) ? [.. File.ReadLines(Path(parts)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)] : Absent<JsonElement>(parts);

    public IReadOnlyList<JsonElement> Json(params string[] parts) =>
        Has(parts) ? [.. JsonDocument.Parse(File.ReadAllText(Path(parts))).RootElement.EnumerateArray()] : Absent<JsonElement>(parts);

    public IReadOnlyList<string> Lines(params string[] parts) => Has(parts) ? File.ReadAllLines(Path(parts)) : Absent<string>(parts);

    private static IReadOnlyList<T> Absent<T>(string[] parts)
    {
        Console.Error.WriteLine($"absent, left out: {string.Join('/', parts)}");
        return [];
    }
}
