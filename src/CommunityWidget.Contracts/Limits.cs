namespace CommunityWidget.Contracts;

/// <summary>What a text, name or frame may hold at most; widget and server count alike, in Unicode code points after NFC.</summary>
public static class Limits
{
    /// <summary>Code points of a question or message.</summary>
    public const int TextCodePoints = 4_000;

    /// <summary>UTF-8 bytes of a question or message.</summary>
    public const int TextBytes = 16 * 1024;

    /// <summary>Code points of a name.</summary>
    public const int NameCodePoints = 40;

    /// <summary>Bytes of one WebSocket frame or request body.</summary>
    public const int FrameBytes = 32 * 1024;

    /// <summary>Code points kept of a page title, product name or address; the rest is cut.</summary>
    public const int ContextCodePoints = 300;
}
