using Microsoft.Extensions.Options;

namespace CommunityWidget.Hosting;

/// <summary>Settings at the root of the configuration.</summary>
public sealed class PublicOptions
{
    /// <summary>Where browsers reach this program; links in invitations and mails begin with it. When it is not set: the address listened on.</summary>
    public string PublicUrl { get; set; } = "";

    public bool IsUsable => Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https" && url is { UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" } && url.AsciiHost() is not (null or "")
        && HostName.IsRead(url.AsciiAuthority()!);

    /// <summary>The first of the addresses listened on, as a browser on this machine would write it.</summary>
    public static string? From(IReadOnlyList<string> addresses)
    {
        if (addresses is not [var first, ..] || !first.Contains("://", StringComparison.Ordinal)) return null;
        var here = first.Replace("://*", "://localhost").Replace("://+", "://localhost").Replace("://0.0.0.0", "://localhost").Replace("://[::]", "://localhost");
        return Uri.TryCreate(here, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.GetLeftPart(UriPartial.Authority) : null;
    }
}

/// <summary>The address people know us by, and whether a browser's <c>Origin</c> is our own. A name in other letters is what browsers send and headers may hold (<c>xn--…</c>), wherever we say it.</summary>
public sealed class PublicAddress
{
    public PublicAddress(IOptions<PublicOptions> options)
    {
        var url = new Uri(options.Value.PublicUrl);
        var sent = url.AsciiAuthority()!;
        (Origin, Host) = ($"{url.Scheme}://{sent}", HostString.FromUriComponent(sent));
        IsSecure = url is { Scheme: "https", IsLoopback: false, IsDefaultPort: true };
    }

    /// <summary><c>https://chat.shop.example</c>, without a slash at the end.</summary>
    public string Origin { get; }

    /// <summary>What the framework makes of a request's <c>Host</c> that names us: in the letters people write. To be compared with those only, and said nowhere.</summary>
    public HostString Host { get; }

    /// <summary>People reach it by https only and by the usual port, and it is no machine's own: what holds for a name holds for all of its ports.</summary>
    public bool IsSecure { get; }

    public string Link(string path) => Origin + path;

    /// <summary>A request that came by this name.</summary>
    public bool IsHost(HostString host) => string.Equals(host.Value, Host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A browser names the origin it sees: behind a proxy that is the public one, else the one the request came to.</summary>
    public bool IsOwn(HttpRequest request, string? origin) =>
        string.Equals(origin, Origin, StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the browser says that a page of ours sent the request; a request that does not say is not trusted.</summary>
    public bool IsFromOwnPage(HttpRequest request) => request.Headers.Origin.Count > 0
        ? IsOwn(request, request.Headers.Origin)
        : request.Headers["Sec-Fetch-Site"] == "same-origin";
}
