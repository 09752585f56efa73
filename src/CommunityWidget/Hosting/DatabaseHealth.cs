using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityWidget.Hosting;

/// <summary>Ready means: a question asked now could be stored. Tried by storing something, at most once a second however many ask.</summary>
public sealed class DatabaseHealth(Db db, TimeProvider clock) : IHealthCheck
{
    // A row of this node's own, gone again: a node that froze while it held a common one would make all the others unready.
    private readonly string _name = clock.NewId().ToString();

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<Reply<Done>>? _probe;
    private long _probedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await Latest()).Refusal is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database stores nothing just now.");

    private Task<Reply<Done>> Latest()
    {
        lock (_gate)
        {
            if (_probe is null || (_probe.IsCompleted && clock.GetElapsedTime(_probedAt) >= Remembered)) (_probe, _probedAt) = (Store(), clock.GetTimestamp());
            return _probe;
        }
    }

    private Task<Reply<Done>> Store() => db.Write<Done>(async tx =>
    {
        await tx.Execute("insert into probes (name, at) values (@name, @now)", new { name = _name, now = clock.NowMs() });
        await tx.Execute("delete from probes where name = @name", new { name = _name });
        return Done.It;
    });
}
