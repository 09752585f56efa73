using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>The very pages of <c>widget/dev</c>: only where the widget comes from and the site's key are put in, and the headers they ask for are sent.</summary>
public static partial class Gallery
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "gallery");

    /// <summary>Every page but the one that lists them.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "index").Order(StringComparer.Ordinal)];

    public static string Source(string name) => File.ReadAllText(Path.Combine(Folder, name + ".html"));

    /// <param name="app">The stranger's server.</param>
    /// <param name="product">Where the widget comes from.</param>
    /// <param name="key">The site's key.</param>
    public static void MapGallery(this WebApplication app, string product, string key) => app.MapGet("/gallery/{name}", (string name, HttpContext http) =>
    {
        if (!Pages.Contains(name)) return Results.NotFound();
        var page = Source(name)
            .Replace("//localhost:5080", product[(product.IndexOf(':', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal)
            .Replace("\"demo\"", $"\"{key}\"", StringComparison.Ordinal);
        foreach (Match header in Header().Matches(page)) http.Response.Headers[header.Groups["name"].Value] = header.Groups["value"].Value;
        return Results.Content(page, "text/html; charset=utf-8");
    });

    [GeneratedRegex("^  Header: (?<name>[\\w-]+): (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Header();
}
