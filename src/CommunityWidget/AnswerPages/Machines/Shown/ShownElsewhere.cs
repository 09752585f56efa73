using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Shown;

/// <summary>
/// A shop's proxy asks under an address of its own, <c>/shown/KEY/…</c> (a key lasts, a short name may change), for what is at <c>/answers/SLUG/…</c>: so that no cache in between takes the page for its
/// redirection, and a proxy that can set no header will do.
/// </summary>
public static class ShownElsewhere
{
    public const string Prefix = "/shown";

    /// <summary>What a proxy is asked for to see whether it leads here.</summary>
    public const string Proof = "proof.txt";

    public static string ProofOf(Site site) => $"community {site.Key}";

    /// <summary>Before routing.</summary>
    public static void UseShownElsewhere(this IApplicationBuilder app)
    {
        var indexed = app.ApplicationServices.GetRequiredService<IndexedHost>();
        app.Use((http, next) => Ask(indexed, http, next));
    }

    private static Task Ask(IndexedHost indexed, HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var rest)) return Ask(indexed, http, rest, next);
        if (http.Request.Path.StartsWithSegments("/answers", StringComparison.OrdinalIgnoreCase) && !indexed.Holds(http.Request)) http.Response.Headers["X-Robots-Tag"] = "noindex";
        return next(http);
    }

    private static async Task Ask(IndexedHost indexed, HttpContext http, PathString rest, RequestDelegate next)
    {
        var (named, below) = rest.Value?.Split('/', 3) switch { [_, var first, var more] => (first, "/" + more), [_, var first] => (first, ""), _ => ("", "") };
        var sites = http.RequestServices.GetRequiredService<SiteStore>();
        var site = await sites.ByKey(named) ?? await sites.ByAnySlug(named);
        http.Request.Path = new PathString($"/answers/{site?.Slug ?? named}{below}");
        // The shop's cookies are the shop's, also where its proxy sends them along.
        http.Request.Headers.Cookie = default;
        http.Features.Set(new ShownAt(site is { AnswersBase.Length: > 0 } ? site : null));
        // Forms of such a page come from the shop's own origin.
        if (site is { AnswersBase.Length: > 0 } && Uri.TryCreate(site.AnswersBase, UriKind.Absolute, out var at)) (http.Request.Scheme, http.Request.Host) = (at.Scheme, new HostString(at.Authority));
        // Until the shop has said where it is shown, nobody shall find it there.
        else http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (!indexed.Anywhere) http.Response.Headers["X-Robots-Tag"] = "noindex";
        await next(http);
    }

    public static bool IsShownElsewhere(this HttpContext http) => http.Features.Get<ShownAt>() is not null;

    /// <summary>Whose page is read under the shop's name; null while the shop has not said where that is.</summary>
    public static Site? SiteOf(HttpContext http) => http.Features.Get<ShownAt>()?.Site;

    private sealed record ShownAt(Site? Site);
}
