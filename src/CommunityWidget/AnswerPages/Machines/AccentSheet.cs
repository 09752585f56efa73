using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines;

/// <summary>A site's colour for its public pages: a sheet of its own, because nothing stands inline, named by the colour, so that it may be kept for good.</summary>
public static class AccentSheet
{
    public static string AddressFor(Site site) => $"/assets/accent-{Colour.Usable(site.Accent)[1..].ToLowerInvariant()}.css";

    public static void MapAccents(this IEndpointRouteBuilder routes) => routes.MapMethods("/assets/accent-{colour}.css", ReadRoute.Methods, (string colour, HttpContext http) =>
    {
        if (Colour.Usable($"#{colour}") != $"#{colour}") return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        // Also for a shop's page that isolates itself, which shows ours as a folder of its own.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var (light, dark) = Colour.Readable($"#{colour}");
        return Results.Text($":root{{--accent:{light}}}@media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}", "text/css");
    }).Allow(Permission.Anyone).ExcludeFromDescription();
}
