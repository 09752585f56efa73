namespace CommunityWidget.Sites;

/// <summary>Lets scripts on the sites' own pages call the API: with a token in a header, never with cookies.</summary>
public static class SiteCors
{
    public static void UseSiteCors(this IApplicationBuilder app) =>
        app.Use((http, next) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Answer(http, next) : next(http));

    private static async Task Answer(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.Append("Vary", "Origin");
        string? origin = http.Request.Headers.Origin;
        var known = !string.IsNullOrEmpty(origin) && (await http.RequestServices.GetRequiredService<SiteStore>().All()).Any(site => site.AllowsOrigin(origin));
        // Late, so that a refusal or failure can be read there too.
        if (known) http.Response.OnStarting(() => { headers.AccessControlAllowOrigin = origin; return Task.CompletedTask; });
        if (!HttpMethods.IsOptions(http.Request.Method))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        if (!known) return;
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = "Content-Type, Idempotency-Key, X-Site, X-Visitor";
        headers.AccessControlMaxAge = "600";
    }
}
