using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Mail;

namespace CommunityWidget.Sites;

public static class SitesSetup
{
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        TypeHandlers.Json<Topics>();
        TypeHandlers.Json<Hours>();
        TypeHandlers.Json<Ladder>();
        TypeHandlers.Json<Retention>();
        TypeHandlers.Json<Judging>();
        return services.AddSingleton<SiteStore>().AddSingleton<Sightings>().AddChore<WarnOfTimeZones>();
    }

    /// <summary>The one request a page makes before its visitor acts. Who may make it is said where this is called: that is People's business.</summary>
    public static IEndpointConventionBuilder MapSites(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/sites/{key}/widget", async Task<IResult> (string key, SiteStore sites, Sightings sightings, PublicAddress address, Mailer mailer, HttpContext http) =>
        {
            var site = await sites.ByKey(key);
            if (site is null) return Refusals.UnknownSite.ToHttp();
            // Afterwards, so that no shop's page waits for it.
            http.Response.OnCompleted(() => sightings.Saw(site, http.Request));
            // A page that may not read the answer must not keep it either: its origin may be allowed in a minute.
            string? origin = http.Request.Headers.Origin;
            var readable = string.IsNullOrEmpty(origin) || address.IsOwn(http.Request, origin) || site.AllowsOrigin(origin);
            http.Response.Headers.CacheControl = readable ? "public, max-age=300" : "no-store";
            return Results.Ok(new WidgetConfiguration(site.Name, Colour.Usable(site.Accent), Colour.InkOn(site.Accent), site.LanguageList, site.Topics.List, mailer.IsConfigured, site.CharterVersion > 0 ? $"charter/{site.Slug}" : null));
        });
}
