using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CommunityWidget.Hosting;

/// <summary>
/// What somebody sent to a page while the database was away stands there again, to be sent once more when it is back. Written from what was sent and nothing else, whatever is away;
/// nothing of it is kept by us. No form that has a password in it.
/// </summary>
public static class KeptForm
{
    private const int ShortLine = 100, FewRows = 2, ManyRows = 8;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A field of this name is shown to nobody, not even to whoever typed it.</summary>
    public static bool IsSecret(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("secret", StringComparison.OrdinalIgnoreCase);

    /// <summary>False where there is nothing to send again, or where it did not come from a page of ours: what others make a browser send here is nobody's words.</summary>
    /// <param name="http">The request that failed.</param>
    /// <param name="sentTo">Where it was going.</param>
    public static async Task<bool> Write(HttpContext http, Endpoint? sentTo)
    {
        var request = http.Request;
        if (sentTo?.Metadata.GetMetadata<KeepsForms>() is null || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html)
            || !http.RequestServices.GetRequiredService<PublicAddress>().IsFromOwnPage(request) || await Sent(request) is not { Count: > 0 } form || form.Keys.Any(IsSecret)) return false;
        var texts = KeptFormTexts.In(RequestLanguage.Of(request));
        var fields = form.SelectMany(field => field.Value, (field, value) => (Name: field.Key, Value: value ?? "")).ToList();
        var shown = fields.Where(field => texts.IsWords(field.Name, field.Value)).ToList();
        var main = new StringBuilder($"<h1>{Html.Encode(texts.Title)}</h1><p role=\"alert\">{Html.Encode(shown.Count > 0 ? texts.Words : texts.NoWords)}</p>");
        // The same form's token with it: whoever may not send it now may not send it again.
        main.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"{Html.Encode(request.PathBase + request.Path + request.QueryString)}\">");
        foreach (var (name, value) in fields) main.Append(shown.Contains((name, value)) ? Shown(name, value) : $"<input type=\"hidden\" name=\"{Html.Encode(name)}\" value=\"{Html.Encode(value)}\">");
        main.Append(CultureInfo.InvariantCulture, $"<p class=\"row\"><button>{Html.Encode(texts.Again(request.Query["handler"].ToString()))}</button></p></form>");
        main.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Html.Encode(request.PathBase + request.Path + (RequestLanguage.Asked(request) is { } asked ? QueryString.Create(RequestLanguage.Parameter, asked) : default))}\">{Html.Encode(texts.Look)}</a></p>");
        http.Response.Headers.CacheControl = "no-store";
        await PlainPage.Write(http, texts.Title, main.ToString());
        return true;

        string Shown(string name, string value)
        {
            var label = texts.Label(name);
            // Several of a kind have numbers.
            var alike = shown.Where(field => texts.Label(field.Name) == label).ToList();
            if (alike.Count > 1) label = $"{label} {(alike.IndexOf((name, value)) + 1).ToString(CultureInfo.InvariantCulture)}";
            var rows = value.Length <= ShortLine && !value.Contains('\n') ? FewRows : ManyRows;
            // A browser leaves out the first line's end.
            return $"<label>{Html.Encode(label)} <textarea name=\"{Html.Encode(name)}\" rows=\"{rows}\" dir=\"auto\">\n{Html.Encode(value)}</textarea></label>";
        }
    }

    // With a file in it, it would be sent again without that.
    private static async Task<IFormCollection?> Sent(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted) is { Files.Count: 0 } form ? form : null;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return null;
        }
    }
}

/// <summary>Metadata of a page whose forms come back with what was typed where the database is away.</summary>
public sealed record KeepsForms;
