using System.Net.Mime;
using System.Text.Encodings.Web;

namespace CommunityWidget.Hosting;

/// <summary>The page for when there is no page: an address with nothing behind it, or a fault of ours. Needs nothing that could fail again.</summary>
public static class PlainPage
{
    public static async Task Write(HttpContext http)
    {
        if (!http.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html)) return;
        http.Response.Headers.CacheControl = "no-store";
        if (http.RequestServices.GetService<INoPage>() is { } shops && await shops.Write(http)) return;
        var language = RequestLanguage.Of(http.Request);
        var (words, home) = (PlainWords.Of(http.Response.StatusCode, language), language == "fr" ? "Aller à la page d’accueil" : "Go to the start page");
        var (other, otherName) = language == "fr" ? ("en", "English") : ("fr", "Français");
        await Write(http, words.Title, $"""<h1>{words.Title}</h1><p>{words.Text}</p><p><a class="button" href="{Start(http)}">{home}</a></p>""", narrow: true, $"""<a href="?{RequestLanguage.Parameter}={other}" hreflang="{other}" lang="{other}">{otherName}</a>""");
    }

    /// <summary>The same frame around something else.</summary>
    /// <param name="http">Whose answer it is.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="main">HTML.</param>
    /// <param name="narrow">A few words only.</param>
    /// <param name="header">HTML beside the brand.</param>
    public static Task Write(HttpContext http, string title, string main, bool narrow = false, string header = "")
    {
        var sheet = http.RequestServices.GetRequiredService<WidgetAssets>().Address("pages.css");
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{RequestLanguage.Of(http.Request)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><link rel="stylesheet" href="{sheet}"></head>
            <body>
            <header><a class="brand" href="{Start(http)}">CommunityWidget</a>{header}</header>
            <main{(narrow ? " class=\"narrow\"" : "")}>{main}</main>
            </body>
            </html>
            """);
    }

    private static string Start(HttpContext http) => HtmlEncoder.Default.Encode("/" + (RequestLanguage.Asked(http.Request) is { } asked ? $"?{RequestLanguage.Parameter}={asked}" : ""));
}

/// <summary>Says in a shop's name and colours that there is no page, where it knows whose address it was; asks nothing of anybody that could be away.</summary>
public interface INoPage
{
    /// <summary>False where it is nobody's.</summary>
    Task<bool> Write(HttpContext http);
}
