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
        var start = HtmlEncoder.Default.Encode("/" + (RequestLanguage.Asked(http.Request) is { } asked ? $"?{RequestLanguage.Parameter}={asked}" : ""));
        var sheet = http.RequestServices.GetRequiredService<WidgetAssets>().Address("pages.css");
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{words.Title}</title><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><link rel="stylesheet" href="{sheet}"></head>
            <body>
            <header><a class="brand" href="{start}">CommunityWidget</a><a href="?{RequestLanguage.Parameter}={other}" hreflang="{other}" lang="{other}">{otherName}</a></header>
            <main class="narrow"><h1>{words.Title}</h1><p>{words.Text}</p><p><a class="button" href="{start}">{home}</a></p></main>
            </body>
            </html>
            """);
    }
}

/// <summary>Says in a shop's name and colours that there is no page, where it knows whose address it was; asks nothing of anybody that could be away.</summary>
public interface INoPage
{
    /// <summary>False where it is nobody's.</summary>
    Task<bool> Write(HttpContext http);
}
