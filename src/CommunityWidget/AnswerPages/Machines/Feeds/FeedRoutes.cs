using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Feeds;

public static class FeedRoutes
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/answers/{slug}/feed.atom", ReadRoute.Methods, OfSite).WithMetadata(new KeptAttribute()).Allow(Permission.Anyone).ExcludeFromDescription();
        routes.MapMethods("/answers/{slug}/topics/{topic}/feed.atom", ReadRoute.Methods, OfTopic).WithMetadata(new KeptAttribute()).Allow(Permission.Anyone).ExcludeFromDescription();
        routes.MapMethods("/answers/{slug}/{id}/feed.atom", ReadRoute.Methods, OfQuestion).WithMetadata(new KeptAttribute(), new MovesItself()).Allow(Permission.Anyone).ExcludeFromDescription();
    }

    private static Task<IResult> OfSite(string slug, HttpContext http, SiteStore sites, FeedStore store, AtomFeed feed) => Of(slug, null, http, sites, store, feed);

    private static Task<IResult> OfTopic(string slug, string topic, HttpContext http, SiteStore sites, FeedStore store, AtomFeed feed) => Of(slug, topic, http, sites, store, feed);

    private static async Task<IResult> Of(string slug, string? topic, HttpContext http, SiteStore sites, FeedStore store, AtomFeed feed)
    {
        if (await sites.BySlug(slug) is not { } site) return Results.NotFound();
        var language = site.WordsFor(site.LanguageFor(null));
        var name = site.TopicName(topic, language);
        if (topic is not null && name is null) return Results.NotFound();
        http.IsAbout(site.Id);
        var page = topic is null ? AnswerAddress.Home(site) : $"{AnswerAddress.Home(site)}/topics/{topic}";
        var title = $"{name ?? AnswersTexts.In(language).Questions} – {site.Name}";
        return Sent(feed.Of(site, (topic is null ? AtomId.Of(site.Id) : AtomId.Of(site.Id, $"topic {topic}"), title, $"{page}/feed.atom", page, language), await store.Latest(site, topic)));
    }

    private static async Task<IResult> OfQuestion(string slug, string id, HttpContext http, SiteStore sites, EditionStore editions, FeedStore store, AtomFeed feed, AnswerAddress address)
    {
        if (await sites.BySlug(slug) is not { } site || await editions.Find(site.Id, id) is not { } edition) return Results.NotFound();
        var (survivor, isGone) = await Became.Of(editions, edition);
        if (survivor is not null) return http.MovedTo(address, site, FeedOf(site, survivor));
        http.IsAbout(site.Id, edition.Id);
        // Empty, or what stands behind would explain it and take it for its own.
        if (isGone) return Results.Text("", statusCode: StatusCodes.Status410Gone);
        if (!edition.IsPublic) return Results.NotFound();
        if (http.IsMoved(site)) return http.MovedTo(address, site, FeedOf(site, edition));
        var about = (AtomId.Of(edition.Id, "answers"), $"{edition.Title} – {site.Name}", FeedOf(site, edition), edition.Path(site.Slug), edition.Language);
        return Sent(feed.Of(site, about, await store.Answers(site, edition), edition.ModifiedAt));
    }

    private static string FeedOf(Site site, Edition page) => $"{AnswerAddress.Home(site)}/{page.PublicId}/feed.atom";

    private static IResult Sent(string xml) => Results.Text(xml, "application/atom+xml; charset=utf-8");
}
