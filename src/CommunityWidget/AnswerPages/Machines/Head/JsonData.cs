using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>JSON that may stand in a script element: letters stay letters, but nothing in it ends the element, begins a comment or breaks a line.</summary>
public static class JsonData
{
    // Escapes < > & ' " and U+2028 in every case.
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Text(JsonObject data) => data.ToJsonString(Safe);
}
