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
    public static void UseShowElsewhere(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var address = http.RequestServices.GetRequiredService<AnswerAddress>();
        if (await Moved(http) is { } moved)
        {
            http.IsAbout(moved.Id);
            http.Response.Redirect(address.Link(moved, http.Request.Path + http.Request.QueryString.ToString()), permanent: true);
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
    });

    // What is read under the shop's name is read nowhere else; forms that were open before still arrive.
    private static async Task<Site?> Moved(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint() is null || http.IsShownElsewhere()) return null;
        if (!http.Request.Path.StartsWithSegments("/answers", StringComparison.Ordinal, out var rest) || rest.Value?.Split('/', 3) is not [_, var slug, ..]) return null;
        return await http.RequestServices.GetRequiredService<SiteStore>().BySlug(slug) is { AnswersBase.Length: > 0 } site ? site : null;
    }
}
