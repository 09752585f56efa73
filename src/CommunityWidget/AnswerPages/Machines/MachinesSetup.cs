using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Feeds;
using CommunityWidget.AnswerPages.Machines.Head;
using CommunityWidget.AnswerPages.Machines.Pictures;
using CommunityWidget.AnswerPages.Machines.Products;
using CommunityWidget.AnswerPages.Machines.Robots;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Configuration;
using CommunityWidget.Hosting;
using CommunityWidget.People;

namespace CommunityWidget.AnswerPages.Machines;

/// <summary>Everything about the public pages that programs read: heads, pictures, sitemaps, feeds, robots.txt; and what is kept so that it is read fast.</summary>
public static class MachinesSetup
{
    public static IServiceCollection AddMachines(this IServiceCollection services)
    {
        services.AddOptions<AnswersOptions>().BindSettings("Answers").ValidateDataAnnotations()
            .Validate(o => o.IsUsable, "Answers:DeniedCrawlers is not a list of names. Write them as in robots.txt, separated by commas.")
            .ValidateOnStart();
        services.AddSingleton<AnswerCache>().AddSingleton(_ => MakingLine.OfMachine()).AddSingleton<IPageListener, PageNews>();
        services.AddSingleton<AnswerAddress>().AddSingleton<IndexedHost>().AddSingleton<INoPage, ShopsNoPage>();
        services.AddSingleton<PageHeads>().AddSingleton<PageFrames>().AddSingleton<DrawPicture>();
        services.AddSingleton<SitemapStore>().AddSingleton<SitemapLists>().AddSingleton<WriteSitemap>();
        services.AddSingleton<FeedStore>().AddSingleton<AtomFeed>();
        return services.AddSingleton<RobotsFile>().AddSingleton<ListAnswers>();
    }

    /// <summary>Before routing: under which address a page was asked for decides which one it is.</summary>
    public static void UseAnswerAddresses(this IApplicationBuilder app)
    {
        app.UseShownElsewhere();
        app.UseFormerNames();
    }

    /// <summary>After routing: answers from what is kept.</summary>
    public static void UseMachines(this IApplicationBuilder app)
    {
        app.UseKeptAnswers();
        app.UseShowElsewhere();
    }

    public static void MapMachines(this IEndpointRouteBuilder routes)
    {
        routes.MapAnswerPage();
        routes.MapSitemaps();
        routes.MapFeeds();
        routes.MapPictures();
        routes.MapProducts();
        routes.MapAccents();
        routes.MapMethods("/robots.txt", ReadRoute.Methods, async (RobotsFile robots, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Text(await robots.Text());
        }).Allow(Permission.Anyone).ExcludeFromDescription();
        routes.MapMethods($"/answers/{{slug}}/{ShownElsewhere.Proof}", ReadRoute.Methods, async (string slug, HttpContext http, Sites.SiteStore sites) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            // Only what came by a shop's proxy proves anything.
            return http.IsShownElsewhere() && await sites.BySlug(slug) is { } site ? Results.Text(ShownElsewhere.ProofOf(site)) : Results.NotFound();
        }).Allow(Permission.Anyone).ExcludeFromDescription();
    }
}
