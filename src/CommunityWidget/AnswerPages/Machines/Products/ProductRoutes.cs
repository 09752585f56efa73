using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Products;

public static class ProductRoutes
{
    private const int Usual = 5;

    private static readonly KeptAttribute Kept = new("site", "product", "limit", "after");

    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        // Beside it, because two methods of one name would be two of one id in its description.
        routes.MapMethods("/api/answers", [HttpMethods.Head], List).WithMetadata(Kept).Allow(Permission.Anyone).ExcludeFromDescription();
        routes.MapGet("/api/answers", List).WithMetadata(Kept).Allow(Permission.Anyone)
            .WithName("ListProductAnswers").WithSummary("Lists the public questions about a product, newest first, for the product's own page. Pages of the site's origins may read it; nothing is asked or stored about who reads.")
            .Produces<ProductAnswers>();
    }

    private static async Task<IResult> List(HttpContext http, SiteStore sites, ListAnswers list, string? site = null, string? product = null, string? after = null, int limit = Usual)
    {
        if (await sites.ByKey(site) is not { } found) return Refusals.UnknownSite.ToHttp();
        if (string.IsNullOrWhiteSpace(product) || product.EnumerateRunes().Count() > Limits.ContextCodePoints || product.Any(char.IsControl) || limit is < 1 or > ListAnswers.Most) return Refusals.NotUnderstood.ToHttp();
        http.IsAbout(found.Id);
        return Results.Ok(await list.Run(found, product.Trim(), limit, after));
    }
}
