using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>
/// The address of a question. Not one of the framework's pages: what those bind, filter and prepare for each request is nothing this one needs, and
/// crawlers ask for thousands that nobody has read for a while.
/// </summary>
public static class AnswerPageRoute
{
    public static void MapAnswerPage(this IEndpointRouteBuilder routes) => routes.MapMethods("/answers/{slug}/{id}/{title?}", ReadRoute.Methods, Show)
        .WithMetadata(new KeptAttribute(RequestLanguage.Parameter, AnswerParts.From), new MovesItself()).Allow(Permission.Anyone).ExcludeFromDescription();

    private static async Task Show(string slug, string id, string? title, string? from, HttpContext http, AnswersDesk desk, ReadPage read, EditionStore editions, TimeProvider clock)
    {
        var page = new AnswerPageModel(desk, read, editions, clock) { PageContext = new PageContext { HttpContext = http, RouteData = http.GetRouteData() } };
        await (await page.OnGet(slug, id, title, from)).ExecuteResultAsync(page.PageContext);
    }
}
