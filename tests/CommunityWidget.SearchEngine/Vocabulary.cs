using System.Text.Json;

namespace CommunityWidget.SearchEngine;

/// <summary>The terms of schema.org, from its own files.</summary>
public sealed class Vocabulary
{
    private readonly HashSet<string> _terms = [];

    private Vocabulary(Stream file)
    {
        using var all = JsonDocument.Parse(file);
        foreach (var term in all.RootElement.GetProperty("@graph").EnumerateArray())
        {
            if (term.TryGetProperty("@id", out var id)) _terms.Add(id.GetString()!.Split('/', ':')[^1]);
        }
    }

    public int Count => _terms.Count;

    public bool Knows(string term) => _terms.Contains(term);

    /// <summary>Somewhere below a folder; null when there is none.</summary>
    public static Vocabulary? Find(string? folder)
    {
        if (folder is null || !Directory.Exists(folder)) return null;
        var file = Directory.EnumerateFiles(folder, "schemaorg-all-https.jsonld", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault();
        if (file is null) return null;
        using var stream = File.OpenRead(file);
        return new(stream);
    }
}
