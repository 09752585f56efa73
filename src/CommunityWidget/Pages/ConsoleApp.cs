using CommunityWidget.Hosting;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;

namespace CommunityWidget.Pages;

/// <summary>The console and the inbox as apps a member can install: each a manifest of its own, named after the brand it works for.</summary>
public static class ConsoleApp
{
    private static readonly (string File, string Type, string Sizes, string Purpose)[] Icons =
    [
        ("icon-192.png", "image/png", "192x192", "any"),
        ("icon-512.png", "image/png", "512x512", "any"),
        ("icon-whole-512.png", "image/png", "512x512", "maskable"),
        ("icon.svg", "image/svg+xml", "any", "any"),
    ];

    public static string Manifest(string page) => page + ".webmanifest";

    public static void MapConsoleApps(this IEndpointRouteBuilder routes)
    {
        foreach (var page in new[] { Landing.Console, Landing.Inbox })
        {
            routes.MapGet(Manifest(page), (HttpContext http, WidgetAssets assets) => Of(page, http, assets)).Allow(Permission.Anyone).ExcludeFromDescription();
        }
    }

    private static IResult Of(string page, HttpContext http, WidgetAssets assets)
    {
        var texts = PageTexts.In(RequestLanguage.Of(http.Request));
        var name = texts.PageNames[page];
        var manifest = new
        {
            // Which app it is, whatever language it speaks today.
            id = page,
            name = http.Caller() is MemberCaller { Site.Name: var brand } ? $"{name} – {brand}" : name,
            short_name = name,
            lang = texts.Language,
            start_url = page,
            // Signing in belongs to it too.
            scope = "/",
            display = "standalone",
            background_color = "#ffffff",
            theme_color = "#ffffff",
            icons = Icons.Where(icon => assets.Address(icon.File) is not null)
                .Select(icon => new { src = assets.Address(icon.File), type = icon.Type, sizes = icon.Sizes, purpose = icon.Purpose }),
        };
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Json(manifest, contentType: "application/manifest+json");
    }
}
