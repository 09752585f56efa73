using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;

namespace CommunityWidget.Moderation;

public static class ModerationRoutes
{
    /// <summary>What visitors, members and readers of pages say about what is or may become public.</summary>
    public static void MapModeration(this IEndpointRouteBuilder routes)
    {
        var thread = routes.MapGroup("/api/threads/{id}");
        thread.MapGet("/consent", async (string id, HttpContext http, ChangeConsent consent) =>
            (await consent.Read((VisitorCaller)http.Caller()!, id)).ToHttp()).Allow(Permission.Ask).AboutOwnData().WithName("ReadConsent");
        thread.MapPost("/consent", async (string id, ConsentRequest request, HttpContext http, ChangeConsent consent) =>
            // Whoever is served no longer takes it back, and gives none.
            request.Given && SocketCallers.IsUnsigned(http.Caller()!, http.NamedSite()!) ? Refusals.IdentityRequired.ToHttp() : (await consent.Run((VisitorCaller)http.Caller()!, id, request)).ToHttp()).Allow(Permission.Ask).AboutOwnData().WithName("ChangeConsent");
        routes.MapGet("/api/visitors/me/conversations", async (HttpContext http, ListConsents list) =>
            await list.Run((VisitorCaller)http.Caller()!)).Allow(Permission.Ask).AboutOwnData().WithName("ReadOwnConversations");
        thread.MapGet("/answers", async (string id, HttpContext http, CareForPage care) =>
            (await care.Answers((VisitorCaller)http.Caller()!, id)).ToHttp()).Allow(Permission.Ask).WithName("ReadPublishedAnswers");
        thread.MapPost("/answers", async (string id, AcceptRequest request, HttpContext http, CareForPage care) =>
            (await care.Accept((VisitorCaller)http.Caller()!, id, request.Answer)).ToHttp()).Allow(Permission.Ask).WithName("AcceptAnswer");
        thread.MapGet("/reports", async (string id, HttpContext http, ReadReports read) =>
            (await read.Run(http.Caller()!, id)).ToHttp()).Allow(Permission.Read).WithName("ReadReports");
        thread.MapPost("/reports", async (string id, ReportRequest request, HttpContext http, FileReport file) =>
            (await file.Run(http.Caller()!, id, request)).ToHttp()).Allow(Permission.Read).WithName("Report");
        routes.MapGet("/api/contributions", async (HttpContext http, ReviewQueue queue, StaleAnswers stale) =>
            new Contributions((await queue.SentTo(http.Caller()!.Id)).Count, (await stale.Of(http.Caller()!.Id)).Count(one => one.Reworded == 0))).Allow(Permission.OwnConsole).WithName("ReadContributions");
        routes.MapPost("/api/pages/{id}/reports", async (string id, ReportRequest request, HttpContext http, FileReport file) =>
            (await file.OfPage((MemberCaller)http.Caller()!, id, request)).ToHttp()).Allow(Permission.OwnConsole).WithName("ReportPage");
        routes.MapReaders();
    }
}
