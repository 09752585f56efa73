using System.Net.Mime;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Readers;

/// <summary>What readers of public pages say about them.</summary>
public static class ReaderRoutes
{
    public static void MapReaders(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/answers/{slug}/vote/{id}", Vote).Allow(Permission.Anyone).ExcludeFromDescription();

    private static async Task<IResult> Vote(string slug, string id, HttpContext http, SiteStore sites, PublicAddress address, CallLimits limits, ReaderMarks marks, TakeVote take)
    {
        var known = await sites.BySlug(slug);
        if (!http.Request.IsFromPageOf(known, address)) return Refused(http, Refusals.NotAllowed);
        if (known is not { } site) return Results.NotFound();
        if (limits.TakeAddress(AddressLimits.Tries, http.Connection.RemoteIpAddress) is { } tooMany) return Refused(http, tooMany);
        var form = await http.Request.ReadFormAsync();
        var mark = await marks.Of(site.Id, http.Connection.RemoteIpAddress);
        if (mark.Value is not { } reader) return Refused(http, mark.Refusal!);
        var reply = await take.Run(site, id, form["said"], form["answer"], reader);
        var language = RequestLanguage.Asked(http.Request) is { } asked ? $"?{RequestLanguage.Parameter}={asked}" : "";
        // 303: whoever loads the next page again says nothing again.
        http.Response.Headers.Location = $"/answers/{site.Slug}/told/{reply.Refusal?.Code ?? form["said"]}/{Uri.EscapeDataString(id)}{language}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    // A program reads the number; what a person reads is drawn further out.
    private static IResult Refused(HttpContext http, Refusal refusal)
    {
        if (!http.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.Ordinal)) return refusal.ToHttp();
        http.Response.SayWhen(refusal);
        return TypedResults.StatusCode(Problems.Status(refusal));
    }
}
