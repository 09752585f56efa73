using System.ComponentModel.DataAnnotations;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Integrations;

/// <summary>Section <c>Api</c>: what programs may ask of this node.</summary>
public sealed class ApiOptions
{
    /// <summary>Requests of one key in a minute, a quarter of them at once; on each node.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Api:RequestsPerMinute must lie between 1 and 1000000.")]
    public int RequestsPerMinute { get; set; } = 240;
}

/// <summary>No key takes more than its share.</summary>
public sealed class KeyLimit(IOptions<ApiOptions> options, TimeProvider clock) : IEndpointFilter
{
    private readonly Shares<Guid> _shares = new(_ => Each(options.Value), clock);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Caller() is KeyCaller caller && CallLimits.Refused(_shares.Take(caller.Key.Id)) is { } tooMany ? tooMany.ToHttp() : await next(context);

    private static Share Each(ApiOptions options)
    {
        var each = Math.Max(1, options.RequestsPerMinute / 60);
        return new(Math.Max(1, options.RequestsPerMinute / 4), each, TimeSpan.FromMinutes((double)each / options.RequestsPerMinute));
    }
}
