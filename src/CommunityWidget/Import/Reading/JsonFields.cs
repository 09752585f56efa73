using System.Text.Json;

namespace CommunityWidget.Import.Reading;

/// <summary>The fields of an object by their names, those of objects within it by both: <c>product.id</c> is <c>productid</c>.</summary>
internal static class JsonFields
{
    private static readonly string[] Written = ["Answer", "Comment", "Posting", "Article"];

    /// <summary>The question an object is, or those it holds: a page of a shop has some, beside what is said of all of them.</summary>
    public static IEnumerable<SourceRow> Rows(long line, string raw, JsonElement root)
    {
        var row = Row(line, raw, root);
        if (row.Answers.Any(answer => SourceRow.Value(answer, FieldNames.AnswerText) is not null) || IsQuestion(row)) return [row];
        var asks = SourceRow.Value(row.Fields, [.. FieldNames.Title, .. FieldNames.Question, .. FieldNames.Body]) is not null;
        var (held, shared) = (new List<JsonElement>(), "");
        foreach (var field in root.EnumerateObject())
        {
            var name = FieldNames.Normal(field.Name);
            if (name is FieldNames.MainEntity or "questions" || (!asks && FieldNames.Questions.Contains(name))) held.AddRange(Held(field.Value));
            else if (name == FieldNames.HasPart) held.AddRange(Held(field.Value).Where(part => part.EnumerateObject().Any(inner => FieldNames.Normal(inner.Name) == FieldNames.MainEntity)));
            else if (FieldNames.Shared.Contains(name)) shared += $", {field}";
        }
        if (held.Count > 0) return held.SelectMany(one => Rows(line, one, shared));
        return IsFurniture(root, row) ? [] : [row];
    }

    // As if each said it itself, also where it is written down to be mended.
    private static IEnumerable<SourceRow> Rows(long line, JsonElement question, string shared)
    {
        var raw = question.GetRawText();
        if (shared.Length == 0) return Rows(line, raw, question);
        raw = $"{raw[..^1].TrimEnd()}{shared}}}";
        using var whole = JsonDocument.Parse(raw, new JsonDocumentOptions { MaxDepth = JsonRows.Deepest });
        return [.. Rows(line, raw, whole.RootElement)];
    }

    // What only points at something else is not held here.
    private static IEnumerable<JsonElement> Held(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Held),
        JsonValueKind.Object when value.EnumerateObject().Any(field => field.Name != "@id") => [value],
        _ => [],
    };

    // A page, its shop or its pictures are no questions that lack an answer; what somebody wrote may be, and is named.
    private static bool IsFurniture(JsonElement root, SourceRow row) =>
        root.TryGetProperty("@type", out _) && row.Fields.GetValueOrDefault("type") is { } type && !Array.Exists(Written, word => type.EndsWith(word, StringComparison.Ordinal));

    private static bool IsQuestion(SourceRow row) => row.Fields.GetValueOrDefault("type")?.EndsWith("Question", StringComparison.Ordinal) == true;

    private static SourceRow Row(long line, string raw, JsonElement question)
    {
        var (values, answers) = (new List<(string Name, string Value)>(), new List<IReadOnlyDictionary<string, string>>());
        foreach (var field in question.EnumerateObject())
        {
            Add(values, FieldNames.Normal(field.Name), field.Value, answers);
        }
        var row = SourceRow.Of(line, [raw], new([.. values.Select(value => value.Name)]), values.Select(value => value.Value));
        return row with { Answers = [.. row.Answers, .. answers] };
    }

    private static Dictionary<string, string> Answer(JsonElement answer, bool isAccepted)
    {
        var values = new List<(string Name, string Value)>();
        Add(values, "", answer);
        var found = new Dictionary<string, string>();
        if (isAccepted) found[FieldNames.AnswerAccepted[0]] = "yes";
        foreach (var (name, value) in values)
            // An answer's text is called so, or an answer's.
            found.TryAdd(FieldNames.OfAnswer(name) is { Word.Length: > 0, Part: { Length: > 0 } part } ? part : name, value);
        return found;
    }

    // Lists within a list are of the same.
    private static IEnumerable<JsonElement> Each(JsonElement list) => list.EnumerateArray().SelectMany(one => one.ValueKind == JsonValueKind.Array ? Each(one) : [one]);

    private static bool Says(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => Each(value).Any(Says),
        _ => true,
    };

    // Answers are where those of a list go; nowhere within one of them, which has one text.
    private static void Add(List<(string Name, string Value)> values, string name, JsonElement value, List<IReadOnlyDictionary<string, string>>? answers = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var fields = value.EnumerateObject().Select(inner => (Name: name + FieldNames.Normal(inner.Name), inner.Value)).ToList();
                // The text that counts may be of several answers; what stands beside it was said to them.
                var text = answers is null ? null : fields.Min(field => FieldNames.TextRank(field.Name) is { } rank && Says(field.Value) ? rank : (int?)null);
                foreach (var (within, held) in fields) Add(values, within, held, FieldNames.TextRank(within) > text ? null : answers);
                break;
            case JsonValueKind.Array when answers is not null && FieldNames.AreAnswers(name) is { } accepted:
                var all = Each(value).Where(one => one.ValueKind != JsonValueKind.Null).ToList();
                // What stands beside the list is said of the first of it, unless the list has a word of its own.
                var firsts = FieldNames.Answers.ContainsKey(name) ? 0 : Math.Min(all.Count, 1);
                if (firsts > 0) values.AddRange(Answer(all[0], isAccepted: false).Select(part => (FieldNames.WithPart(name, part.Key), part.Value)));
                answers.AddRange(all.Skip(firsts).Select(answer => Answer(answer, accepted)));
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
