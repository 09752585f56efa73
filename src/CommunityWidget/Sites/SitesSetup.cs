using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Sites;

public static class SitesSetup
{
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        TypeHandlers.Json<Topics>();
        TypeHandlers.Json<Hours>();
        TypeHandlers.Json<Ladder>();
        TypeHandlers.Json<Retention>();
        return services.AddSingleton<SiteStore>().AddSingleton<Sightings>();
    }

    /// <summary>The one request a page makes before its visitor acts. Who may make it is said where this is called: that is People's business.</summary>
    public static IEndpointConventionBuilder MapSites(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/sites/{key}/widget", async Task<IResult> (string key, SiteStore sites, Sightings sightings, HttpContext http) =>
        {
            var site = await sites.ByKey(key);
            if (site is null) return Results.NotFound();
            // Afterwards, so that no shop's page waits for it.
            http.Response.OnCompleted(() => sightings.Saw(site, http.Request));
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Ok(new WidgetConfiguration(site.Name, Colour.Usable(site.Accent), Colour.InkOn(site.Accent), site.LanguageList, site.Topics.List));
        });
}
