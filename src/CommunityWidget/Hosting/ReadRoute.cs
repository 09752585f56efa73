namespace CommunityWidget.Hosting;

/// <summary>Something programs read, and may ask about without reading it: where only GET is known, HEAD finds whatever else the address could mean.</summary>
public static class ReadRoute
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
}
