using System.Text.Json;

namespace CommunityWidget.Import.Reading;

/// <summary>The fields of an object by their names, those of objects within it by both: <c>product.id</c> is <c>productid</c>.</summary>
internal static class JsonFields
{
    public static SourceRow Row(long line, string raw, JsonElement question)
    {
        var (values, answers) = (new List<(string Name, string Value)>(), new List<IReadOnlyDictionary<string, string>>());
        foreach (var field in question.EnumerateObject())
        {
            var name = FieldNames.Normal(field.Name);
            if (field.Value.ValueKind == JsonValueKind.Array && FieldNames.Answers.Contains(name)) answers.AddRange(field.Value.EnumerateArray().Select(Answer));
            else Add(values, name, field.Value);
        }
        var row = SourceRow.Of(line, [raw], values);
        return row with { Answers = [.. row.Answers, .. answers] };
    }

    private static Dictionary<string, string> Answer(JsonElement answer)
    {
        var values = new List<(string Name, string Value)>();
        Add(values, "", answer);
        var found = new Dictionary<string, string>();
        foreach (var (name, value) in values) found.TryAdd(name, value);
        return found;
    }

    private static void Add(List<(string Name, string Value)> values, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var inner in value.EnumerateObject()) Add(values, name + FieldNames.Normal(inner.Name), inner.Value);
                break;
            case JsonValueKind.Array:
                // Of several topics the first one is meant most.
                if (value.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String or JsonValueKind.Number } first) Add(values, name, first);
                break;
            case JsonValueKind.String:
                values.Add((name, value.GetString()!));
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                values.Add((name, value.GetRawText()));
                break;
        }
    }
}
