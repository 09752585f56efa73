using System.Text;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Encoding = System.Text.Encoding;

namespace CommunityWidget.AnswerPages.Machines.Shown;

/// <summary>Makes a page one of the shop's on its way out: where it leads, what it may load; or sends readers there.</summary>
public static class ShowElsewhere
{
    /// <summary>After what keeps answers, so that both forms of a page are kept.</summary>
    public static void UseShowElsewhere(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var moved = Moved(http);
        return moved is { IsCompletedSuccessfully: true, Result: null } && ShownElsewhere.SiteOf(http) is null ? next(http) : Show(http, moved, next);
    });

    private static async Task Show(HttpContext http, Task<Site?> movedTo, RequestDelegate next)
    {
        var address = http.RequestServices.GetRequiredService<AnswerAddress>();
        if (await movedTo is { } moved)
        {
            http.IsAbout(moved.Id);
            // A name may be taken back: what nothing else says it of is not remembered for good.
            if (http.GetEndpoint()?.Metadata.GetMetadata<KeptAttribute>() is null) http.Response.Headers.CacheControl = "no-cache";
            http.Response.Redirect(address.Link(moved, Asked(http.Request)), permanent: true);
            return;
        }
        if (ShownElsewhere.SiteOf(http) is not { } site)
        {
            await next(http);
            return;
        }
        var outer = http.Response.Body;
        using var inner = new MemoryStream();
        http.Response.Body = inner;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outer;
        }
        if (http.Response.Headers.Location.ToString() is { Length: > 0 } to) http.Response.Headers.Location = AnswerAddress.Path(site, to);
        if (inner.Length == 0) return;
        var bytes = inner.GetBuffer().AsMemory(0, (int)inner.Length);
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
        {
            bytes = Encoding.UTF8.GetBytes(ShownHtml.Rewrite(Encoding.UTF8.GetString(bytes.Span), site, address.Origin));
            ShownHtml.AllowUs(http.Response, address.Origin);
            http.Response.ContentLength = null;
        }
        await outer.WriteAsync(bytes);
    }

    // What was read once is escaped again, as lists have it: a product with a slash in it is still one step.
    private static string Asked(HttpRequest request) => string.Join('/', request.Path.Value!.Split('/').Select(Uri.EscapeDataString)) + request.QueryString.ToString();

    /// <summary>Asked for at an address where the site's pages are no longer: they have another short name, or are shown under the shop's own.</summary>
    public static bool IsMoved(this HttpContext http, Site site) => !http.IsShownElsewhere() && (site.AnswersBase.Length > 0 || http.IsUnderFormerName());

    /// <summary>Another of our paths, in one hop: where the site's pages are elsewhere, there.</summary>
    public static IResult MovedTo(this HttpContext http, AnswerAddress address, Site site, string path)
    {
        // A merger may be taken back, as a name may: what is not kept for its half minute is not remembered for good either.
        if (http.Features.Get<About>() is null) http.Response.Headers.CacheControl = "no-cache";
        return Results.Redirect(http.IsMoved(site) ? address.Link(site, path) : path, permanent: true);
    }

    // What is read under the shop's name is read nowhere else; forms that were open before still arrive.
    private static async Task<Site?> Moved(HttpContext http)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!isRead || http.GetEndpoint() is not { } asked || asked.Metadata.GetMetadata<MovesItself>() is not null || AnswerAddress.SlugIn(http.Request.Path) is not { } slug) return null;
        return await http.RequestServices.GetRequiredService<SiteStore>().BySlug(slug) is { } site && http.IsMoved(site) ? site : null;
    }
}

/// <summary>An address that knows more than its name of where readers are sent: what is not there, or in another place, shall not cost them a second way.</summary>
public sealed class MovesItself;
