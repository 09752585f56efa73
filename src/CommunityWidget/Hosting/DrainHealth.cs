using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityWidget.Hosting;

/// <summary>A node that leaves is not ready for anybody new.</summary>
public sealed class DrainHealth(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.HasBegun ? HealthCheckResult.Unhealthy("This node leaves.") : HealthCheckResult.Healthy());
}
