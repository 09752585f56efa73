using System.IO.Hashing;
using System.Runtime.InteropServices;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Pictures;

public static class PictureRoutes
{
    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/answers/{slug}/{id}/picture.png", ReadRoute.Methods, Picture).WithMetadata(new KeptAttribute(), new MovesItself()).Allow(Permission.Anyone).ExcludeFromDescription();

    /// <summary>Another address whenever it looks different: those who show links keep pictures for long.</summary>
    public static string Path(Site site, Edition page)
    {
        var look = XxHash3.HashToUInt64(MemoryMarshal.AsBytes($"5 {page.Title} {site.Name} {site.Slug} {site.Accent} {page.ModifiedAt}".AsSpan()));
        return $"{AnswerAddress.Home(site)}/{page.PublicId}/picture.png?v={(uint)look:x8}";
    }

    private static async Task<IResult> Picture(string slug, string id, HttpContext http, SiteStore sites, EditionStore editions, DrawPicture draw, AnswerAddress address)
    {
        if (await sites.BySlug(slug) is not { } site || await editions.Find(site.Id, id) is not { } page) return Results.NotFound();
        var (survivor, isGone) = await Became.Of(editions, page);
        if (survivor is not null) return http.MovedTo(address, site, Path(site, survivor));
        http.IsAbout(site.Id, page.Id);
        if (isGone) return Results.Text("", statusCode: StatusCodes.Status410Gone);
        if (!page.IsPublic) return Results.NotFound();
        if (http.IsMoved(site)) return http.MovedTo(address, site, $"{http.Request.Path}{http.Request.QueryString}");
        var answers = await editions.Answers(page.Id);
        return Results.Bytes(await draw.Run(site, page, answers.Count), "image/png", lastModified: DateTimeOffset.FromUnixTimeMilliseconds(page.ModifiedAt));
    }
}
