using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityWidget.Import.Reading;

namespace CommunityWidget.Import.Telling;

/// <summary>
/// Rejected rows of JSON: one object a line, as it was, with two fields in front that no import reads. What is no object stands within one, as text,
/// so that one row in which nothing is right costs none behind it.
/// </summary>
internal sealed partial class RejectedLines(Stream file) : IRejectedRows
{
    private const string Row = "import_row";

    // People mend it: letters stay letters.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter _lines = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    public void Add(SourceRow row, string fault) => _lines.WriteLine(Written(row, fault));

    public Task Flush() => _lines.FlushAsync();

    private static string Written(SourceRow row, string fault)
    {
        var told = string.Create(CultureInfo.InvariantCulture, $"{{\"{IRejectedRows.Line}\": {row.Line}, \"{IRejectedRows.Reason}\": {Text(fault)}");
        // Nobody kept what was too long to be read.
        if (row.Cells is not [var raw]) return $"{told}}}";
        if (!IsObject(raw)) return $"{told}, \"{Row}\": {Text(raw)}}}";
        // Not written anew: half a character, say, could not be.
        var fields = Told().Replace(LineBreaks().Replace(raw, " "), "{")[1..].TrimStart();
        return fields == "}" ? $"{told}}}" : $"{told}, {fields}";
    }

    private static bool IsObject(string raw)
    {
        try
        {
            using var parsed = JsonDocument.Parse(raw, new JsonDocumentOptions { MaxDepth = JsonRows.Deepest });
            return parsed.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(string text) => JsonSerializer.Serialize(text, Readable);

    // Within its strings an object has none.
    [GeneratedRegex("[\r\n]+[ \t]*", RegexOptions.NonBacktracking)]
    private static partial Regex LineBreaks();

    // What was said about a row before it was mended is not said again.
    [GeneratedRegex("""^\{\s*"import_line":\s*[0-9]+,\s*"import_reason":\s*"([^"\\]|\\.)*"\s*,?""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Told();

    public ValueTask DisposeAsync() => _lines.DisposeAsync();
}
