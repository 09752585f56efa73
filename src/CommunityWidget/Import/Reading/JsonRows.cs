using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace CommunityWidget.Import.Reading;

/// <summary>Questions as JSON: one object a line, objects over several lines, a list, or a list within an object. A bad line costs itself; in a list nobody knows where the next one begins.</summary>
public sealed class JsonRows : IRows
{
    /// <summary>How deep a question may go; nothing we know of is half as deep.</summary>
    public const int Deepest = 16;

    private static readonly HashSet<string> MainEntity = [FieldNames.MainEntity], Type = ["type"];

    private readonly JsonWindow _window;
    private readonly Form _form;

    private JsonRows(JsonWindow window, Form form) => (_window, _form) = (window, form);

    public IReadOnlyList<string> Columns => [];

    /// <param name="utf8">From its beginning.</param>
    /// <param name="named">By its name it is one object a line: then not even the first one must be right.</param>
    /// <param name="stop">Stops it.</param>
    public static async Task<JsonRows> Open(Stream utf8, bool named, CancellationToken stop)
    {
        var window = new JsonWindow(utf8);
        if (await window.Next(stop) is var first && first != (byte)'{' && (first == (byte)'[' || !named)) return new(window, Form.List);
        int End() => window.Bytes.IndexOf((byte)'\n') is var end and >= 0 ? end : window.Bytes.Length;
        bool IsOnly() => !window.Bytes[End()..].ContainsAnyExcept(" \t\r\n"u8);
        while (IsOnly() && await window.Fill(stop)) { }
        return new(window, IsRow(window.Memory[..End()], IsOnly()) switch
        {
            true => Form.Lines,
            null when named => Form.Lines,
            null when await IsQuestion(window, stop) => Form.Values,
            _ => Form.List,
        });
    }

    public IAsyncEnumerable<SourceRow> Read(CancellationToken stop) => _form switch
    {
        Form.Lines => Lines(stop),
        Form.Values => Values(stop),
        _ => List(stop),
    };

    private async IAsyncEnumerable<SourceRow> Lines([EnumeratorCancellation] CancellationToken stop)
    {
        while (await _window.Next(stop) is not null)
        {
            while (_window.Bytes.IndexOf((byte)'\n') < 0 && await _window.Fill(stop)) { }
            var end = _window.Bytes.IndexOf((byte)'\n');
            var (line, tooLong) = (_window.Line, end < 0 && !_window.IsAtEnd);
            if (tooLong) yield return new(line, []) { Fault = $"It is longer than {JsonWindow.MostBytes >> 20} megabytes." };
            else foreach (var row in Rows(line, _window.Memory[..(end < 0 ? _window.Bytes.Length : end)])) yield return row;
            _window.Pass(end < 0 ? _window.Bytes.Length : end);
            // The rest of it is no row of its own.
            while (tooLong && _window.Bytes.IndexOf((byte)'\n') < 0 && await _window.Fill(stop))
                _window.Pass(_window.Bytes.IndexOf((byte)'\n') is var rest and >= 0 ? rest : _window.Bytes.Length);
        }
    }

    private async IAsyncEnumerable<SourceRow> List([EnumeratorCancellation] CancellationToken stop)
    {
        var (areLists, isFirst) = (false, true);
        while (await _window.Next(stop) is { } first)
        {
            areLists |= first == '[';
            // Among lists a question may stand in none, and behind what is around one as well.
            var begins = first == '[' ? 1 : areLists ? 0 : await Measured(window => window.ListBegins() ?? (isFirst ? null : window.HoldsNone()), stop);
            isFirst = false;
            if (begins == 0)
            {
                foreach (var row in await Row(stop)) yield return row;
                continue;
            }
            // The only question of a page stands in no list.
            var (isOne, open) = (_window.Bytes[begins - 1] != '[', JsonWindow.Opened(_window.Bytes[..begins]));
            var (passed, told) = (int.MaxValue, new HashSet<(string, int, bool)>());
            _window.Pass(begins);
            while (open > 0)
            {
                var line = _window.Line;
                byte? next;
                while ((next = await _window.Next(stop)) is not (null or (byte)']'))
                {
                    foreach (var row in await Row(stop)) yield return row;
                    if (isOne) break;
                }
                // Another list of questions may stand behind it, or one question more.
                for (bool? isRead = false; open > 0 && isRead != true;)
                {
                    if (next is null || await _window.Close(open, stop) is not { } reached) throw new UnreadableFileException($"The file ends in the middle of the list that begins at line {line}, or of what is around it.");
                    (open, isOne) = (reached.Open, reached.IsOne);
                    if (reached.Lowest < passed) passed = int.MaxValue;
                    var at = _window.Line;
                    if (open == 0 || (isRead = await _window.IsToBeRead(isOne, stop)) is not null || passed < int.MaxValue) continue;
                    // What is within it is said with it.
                    if (!isOne) passed = open;
                    if (told.Add((reached.Name, open, isOne))) yield return new(at, []) { Fault = NotRead(reached, at) };
                }
            }
        }
    }

    private static string NotRead(JsonWindow.Reached what, long line) => what.IsOne
        ? $"What is called {what.Name} at line {line} was not read, nor others like it further down: it is longer than {JsonWindow.MostBytes >> 20} megabytes, or goes deeper than a question does."
        : $"A list called {what.Name} at line {line} was not read, nor others like it further down: it does not begin with a question and its answer. Import it as a file of its own.";

    private async IAsyncEnumerable<SourceRow> Values([EnumeratorCancellation] CancellationToken stop)
    {
        while (await _window.Next(stop) is not null)
            foreach (var row in await Row(stop)) yield return row;
    }

    // The value that begins here.
    private async Task<IReadOnlyList<SourceRow>> Row(CancellationToken stop)
    {
        var length = await Measured(window => window.Length(), stop);
        var rows = Rows(_window.Line, _window.Memory[..length]);
        _window.Pass(length);
        return rows;
    }

    private async Task<int> Measured(Func<JsonWindow, int?> measure, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                if (measure(_window) is { } length) return length;
            }
            catch (JsonException error)
            {
                throw new UnreadableFileException($"From line {_window.Line + (error.LineNumber ?? 0)} on the file cannot be read: it is no JSON there.");
            }
            if (await _window.Fill(stop)) continue;
            throw new UnreadableFileException(_window.IsAtEnd
                ? $"The file ends in the middle of what begins at line {_window.Line}, or holds no list of questions."
                : $"What begins at line {_window.Line} is longer than {JsonWindow.MostBytes >> 20} megabytes, or no list of questions.");
        }
    }

    private static IReadOnlyList<SourceRow> Rows(long line, ReadOnlyMemory<byte> json)
    {
        var raw = Encoding.UTF8.GetString(json.Span).Trim();
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? [.. JsonFields.Rows(line, raw, parsed.RootElement)] : [new(line, [raw]) { Fault = "It is no object with fields." }];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return [new(line, [raw]) { Fault = error is JsonException ? "It is no JSON." : "It holds half a character." }];
        }
    }

    // Nothing where the line alone does not say.
    private static bool? IsRow(ReadOnlyMemory<byte> line, bool isOnly)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object || !isOnly) return true;
            var fields = parsed.RootElement.EnumerateObject().ToList();
            // What is said of all its questions is read with them.
            return !fields.Exists(Holds) || fields.Exists(field => IsOneOf(FieldNames.Shared, field) || IsOneOf(FieldNames.Answering, field));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Written over several lines: a question, not what is around a list of them.
    private static async Task<bool> IsQuestion(JsonWindow window, CancellationToken stop)
    {
        try
        {
            int? length;
            while ((length = window.Length()) is null && await window.Fill(stop)) { }
            if (length is not { } end) return false;
            bool IsLast() => !window.Bytes[end..].ContainsAnyExcept(" \t\r\n"u8);
            while (IsLast() && await window.Fill(stop)) { }
            using var parsed = JsonDocument.Parse(window.Memory[..end]);
            var fields = parsed.RootElement.EnumerateObject().ToList();
            if (!IsLast() || fields.Exists(field => IsOneOf(FieldNames.Answering, field))) return true;
            return fields.Exists(Asks) && !fields.Exists(field => Holds(field) || IsOneOf(MainEntity, field));
        }
        catch (JsonException)
        {
            // Whoever reads it says where.
            return false;
        }
    }

    private static bool Asks(JsonProperty field) => IsOneOf(FieldNames.Asking, field) || (IsOneOf(Type, field) && field.Value.GetRawText().EndsWith("Question\"", StringComparison.Ordinal));

    // A list of questions, here or further in.
    private static bool Holds(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Array => IsOneOf(FieldNames.Questions, field),
        JsonValueKind.Object => IsOneOf(FieldNames.Around, field) && field.Value.EnumerateObject().Any(Holds),
        _ => false,
    };

    // Half a character is no name of ours.
    private static bool IsOneOf(IReadOnlySet<string> names, JsonProperty field)
    {
        try
        {
            return names.Contains(FieldNames.Normal(field.Name));
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private enum Form
    {
        Lines,
        Values,
        List,
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();
}
