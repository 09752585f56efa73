namespace CommunityWidget.Hosting;

public static class ReadRoute
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Something programs read, and may ask about without reading it: where only GET is known, HEAD finds whatever else the address could mean.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapMethods(pattern, Reading, handler);
}
