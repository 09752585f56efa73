using Microsoft.AspNetCore.Routing;

namespace CommunityWidget.Tests.Testing.App;

public static class AppRoutes
{
    /// <summary>Everything the running program answers to.</summary>
    public static IEnumerable<RouteEndpoint> Routes(this RunningApp app) => app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>HEAD is the same door as GET.</summary>
    public static IReadOnlyList<string> Methods(this RouteEndpoint route) => [.. (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(method => method != "HEAD")];
}
