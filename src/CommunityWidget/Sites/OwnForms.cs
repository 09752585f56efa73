using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

/// <summary>Forms of public pages carry no credential and no token: what is looked at is which page the browser says they come from.</summary>
public static class OwnForms
{
    /// <summary>A page of ours, or one of the shop's own where it shows our pages under its name.</summary>
    public static bool IsFromPageOf(this HttpRequest request, Site? site, PublicAddress address) =>
        request.HasFormContentType && (address.IsFromOwnPage(request) || (request.Headers.Origin.FirstOrDefault() is { } origin && site?.AllowsOrigin(origin) is true));

    /// <summary>
    /// Reads what is posted to public pages before anything is bound to it. Of a form that cannot be read – cut short, too many fields, characters that are none – a page
    /// would bind nothing, its own address neither, and say that it is not there; a route would fail.
    /// </summary>
    public static void UseOwnForms(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Request.HasFormContentType && http.GetEndpoint() is not null && http.Request.Path.StartsWithSegments("/answers", StringComparison.OrdinalIgnoreCase) ? Read(http, next) : next(http));

    private static async Task Read(HttpContext http, RequestDelegate next)
    {
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form cannot be read.", error);
        }
        await next(http);
    }
}
