namespace CommunityWidget.Import.Reading;

/// <summary>One question as it stands in a file: values by the normal form of their names (see <see cref="FieldNames"/>), nothing understood yet.</summary>
/// <param name="Line">Where it begins, the first line being 1.</param>
/// <param name="Cells">As it was written, to be given back where it cannot be used: cells of a table, or one piece of JSON.</param>
public sealed record SourceRow(long Line, IReadOnlyList<string> Cells)
{
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Answers { get; init; } = [];

    /// <summary>Set where not even its fields could be told apart.</summary>
    public string? Fault { get; init; }

    /// <summary>Rows of the file that go on with it: tables have one for each answer now and then.</summary>
    public IReadOnlyList<SourceRow> Also { get; init; } = [];

    /// <summary>Where one of its answers stands.</summary>
    public long LineOf(int answer)
    {
        var first = Answers.Count;
        foreach (var row in Also.Reverse())
        {
            first -= row.Answers.Count;
            if (answer >= first) return row.Line;
        }
        return Line;
    }

    public int Count => 1 + Also.Count;

    /// <summary>How long it is.</summary>
    public long Weight => Cells.Sum(cell => (long)cell.Length) + Also.Sum(row => row.Weight);

    /// <summary>Parts the values of one row, in the order of its names, into those of the question and those of each answer.</summary>
    public static SourceRow Of(long line, IReadOnlyList<string> cells, AnswerPlaces names, IEnumerable<string> values)
    {
        var (fields, answers) = (new Dictionary<string, string>(), new SortedDictionary<int, Dictionary<string, string>>());
        foreach (var (at, value) in values.Index())
        {
            if (string.IsNullOrWhiteSpace(value) || names.IsCount(at, value)) continue;
            var (name, place) = names[at];
            if (place is not var (number, part)) fields.TryAdd(name, value);
            else
            {
                if (!answers.TryGetValue(number, out var answer)) answers[number] = answer = number < 0 ? new() { [FieldNames.AnswerAccepted[0]] = "yes" } : [];
                answer.TryAdd(part, value);
            }
        }
        return new SourceRow(line, cells) { Fields = fields, Answers = [.. answers.Values] };
    }

    /// <summary>The first value among names that mean the same.</summary>
    public static string? Value(IReadOnlyDictionary<string, string> values, IReadOnlyList<string> names)
    {
        foreach (var name in names)
            if (values.TryGetValue(name, out var value)) return value;
        return null;
    }
}
