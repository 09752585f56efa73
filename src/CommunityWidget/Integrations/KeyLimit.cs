using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
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
public sealed class KeyLimit(IOptions<ApiOptions> options) : IEndpointFilter, IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(options.Value)));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Caller() is not KeyCaller caller) return await next(context);
        using var lease = _limiter.AttemptAcquire(caller.Key.Id);
        return lease.IsAcquired ? await next(context) : Refusals.TooMany.ToHttp();
    }

    public void Dispose() => _limiter.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(ApiOptions options) => new()
    {
        TokenLimit = Math.Max(1, options.RequestsPerMinute / 4),
        TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromMinutes((double)Math.Max(1, options.RequestsPerMinute / 60) / options.RequestsPerMinute),
        QueueLimit = 0,
    };
}
