using CommunityWidget.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>A shop on another origin, with the gallery's pages beside its own, which let nothing in that the widget does not need: the content security policy of its pages has three addresses.</summary>
public sealed class StrangerShop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StrangerShop(WebApplication app, string origin) => (_app, Origin) = (app, origin);

    /// <summary><c>http://127.0.0.1:PORT</c>: to a browser another site than <c>localhost</c>.</summary>
    public string Origin { get; }

    /// <param name="product">Where the widget comes from.</param>
    /// <param name="key">The site's key in the tag.</param>
    /// <param name="tag">More attributes of the tag, such as <c>data-locale="fr"</c>.</param>
    public static async Task<StrangerShop> Open(string product, string key, string tag = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var origin = $"http://127.0.0.1:{FreePort.Find()}";
        builder.WebHost.UseUrls(origin);
        var app = builder.Build();
        var sockets = product.Replace("http", "ws", StringComparison.Ordinal);
        var policy = $"default-src 'none'; script-src {product}; connect-src {product} {sockets}; img-src {product}; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        app.MapGet("/{page?}", (string? page, string? lang, HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = policy;
            return page is null or "lamp" or "product" ? Results.Content(Html(page ?? "home", lang == "fr" ? "fr" : "en", product, key, tag), "text/html; charset=utf-8") : Results.NotFound();
        });
        // Browsers ask for it, and complain without.
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGallery(product, key);
        await app.StartAsync();
        return new(app, origin);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Html(string page, string language, string product, string key, string tag) =>
        $"""
        <!doctype html>
        <html lang="{language}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>A shop: {page}</title>
          <script src="{product}/widget.js" data-site="{key}" {tag} async></script>{(page == "product" ? $"<script src=\"{product}/questions.js\"></script>" : "")}
        </head>
        <body>
          <main>
            <h1>A shop: {page}</h1>
            <p>Lamps and shades. <a href="/">Home</a> <a href="/lamp">A lamp</a></p>
            {(page == "product" ? $"<community-questions site=\"{key}\" product=\"lamp\"></community-questions><p id=\"below\">Below the questions.</p>" : "")}
          </main>
        </body>
        </html>
        """;
}
