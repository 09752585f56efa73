using System.Net.Mime;
using System.Text.Encodings.Web;

namespace CommunityWidget.Hosting;

/// <summary>The page for when there is no page: an address with nothing behind it, or a fault of ours. Needs nothing that could fail again.</summary>
public static class PlainPage
{
    public static Task Write(HttpContext http)
    {
        if (!http.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html)) return Task.CompletedTask;
        var french = RequestLanguage.Of(http.Request) == "fr";
        var (title, text, home) = (http.Response.StatusCode, french) switch
        {
            (404 or 410, false) => ("Nothing here", "There is no page at this address. It may have moved, or the link was cut short.", "Go to the start page"),
            (404 or 410, true) => ("Rien ici", "Il n’y a pas de page à cette adresse. Elle a peut-être changé de place, ou le lien est incomplet.", "Aller à la page d’accueil"),
            ( < 500, false) => ("That did not work", "The request could not be read. Go back, load the page again and retry: it may have been open for too long.", "Go to the start page"),
            ( < 500, true) => ("Cela n’a pas fonctionné", "La demande n’a pas pu être lue. Revenez en arrière, rechargez la page et réessayez\u00a0: elle est peut-être restée ouverte trop longtemps.", "Aller à la page d’accueil"),
            (_, false) => ("A fault on our side", "We could not do that just now. Wait a few seconds and try again.", "Go to the start page"),
            (_, true) => ("Une panne de notre côté", "Nous n’avons pas pu le faire à l’instant. Attendez quelques secondes et réessayez.", "Aller à la page d’accueil"),
        };
        var (other, otherName) = french ? ("en", "English") : ("fr", "Français");
        var site = http.Features.Get<WayOn>()?.Path.ToUriComponent();
        if (site is not null) home = french ? "Voir toutes les questions" : "See all questions";
        var start = HtmlEncoder.Default.Encode((site ?? "/") + (RequestLanguage.Asked(http.Request) is { } asked ? $"?{RequestLanguage.Parameter}={asked}" : ""));
        var sheet = http.RequestServices.GetRequiredService<WidgetAssets>().Address("pages.css");
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{(french ? "fr" : "en")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><link rel="stylesheet" href="{sheet}"></head>
            <body>
            <header>{(site is null ? $"<a class=\"brand\" href=\"{start}\">CommunityWidget</a>" : "<span class=\"brand\"></span>")}<a href="?{RequestLanguage.Parameter}={other}" hreflang="{other}" lang="{other}">{otherName}</a></header>
            <main class="narrow"><h1>{title}</h1><p>{text}</p><p><a class="button" href="{start}">{home}</a></p></main>
            </body>
            </html>
            """);
    }
}

/// <summary>Where a request that finds nothing is led to: whoever missed a public page of a shop wants its others, not our start page. Set by whoever knows that there are any.</summary>
public sealed record WayOn(PathString Path);
