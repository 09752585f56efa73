using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityWidget.Contracts;
using CommunityWidget.Telemetry;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityWidget.Hosting;

/// <summary>How a use case's answer leaves over HTTP: the value, or its refusal as <c>application/problem+json</c> with the same code as from a hub.</summary>
public static class Problems
{
    public static IResult ToHttp<T>(this Reply<T>? reply) where T : class => reply switch
    {
        { Refusal: { } refusal } => refusal.ToHttp(),
        { Value: { } value } => TypedResults.Ok(value),
        _ => Refusals.NotFound.ToHttp(),
    };

    public static IResult ToHttp(this Refusal refusal) => new Refused(refusal);

    /// <summary>Answers a request that reached no use case.</summary>
    public static Task Refuse(this HttpContext http, Refusal refusal)
    {
        Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
        return Write(http, new(Status(refusal), refusal.Code, refusal.Number, refusal.Message, refusal.RetryAfter));
    }

    /// <summary>Answers a request that failed for a reason of ours, which is nobody else's business.</summary>
    public static Task Fail(this HttpContext http) => Write(http, new(StatusCodes.Status500InternalServerError, "failed", 0, null, null));

    /// <summary>When to come again, where that helps.</summary>
    public static void SayWhen(this HttpResponse answer, Refusal refusal)
    {
        if (refusal.RetryAfter is { } seconds) answer.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    public static int Status(Refusal refusal) => refusal.Number switch
    {
        1001 or 1006 or 1011 or 1012 => StatusCodes.Status401Unauthorized,
        1003 or 1004 => StatusCodes.Status404NotFound,
        1007 => StatusCodes.Status410Gone,
        < 2000 => StatusCodes.Status403Forbidden,
        2002 => StatusCodes.Status413PayloadTooLarge,
        2006 => StatusCodes.Status422UnprocessableEntity,
        2015 => StatusCodes.Status405MethodNotAllowed,
        < 3000 => StatusCodes.Status400BadRequest,
        < 4000 => StatusCodes.Status409Conflict,
        < 5000 => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private static async Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await http.Response.WriteAsJsonAsync(problem, JsonSerializerOptions.Web, "application/problem+json");
    }

    private sealed class Refused(Refusal refusal) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => Status(refusal);

        public Task ExecuteAsync(HttpContext httpContext) => httpContext.Refuse(refusal);
    }

    private sealed record Problem(
        int Status,
        string Code,
        int Number,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfter)
    {
        public string Type => "about:blank";

        public string Title => ReasonPhrases.GetReasonPhrase(Status);
    }
}
