using CommunityWidget.Contracts;
using CommunityWidget.Hosting;

namespace CommunityWidget.People;

public static class VisitorRoutes
{
    /// <summary>The first thing a widget asks for once its visitor acts.</summary>
    public static void MapVisitors(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/visitors", async (VisitorStore visitors, HttpContext http) => http.NamedSite() is { } site
            ? site.IdentityRequired ? Refusals.IdentityRequired.ToHttp() : (await visitors.Welcome(site.Id, http.Features.Get<VisitorPlace>())).ToHttp()
            : Refusals.UnknownSite.ToHttp()).Allow(Permission.Anyone).LimitByAddress().WithMetadata(new ForNewcomersAttribute());
}

/// <summary>On the route that lets somebody new in, however its address is written.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForNewcomersAttribute : Attribute;
