using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>JSON that may stand in a script element: letters stay letters, but nothing in it ends the element, begins a comment or breaks a line.</summary>
public static class JsonData
{
    private const int UsualBytes = 8 * 1_024;

    // Escapes < > & ' " and U+2028 in every case.
    private static readonly JsonWriterOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // Each thread's own, used again: a page needs two, and each would be as large as a page.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Written, Utf8JsonWriter Json)? _pen;

    /// <summary>Writes one thing of schema.org, which begins with what it is, as the page's own bytes.</summary>
    /// <param name="type">As schema.org calls it.</param>
    /// <param name="of">What it is written of.</param>
    /// <param name="write">Writes all else.</param>
    public static ReadOnlyMemory<byte> Of<T>(string type, T of, Action<Utf8JsonWriter, T> write)
    {
        var (written, json) = _pen ??= New();
        written.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("@context"u8, "https://schema.org"u8);
        json.WriteString("@type"u8, type);
        write(json, of);
        json.WriteEndObject();
        json.Flush();
        return written.WrittenSpan.ToArray();
    }

    private static (ArrayBufferWriter<byte> Written, Utf8JsonWriter Json) New()
    {
        var written = new ArrayBufferWriter<byte>(UsualBytes);
        return (written, new(written, Safe));
    }
}
