using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommunityWidget.Tests.Integrations;

/// <summary>As much of JSON Schema as the API's description uses; a property that is not described is a fault too.</summary>
public static class Schema
{
    public static IReadOnlyList<string> Faults(JsonObject document, JsonNode schema, JsonNode? value, string at = "$")
    {
        if (schema["$ref"] is { } reference) return Faults(document, Find(document, (string)reference!), value, at);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return choices.Any(choice => Faults(document, choice!, value, at).Count == 0) ? [] : [$"{at} is none of {choices.Count} choices"];
        var faults = new List<string>();
        if (schema["type"] is { } type && !Types(type).Any(one => Is(one, value))) faults.Add($"{at} is no {type.ToJsonString()}: {value?.ToJsonString() ?? "null"}");
        if (value is JsonArray array && schema["items"] is { } items) faults.AddRange(array.SelectMany((item, i) => Faults(document, items, item, $"{at}[{i}]")));
        if (value is not JsonObject fields || schema["properties"] is not JsonObject known) return faults;
        faults.AddRange((schema["required"]?.AsArray() ?? []).Where(name => !fields.ContainsKey((string)name!)).Select(name => $"{at}.{name} is missing"));
        foreach (var (name, field) in fields)
        {
            if (known[name] is { } described) faults.AddRange(Faults(document, described, field, $"{at}.{name}"));
            else faults.Add($"{at}.{name} is not described");
        }
        return faults;
    }

    private static JsonNode Find(JsonNode document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!);

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(one => (string)one!) : [(string)type!];

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && value.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-'),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };
}
