using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityWidget.Hosting;

/// <summary>Ready means: a question asked now could be stored. Tried by storing something, at most once a second however many ask.</summary>
public sealed class DatabaseHealth(Db db, TimeProvider clock) : IHealthCheck
{
    private const string Probe = "insert into probes (name, at) values ('ready', @now) on conflict (name) do update set at = @now";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<Reply<Done>>? _probe;
    private DateTimeOffset _probedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await Latest()).Refusal is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database stores nothing just now.");

    private Task<Reply<Done>> Latest()
    {
        lock (_gate)
        {
            if (_probe is null || (_probe.IsCompleted && clock.GetUtcNow() - _probedAt >= Remembered)) (_probe, _probedAt) = (Store(), clock.GetUtcNow());
            return _probe;
        }
    }

    private Task<Reply<Done>> Store() => db.Write<Done>(async tx =>
    {
        await tx.Execute(Probe, new { now = clock.NowMs() });
        return Done.It;
    });
}
