using System.Text;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Sitemaps;

public static class SitemapRoutes
{
    private const string Type = "application/xml; charset=utf-8";

    public static void MapSitemaps(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/answers/{slug}/sitemap.xml", ReadRoute.Methods, Index).WithMetadata(new KeptAttribute()).Allow(Permission.Anyone).ExcludeFromDescription();
        routes.MapMethods("/answers/{slug}/sitemap-lists.xml", ReadRoute.Methods, Lists).WithMetadata(new KeptAttribute()).Allow(Permission.Anyone).ExcludeFromDescription();
        routes.MapMethods("/answers/{slug}/sitemap-{number:long}.xml", ReadRoute.Methods, File).Allow(Permission.Anyone).ExcludeFromDescription();
    }

    private static async Task<IResult> Index(string slug, HttpContext http, SiteStore sites, SitemapStore sitemaps, SitemapLists lists, AnswerAddress address)
    {
        if (await sites.BySlug(slug) is not { } site) return Results.NotFound();
        http.IsAbout(site.Id);
        // An index of nothing is an error to those who read it.
        if (await sitemaps.Files(site.Id) is not { Count: > 0 } files) return Results.NotFound();
        var xml = new StringBuilder(SitemapXml.Begin("sitemapindex"));
        if (await lists.Of(site) is { Count: > 0 } listed) xml.Append(SitemapXml.Entry("sitemap", address.Link(site, $"{AnswerAddress.Home(site)}/sitemap-lists.xml"), listed.Max(list => list.ModifiedAt)));
        foreach (var file in files) xml.Append(SitemapXml.Entry("sitemap", address.Link(site, $"{AnswerAddress.Home(site)}/sitemap-{file.Number}.xml"), file.ModifiedAt));
        return Results.Text(xml.Append(SitemapXml.End("sitemapindex")).ToString(), Type);
    }

    private static async Task<IResult> Lists(string slug, HttpContext http, SiteStore sites, SitemapLists lists, AnswerAddress address)
    {
        if (await sites.BySlug(slug) is not { } site) return Results.NotFound();
        http.IsAbout(site.Id);
        if (await lists.Of(site) is not { Count: > 0 } listed) return Results.NotFound();
        var xml = new StringBuilder(SitemapXml.Begin("urlset"));
        foreach (var (path, at) in listed) xml.Append(SitemapXml.Entry("url", address.Link(site, path), at));
        return Results.Text(xml.Append(SitemapXml.End("urlset")).ToString(), Type);
    }

    private static async Task<IResult> File(string slug, long number, HttpContext http, SiteStore sites, SitemapStore sitemaps, WriteSitemap write, MakingLine line)
    {
        if (await sites.BySlug(slug) is not { } site) return Results.NotFound();
        // To count its pages costs more than a page does.
        using var place = await line.Enter(http.RequestAborted);
        if (place.IsAcquired) return await sitemaps.File(site.Id, number) is { Pages: > 0 } file ? new Written(site, file, write) : Results.NotFound();
        MakingLine.ComeAgain(http);
        return Results.Empty;
    }

    private sealed class Written(Site site, SitemapFile file, WriteSitemap write) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => write.Run(httpContext, site, file);
    }
}
