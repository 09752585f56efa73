using System.Globalization;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.People;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>Answers from what is kept, in the form a reader's program takes; makes it where it is not.</summary>
public static class KeepAnswers
{
    // By its age in seconds. No Age is said: there are caches that do not look at it, and they would keep it for longer than a minute in all.
    private static readonly string[] Fresh = [.. Enumerable.Range(0, AnswerCache.LifetimeSeconds + 1).Select(Kept)];

    // What belongs to the answer. All else is the answer's to this one reader.
    private static readonly string[] Lasting = ["Content-Type", "Location", "Last-Modified", "Content-Language", "Content-Security-Policy", "Link"];

    public static void UseKeptAnswers(this IApplicationBuilder app)
    {
        var (cache, line) = (app.ApplicationServices.GetRequiredService<AnswerCache>(), app.ApplicationServices.GetRequiredService<MakingLine>());
        app.Use((http, next) =>
        {
            var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            return isRead && http.GetEndpoint()?.Metadata.GetMetadata<KeptAttribute>() is { } kept ? Answer(cache, line, kept, http, next) : next(http);
        });
    }

    /// <summary>The plainest question – an address without more, under the name we are known by – is answered before anything but the outer address and our headers is looked at.</summary>
    public static void UseKeptAtOnce(this IApplicationBuilder app)
    {
        var (cache, indexed) = (app.ApplicationServices.GetRequiredService<AnswerCache>(), app.ApplicationServices.GetRequiredService<IndexedHost>());
        app.Use((http, next) => http.Request.Path.Value is { } path && path.StartsWith("/answers/", StringComparison.Ordinal) && HttpMethods.IsGet(http.Request.Method)
            && !http.Request.QueryString.HasValue && indexed.Holds(http.Request) && cache.Find(path) is { } found ? Send(http, found, cache.AgeOf(found)) : next(http));
    }

    /// <summary>Nobody is behind a request that was made like anybody's: what comes next would only look for them.</summary>
    public static void UseUnnamed(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Features.Get<Unnamed>() is not null && http.GetEndpoint()?.RequestDelegate is { } answer ? answer(http) : next(http));

    /// <summary>Says whose page this answer is; what nobody says it of is not kept.</summary>
    public static void IsAbout(this HttpContext http, Guid site, Guid? page = null, IReadOnlyList<Guid>? others = null) => http.Features.Set(new About(site, page) { Others = others ?? [] });

    private static Task Answer(AnswerCache cache, MakingLine line, KeptAttribute kept, HttpContext http, RequestDelegate next)
    {
        var query = KeptAddress.Query(http.Request, kept);
        var key = KeptAddress.Key(http.Request, query, http.IsShownElsewhere() ? "shown" : http.IsUnderFormerName() ? "former" : "");
        if (key is null) return next(http);
        return cache.Find(key) is { } found ? Send(http, found, cache.AgeOf(found)) : Make(cache, line, key, query, http, next);
    }

    private static async Task Make(AnswerCache cache, MakingLine line, string key, QueryString query, HttpContext http, RequestDelegate next)
    {
        var asked = new EncodingAsked(http.Request);
        var mine = false;
        var page = await cache.Make(key, async at =>
        {
            mine = true;
            using var place = await line.Enter(http.RequestAborted);
            return place.IsAcquired ? await Rendered(http, next, query, at) : ComeAgain(http);
        }, http.RequestAborted);
        if (page is not null)
        {
            await Send(http, page, cache.AgeOf(page), asked);
            return;
        }
        if (mine) return;
        // Somebody else's came to nothing that could be shared: each gets their own.
        using var own = await line.Enter(http.RequestAborted);
        if (own.IsAcquired) await next(http);
        else ComeAgain(http);
    }

    private static KeptPage? ComeAgain(HttpContext http)
    {
        MakingLine.ComeAgain(http);
        return null;
    }

    private static async Task<KeptPage?> Rendered(HttpContext http, RequestDelegate next, QueryString query, long at)
    {
        var outer = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var inner = new PageBytes();
        try
        {
            http.Features.Set<IHttpResponseBodyFeature>(inner);
            if (NamesNobody(http.Request)) http.Features.Set(Unnamed.It);
            using (KeptAddress.Bare(http.Request, query)) await next(http);
        }
        finally
        {
            http.Features.Set(outer);
            http.Features.Set<Unnamed>(null);
        }
        var (response, about) = (http.Response, http.Features.Get<About>());
        var isShared = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status301MovedPermanently or StatusCodes.Status410Gone
            && !response.Headers.ContainsKey(HeaderNames.SetCookie) && response.Headers.CacheControl.Count == 0 && about is not null;
        if (!isShared)
        {
            if (!HttpMethods.IsHead(http.Request.Method) && inner.Written.Length > 0) await outer.Stream.WriteAsync(inner.Written);
            return null;
        }
        var headers = new List<KeyValuePair<string, string>>(Lasting.Length);
        foreach (var name in Lasting)
        {
            if (response.Headers.TryGetValue(name, out var said)) headers.Add(new(name, said.ToString()));
        }
        return new(inner.Written.ToArray(), response.StatusCode, headers, about!, at) { Packs = response.ContentType?.StartsWith("image/", StringComparison.Ordinal) is not true };
    }

    // What else says who asks is taken from the request. A program that says for whom, or a page elsewhere, is looked at like everywhere.
    private static bool NamesNobody(HttpRequest request) =>
        request.Headers.Origin.Count == 0 && !request.Headers.ContainsKey(Callers.SiteHeader) && !request.Headers.ContainsKey(Callers.VisitorHeader);

    // A shared cache has what is left of both: so long fresh, so long stale while it asks again.
    private static string Kept(int age)
    {
        var fresh = Math.Max(1, AnswerCache.LifetimeSeconds - age);
        var stale = Math.Min(AnswerCache.StaleSeconds, AnswerCache.LifetimeSeconds + AnswerCache.StaleSeconds - age - fresh);
        return string.Create(CultureInfo.InvariantCulture, $"public, max-age={fresh}, stale-while-revalidate={stale}");
    }

    private static Task Send(HttpContext http, KeptPage page, long age) => Send(http, page, age, new EncodingAsked(http.Request));

    private static Task Send(HttpContext http, KeptPage page, long age, EncodingAsked asked)
    {
        var (bytes, encoding, tag) = page.In(page.Body.Length == 0 ? Encoding.None : asked.Encoding);
        var response = http.Response;
        foreach (var (name, value) in page.Headers) response.Headers[name] = value;
        response.StatusCode = page.Status;
        response.Headers.CacheControl = Fresh[Math.Clamp((age + 999) / 1_000, 0, AnswerCache.LifetimeSeconds)];
        if (page.Packs) response.Headers.Append(HeaderNames.Vary, "Accept-Encoding");
        if (page.Status == StatusCodes.Status200OK)
        {
            response.Headers.ETag = tag;
            if (asked.HasIt(tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.ContentType = default;
                return Task.CompletedTask;
            }
        }
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes).AsTask();
    }

    private sealed class Unnamed
    {
        public static readonly Unnamed It = new();
    }
}
