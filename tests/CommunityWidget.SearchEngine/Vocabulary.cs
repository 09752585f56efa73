using System.Text.Json;

namespace CommunityWidget.SearchEngine;

/// <summary>The terms of schema.org, from its own files: which there are, and which things have which properties.</summary>
public sealed class Vocabulary
{
    private readonly HashSet<string> _terms = [];
    private readonly Dictionary<string, string[]> _above = [], _domains = [];

    private Vocabulary(Stream file)
    {
        using var all = JsonDocument.Parse(file);
        foreach (var term in all.RootElement.GetProperty("@graph").EnumerateArray())
        {
            // Some terms are others', which are called alike.
            if (!term.TryGetProperty("@id", out var id) || !id.GetString()!.StartsWith("schema:", StringComparison.Ordinal)) continue;
            var name = Name(id);
            _terms.Add(name);
            _above[name] = Named(term, "rdfs:subClassOf");
            _domains[name] = Named(term, "schema:domainIncludes");
        }
    }

    public int Count => _terms.Count;

    public bool Knows(string term) => _terms.Contains(term);

    /// <summary>A thing of this type may have this property: it is said of the type, or of one above it.</summary>
    public bool Allows(string type, string property) =>
        _domains.GetValueOrDefault(property, []).Contains(type) || _above.GetValueOrDefault(type, []).Any(above => Allows(above, property));

    /// <summary>Somewhere below a folder; null when there is none.</summary>
    public static Vocabulary? Find(string? folder)
    {
        if (folder is null || !Directory.Exists(folder)) return null;
        var file = Directory.EnumerateFiles(folder, "schemaorg-all-https.jsonld", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault();
        if (file is null) return null;
        using var stream = File.OpenRead(file);
        return new(stream);
    }

    // One, or several.
    private static string[] Named(JsonElement term, string relation) => !term.TryGetProperty(relation, out var named) ? []
        : named.ValueKind == JsonValueKind.Array ? [.. named.EnumerateArray().Select(one => Name(one.GetProperty("@id")))] : [Name(named.GetProperty("@id"))];

    private static string Name(JsonElement id) => id.GetString()!.Split('/', ':')[^1];
}
