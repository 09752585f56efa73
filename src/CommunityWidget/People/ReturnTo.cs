namespace CommunityWidget.People;

/// <summary>Where to go after signing in: a path of ours and nothing a browser could read as another site.</summary>
public static class ReturnTo
{
    private static readonly Uri Here = new("http://here.invalid");

    /// <summary>The path, or null when it might lead elsewhere.</summary>
    public static string? OnThisSite(string? path)
    {
        if (path is not { Length: > 0 and <= 500 }) return null;
        // Proxies and browsers decode at different moments: it must be harmless at each.
        for (var (text, decoded) = (path, ""); ; text = decoded)
        {
            if (!IsPath(text)) return null;
            decoded = Uri.UnescapeDataString(text);
            if (decoded == text) return InHeader(path);
        }
    }

    // No header holds other letters.
    private static string InHeader(string path) => path.All(char.IsAscii) ? path : new Uri(Here, path).PathAndQuery + new Uri(Here, path).Fragment;

    private static bool IsPath(string text) => text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal)
        && !text.Contains('\\') && !text.Any(char.IsControl)
        && Uri.TryCreate(Here, text, out var there) && there.Host == Here.Host;
}
