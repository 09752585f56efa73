using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.AspNetCore.Diagnostics;

namespace CommunityWidget.Hosting;

/// <summary>Turns what went wrong below into an answer that says no more than the other side may know.</summary>
public static class Failures
{
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Answer,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException || IsShutOut(context.Exception, context.HttpContext),
        });
        app.UseStatusCodePages(context => Explain(context.HttpContext));
    }

    private static async Task Answer(HttpContext http)
    {
        var failed = http.Features.Get<IExceptionHandlerFeature>();
        var refusal = failed?.Error switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refusals.TextTooLong,
            BadHttpRequestException => Refusals.NotUnderstood,
            DbException away when http.RequestServices.GetRequiredService<SqlDialect>().IsAway(away) => Refusals.StorageAway,
            _ => null,
        };
        if (IsApi(http))
        {
            await (refusal is null ? http.Fail() : http.Refuse(refusal));
            return;
        }
        http.Response.StatusCode = refusal is null ? StatusCodes.Status500InternalServerError : Problems.Status(refusal);
        if (refusal?.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString();
        if (refusal == Refusals.StorageAway && await KeptForm.Write(http, failed?.Endpoint)) return;
        await PlainPage.Write(http);
    }

    // Said once, with what to mend.
    private static bool IsShutOut(Exception error, HttpContext http) => error is DbException storage && http.RequestServices.GetRequiredService<SqlDialect>().IsShutOut(storage);

    private static Task Explain(HttpContext http) => (IsApi(http), http.Response.StatusCode) switch
    {
        (true, StatusCodes.Status404NotFound) => http.Refuse(Refusals.NotFound),
        (true, StatusCodes.Status405MethodNotAllowed) => http.Refuse(Refusals.WrongMethod),
        (true, StatusCodes.Status413PayloadTooLarge) => http.Refuse(Refusals.TextTooLong),
        (true, StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType) => http.Refuse(Refusals.NotUnderstood),
        (true, _) => Task.CompletedTask,
        _ => PlainPage.Write(http),
    };

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);
}
