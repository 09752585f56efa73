using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityWidget.Hosting;

/// <summary>A node that leaves is not ready for anybody new. That is no failure of its own, so it is not logged as one.</summary>
public sealed class DrainHealth(Drain drain) : IHealthCheck
{
    public const string Name = "drain";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.HasBegun ? HealthCheckResult.Degraded("This node leaves.") : HealthCheckResult.Healthy());
}
