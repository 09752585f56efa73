using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hosting;
using CommunityWidget.People;

namespace CommunityWidget.Questions.Suggesting;

public static class SuggestRoutes
{
    /// <summary>Before anything is asked nobody is a visitor yet: no credential, and so many from one address.</summary>
    public static void MapSuggesting(this IEndpointRouteBuilder routes)
    {
        // What is typed stands in the body: addresses are logged and traced.
        routes.MapPost("/api/suggestions", async (SuggestRequest request, HttpContext http, SuggestAnswers suggest) => http.NamedSite() is { } site
            ? (await suggest.Run(site, request)).ToHttp()
            : Refusals.UnknownSite.ToHttp()).Allow(Permission.Anyone).LimitByAddress(AddressLimits.Suggestions).WithName("SuggestAnswers");
        routes.MapPost("/api/suggestions/{page}/answered", async (string page, HttpContext http, TakeAnswered take) => http.NamedSite() is { } site
            ? (await take.Run(site, page, http.Connection.RemoteIpAddress)).ToHttp()
            : Refusals.UnknownSite.ToHttp()).Allow(Permission.Anyone).LimitByAddress(AddressLimits.Suggestions).WithName("AnsweredBySuggestion");
    }
}
