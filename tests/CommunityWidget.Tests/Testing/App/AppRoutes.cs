using Microsoft.AspNetCore.Routing;

namespace CommunityWidget.Tests.Testing.App;

public static class AppRoutes
{
    /// <summary>Everything the running program answers to.</summary>
    public static IEnumerable<RouteEndpoint> Routes(this RunningApp app) => app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static IReadOnlyList<string> Methods(this RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
}
