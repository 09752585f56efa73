using CommunityWidget.Contracts;
using CommunityWidget.Hosting;

namespace CommunityWidget.People;

public static class AllowRoute
{
    /// <summary>Lets only callers with the permission through; every route carries exactly one of these.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder routes, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new AllowAttribute(permission)).AddEndpointFilter<TBuilder, AllowFilter>();

    /// <summary>Nobody has to be known for this route: so many from one address and no more.</summary>
    public static TBuilder LimitByAddress<TBuilder>(this TBuilder routes, AddressLimits limit = AddressLimits.NewVisitors) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new LimitedByAddress(limit));

    /// <summary>What somebody may have of their own data, or take back: whoever came before a site served only customers is known there still, and nowhere else.</summary>
    public static TBuilder AboutOwnData<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AboutOwnDataAttribute());

    internal static bool IsAboutOwnData(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<AboutOwnDataAttribute>() is not null;

    private sealed class AllowFilter(Access access, CallLimits limits) : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            var endpoint = http.GetEndpoint();
            var permission = endpoint?.Metadata.GetMetadata<AllowAttribute>()?.Permission ?? Permission.Administer;
            // Who names nobody, where anybody may and no address is counted, is neither refused nor written down: nothing is put together to decide it.
            var isOpen = permission == Permission.Anyone && http.IsNobodys() && endpoint?.Metadata.GetMetadata<LimitedByAddress>() is null;
            return isOpen ? next(context) : Decide(context, next, http, endpoint, permission);
        }

        private async ValueTask<object?> Decide(EndpointFilterInvocationContext context, EndpointFilterDelegate next, HttpContext http, Endpoint? endpoint, Permission permission)
        {
            var action = $"{http.Request.Method} {(endpoint as RouteEndpoint)?.RoutePattern.RawText}";
            var refusal = http.CallerRefusal()
                ?? limits.Take(http.Caller())
                ?? (endpoint?.Metadata.GetMetadata<LimitedByAddress>() is { } by ? limits.TakeAddress(by.Limit, http.Connection.RemoteIpAddress) : null)
                ?? await access.Authorize(http.Caller(), permission, action, http.GetRouteValue("id") as string);
            if (refusal == Refusals.NotSignedIn) refusal = http.Lacks() ?? refusal;
            return refusal is null ? await next(context) : refusal.ToHttp();
        }
    }
}

/// <summary>On a route by which a visitor has what is kept of them, or takes it back; nobody is talked to there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AboutOwnDataAttribute : Attribute;

/// <summary>On a route at which nobody has to be known: of which share one address takes there.</summary>
public sealed record LimitedByAddress(AddressLimits Limit);
