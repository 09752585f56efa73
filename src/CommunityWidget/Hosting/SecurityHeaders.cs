namespace CommunityWidget.Hosting;

/// <summary>What every answer of ours tells browsers and search engines.</summary>
public static class SecurityHeaders
{
    // 'self' in connect-src covers sockets to the same origin. No inline script or style anywhere: ours included.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // Late, so that an error page has them too.
        http.Response.OnStarting(
            static started =>
            {
                Add((HttpContext)started);
                return Task.CompletedTask;
            },
            http);
        return next(http);
    });

    /// <summary>Lets a page show pictures from these origins too.</summary>
    public static void AllowPictures(HttpResponse response, IEnumerable<string> origins) =>
        response.Headers.ContentSecurityPolicy = Policy.Replace("img-src 'self' data:", string.Join(' ', ["img-src 'self' data:", .. origins]), StringComparison.Ordinal);

    /// <summary>For a page that is read under another name: what it loads and talks to is here.</summary>
    public static string Also(string origin, string socket) => Policy.Replace("script-src 'self'", $"script-src 'self' {origin}", StringComparison.Ordinal)
        .Replace("style-src 'self'", $"style-src 'self' {origin}", StringComparison.Ordinal)
        .Replace("img-src 'self'", $"img-src 'self' {origin}", StringComparison.Ordinal)
        .Replace("connect-src 'self'", $"connect-src 'self' {origin} {socket}", StringComparison.Ordinal);

    private static void Add(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!IsForSearchEngines(http.Request.Path)) headers["X-Robots-Tag"] = "noindex";
        if (IsOursAndSecure(http)) headers.StrictTransportSecurity = "max-age=31536000";
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is not true) return;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : Policy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (IsReadElsewhere(http.Request.Path)) return;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    }

    // Said of our own name only: what a shop shows under its own it passes on with our headers, and this one holds for a year and all of its host.
    private static bool IsOursAndSecure(HttpContext http) =>
        http.RequestServices.GetService<PublicAddress>() is { IsSecure: true } address && address.IsHost(http.Request.Host) && !IsReadElsewhere(http.Request.Path);

    private static bool IsReadElsewhere(PathString path) =>
        path.StartsWithSegments("/answers", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/shown", StringComparison.OrdinalIgnoreCase) || path == "/robots.txt";

    private static bool IsForSearchEngines(PathString path) =>
        path.StartsWithSegments("/answers", StringComparison.OrdinalIgnoreCase) || path == "/robots.txt";
}
