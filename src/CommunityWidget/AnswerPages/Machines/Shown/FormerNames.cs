using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Shown;

/// <summary>
/// What is asked of a site by a short name it had before is asked of it by its present one: a form that was open arrives, and who reads is sent on to
/// where the page is now, in one hop (<see cref="ShowElsewhere"/>).
/// </summary>
public static class FormerNames
{
    /// <summary>Before routing.</summary>
    public static void UseFormerNames(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (AnswerAddress.SlugIn(http.Request.Path) is not { } slug) return next(http);
        var found = http.RequestServices.GetRequiredService<SiteStore>().ByAnySlug(slug);
        return found.IsCompletedSuccessfully ? GoOn(http, slug, found.Result, next) : Wait(http, slug, found, next);
    });

    private static async Task Wait(HttpContext http, string slug, ValueTask<Site?> found, RequestDelegate next) => await GoOn(http, slug, await found, next);

    private static Task GoOn(HttpContext http, string slug, Site? site, RequestDelegate next)
    {
        if (site is not null && site.Slug != slug)
        {
            // What follows the name was read once already.
            http.Request.Path = new PathString(AnswerAddress.Home(site) + http.Request.Path.Value!["/answers/".Length..][slug.Length..]);
            http.Features.Set(new Former());
        }
        return next(http);
    }

    public static bool IsUnderFormerName(this HttpContext http) => http.Features.Get<Former>() is not null;

    private sealed record Former;
}
