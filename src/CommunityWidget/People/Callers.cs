using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>Finds out who makes a request: a visitor by headers, a member by cookie, either by ticket when it opens a socket; and whether the page it comes from may make it.</summary>
public sealed class Callers(SiteStore sites, VisitorStore visitors, MemberSession session, SocketCallers sockets, KeyCallers keys, PublicAddress address)
{
    public const string SiteHeader = "X-Site", VisitorHeader = "X-Visitor";

    public Task<Identified> Identify(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase, out var hub)) return sockets.Identify(http.Request, hub.ToString().TrimStart('/'));
        if (http.Request.Path.StartsWithSegments(KeyCallers.Path, StringComparison.OrdinalIgnoreCase)) return keys.Identify(http.Request);
        // What a request says on purpose goes before what the browser adds by itself: a member may be a visitor of the shop next door.
        return http.Request.Headers.ContainsKey(SiteHeader) ? ByHeaders(http) : ByCookie(http);
    }

    private async Task<Identified> ByHeaders(HttpContext http)
    {
        var request = http.Request;
        var site = await sites.ByKey(request.Headers[SiteHeader]);
        if (site is null) return new(Refusals.UnknownSite);
        if (!address.MayCall(site, request)) return new(Refusals.OriginNotAllowed);
        var visitor = await visitors.ByToken(site.Id, request.Headers[VisitorHeader]);
        if (site.IdentityRequired && visitor is not { IsSigned: true } && (visitor is null || !http.IsAboutOwnData())) return new(null, site) { Lacks = Refusals.IdentityRequired };
        return new(null, site, visitor is null ? null : new VisitorCaller(site, visitor));
    }

    private async Task<Identified> ByCookie(HttpContext http)
    {
        if (await session.Member(http) is not { } member) return Identified.Nobody;
        if (IsForged(http.Request)) return new(Refusals.NotAllowed);
        var site = await sites.Get(member.Site);
        return new(null, site, new MemberCaller(site, member) { Browser = MemberSession.Browser(http.User) });
    }

    // Pages have their forms' own tokens; an API call must come from a page of ours.
    private bool IsForged(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && !address.IsFromOwnPage(request);
}

/// <summary>What is known of a request's sender.</summary>
/// <param name="Refusal">Why the request must not go on, whatever it asks for.</param>
/// <param name="Site">The site it names, also when nobody is known yet.</param>
/// <param name="Caller">Who, if known.</param>
public sealed record Identified(Refusal? Refusal, Site? Site = null, Caller? Caller = null)
{
    public static readonly Identified Nobody = new(Refusal: null);

    /// <summary>What nobody is told who is not known, where it is more than a missing credential.</summary>
    public Refusal? Lacks { get; init; }
}

public static class CallerOfRequest
{
    /// <summary>Who makes this request or holds this socket; null when nobody is known.</summary>
    public static Caller? Caller(this HttpContext http) => http.Identified().Caller;

    /// <summary>The site a request names by its key, also before there is a visitor.</summary>
    public static Site? NamedSite(this HttpContext http) => http.Identified().Site;

    /// <summary>Nothing was said of who makes it, neither rightly nor wrongly.</summary>
    internal static bool IsNobodys(this HttpContext http) => ReferenceEquals(http.Identified(), People.Identified.Nobody);

    internal static Refusal? Lacks(this HttpContext http) => http.Identified().Lacks;

    internal static Refusal? CallerRefusal(this HttpContext http) => http.Identified().Refusal;

    internal static void Remember(this HttpContext http, Identified who) => http.Items[typeof(Identified)] = who;

    private static Identified Identified(this HttpContext http) =>
        http.Items.TryGetValue(typeof(Identified), out var who) ? (Identified)who! : People.Identified.Nobody;

    /// <summary>A script of ours may call for any site; another page only for the site that lists its origin. Programs send no origin.</summary>
    internal static bool MayCall(this PublicAddress address, Site site, HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        return string.IsNullOrEmpty(origin) || address.IsOwn(request, origin) || site.AllowsOrigin(origin);
    }

    /// <summary>Identifies the sender of every request behind this line.</summary>
    public static void UseCallers(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var who = http.RequestServices.GetRequiredService<Callers>().Identify(http);
        // Nobody, mostly, which is known at once.
        return who.IsCompletedSuccessfully ? GoOn(http, who.Result, next) : Wait(http, who, next);
    });

    private static async Task Wait(HttpContext http, Task<Identified> who, RequestDelegate next) => await GoOn(http, await who, next);

    private static Task GoOn(HttpContext http, Identified who, RequestDelegate next)
    {
        http.Remember(who);
        // A socket without a good ticket is never opened.
        return http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) && who.Caller is null ? http.Refuse(who.Refusal ?? Refusals.NotSignedIn) : next(http);
    }
}
