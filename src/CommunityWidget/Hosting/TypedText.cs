using Microsoft.Extensions.Primitives;

namespace CommunityWidget.Hosting;

/// <summary>
/// What is typed into pages, or stands behind the ? of their addresses, before anything is bound to it. U+0000, which PostgreSQL does not hold, and U+FFFE, which is in no
/// text, become U+FFFD there: it finds nothing, and is shown as what it is. What programs send is read by those who take it, and refused.
/// </summary>
public static class TypedText
{
    private const char None = '\uFFFD';

    public static void UseTypedText(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is null || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return next(http);
        if (http.Request.QueryString.Value is { Length: > 0 } query) http.Request.QueryString = new(InAddress(query));
        return http.Request.HasFormContentType ? WithForm(http, next) : next(http);
    });

    /// <summary>The same of a text.</summary>
    public static string? Readable(string? typed) => typed?.Replace('\0', None).Replace('\uFFFE', None);

    private static async Task WithForm(HttpContext http, RequestDelegate next)
    {
        await ReadForm(http);
        await next(http);
    }

    private static string InAddress(string query) =>
        query.Replace("%00", "%EF%BF%BD", StringComparison.Ordinal).Replace("%EF%BF%BE", "%EF%BF%BD", StringComparison.OrdinalIgnoreCase);

    // Of a form that cannot be read – cut short, too many fields, characters that are none – a page would bind nothing, its own address neither, and say that it is not there; a
    // route would fail.
    private static async Task ReadForm(HttpContext http)
    {
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (form.Any(field => field.Value.Any(value => value != Readable(value))))
                http.Request.Form = new FormCollection(form.ToDictionary(field => field.Key, field => new StringValues([.. field.Value.Select(Readable)])), form.Files);
        }
        catch (Exception error) when (error is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form cannot be read.", error);
        }
    }
}
