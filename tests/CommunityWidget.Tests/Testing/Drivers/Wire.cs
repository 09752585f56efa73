using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>How the wire writes JSON. Not escaped more than browsers do: a text of 16 kB must fit a frame of 32 kB.</summary>
public static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How long a driver waits for anything before it says that it never came.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
}
