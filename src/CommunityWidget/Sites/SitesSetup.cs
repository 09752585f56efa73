using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

public static class SitesSetup
{
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        TypeHandlers.Json<Topics>();
        TypeHandlers.Json<Hours>();
        TypeHandlers.Json<Ladder>();
        return services.AddSingleton<SiteStore>();
    }

    /// <summary>The one request a page makes before its visitor acts. Who may make it is said where this is called: that is People's business.</summary>
    public static IEndpointConventionBuilder MapSites(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/sites/{key}/widget", async Task<IResult> (string key, SiteStore sites, HttpContext http) =>
        {
            var site = await sites.ByKey(key);
            if (site is null) return Refusals.UnknownSite.ToHttp();
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Ok(new WidgetConfiguration(site.Name, site.Accent, site.LanguageList, site.Topics.List));
        });
}
