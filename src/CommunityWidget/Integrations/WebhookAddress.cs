using System.Net;
using CommunityWidget.Hosting;

namespace CommunityWidget.Integrations;

/// <summary>Whether something typed is an address we would send to. A name is looked at again whenever it is connected to.</summary>
public static class WebhookAddress
{
    public const int Most = 500;

    private static readonly string[] Inside = [".localhost", ".local", ".internal", ".home.arpa", ".onion"];

    /// <summary>The address as it is kept, or which sentence says what is wrong with it.</summary>
    public static (string? Address, string? Fault) Read(string? typed, bool allowPrivate)
    {
        if (typed is null || typed.Length > Most || !Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var url) || url.AsciiHost() is null or "") return (null, "webhook_address");
        if (url.Scheme is not ("https" or "http") || url.UserInfo != "" || url.Fragment != "") return (null, "webhook_address");
        if (allowPrivate) return (url.AbsoluteUri, null);
        if (url.Scheme != "https") return (null, "webhook_not_secure");
        if (url is { IsDefaultPort: false, Port: < 1024 }) return (null, "webhook_port");
        return IsInside(url) ? (null, "webhook_private") : (url.AbsoluteUri, null);
    }

    private static bool IsInside(Uri url)
    {
        if (IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var literal)) return !PublicNetwork.Holds(literal);
        var name = "." + url.IdnHost.TrimEnd('.').ToLowerInvariant();
        return Array.Exists(Inside, end => name.EndsWith(end, StringComparison.Ordinal));
    }
}
