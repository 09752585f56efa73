using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>How the wire writes JSON. Not escaped more than browsers do: a text of 16 kB must fit a frame of 32 kB.</summary>
public static partial class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object? value) => Escaped().Replace(
        JsonSerializer.Serialize(value, Json),
        found => found.Groups[1].Success ? $"{(char)Convert.ToInt32(found.Groups[1].Value, 16)}{(char)Convert.ToInt32(found.Groups[2].Value, 16)}" : found.Value);

    /// <summary>How long a driver waits for anything before it says that it never came.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The serializer writes letters beyond the first 65,536 as two escapes; a browser writes the letter. An escaped backslash is skipped.
    [GeneratedRegex(@"\\\\|\\u(?<high>D[89AB][0-9A-F]{2})\\u(?<low>D[C-F][0-9A-F]{2})", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escaped();
}
