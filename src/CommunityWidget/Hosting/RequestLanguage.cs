namespace CommunityWidget.Hosting;

/// <summary>The language of our own pages: asked for by <c>?lang=</c>, else the browser's first that we have. Nothing is stored.</summary>
public static class RequestLanguage
{
    public const string Parameter = "lang";

    public static readonly IReadOnlyList<string> All = ["en", "fr"];

    public static string Of(HttpRequest request) => Asked(request) ?? OfBrowser(request);

    /// <summary>What the browser asks for, whichever language the page is in.</summary>
    public static string OfBrowser(HttpRequest request) => Preferred(request) ?? All[0];

    /// <summary>The language the address asks for; it is carried on from page to page.</summary>
    public static string? Asked(HttpRequest request) => request.QueryString.HasValue && request.Query[Parameter] is { Count: > 0 } asked ? All.FirstOrDefault(language => asked == language) : null;

    private static string? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => All.FirstOrDefault(language => wish.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(language => language is not null);
}
