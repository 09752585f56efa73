using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommunityWidget.Database;

/// <summary>Rows as JSON, an array each: how a database without arrays takes many at once.</summary>
internal static class JsonRows
{
    // Longer than need be is slower to read; nothing here meets a browser.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(Rows rows)
    {
        var bytes = new ArrayBufferWriter<byte>(256 * Math.Max(1, rows.Count));
        using var json = new Utf8JsonWriter(bytes, Plain);
        json.WriteStartArray();
        for (var row = 0; row < rows.Count; row++)
        {
            json.WriteStartArray();
            foreach (var (_, values) in rows.Columns) Write(json, values, row);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Array values, int row)
    {
        switch (values)
        {
            // As the provider writes them everywhere else: two spellings of one id never meet.
            case Guid[] ids: json.WriteStringValue(ids[row].ToString().ToUpperInvariant()); break;
            case long[] numbers: json.WriteNumberValue(numbers[row]); break;
            case string[] texts: json.WriteStringValue(texts[row]); break;
            default: throw new NotSupportedException($"No column of {values.GetType().Name} is known.");
        }
    }
}
