using CommunityWidget.Telemetry;

namespace CommunityWidget.Redis;

/// <summary>Whether what this node publishes reaches the others.</summary>
public sealed class RedisAway(Reach reach) : IGauge
{
    public string Name => "communitywidget.redis.away";

    // A unit of 1 would be called a ratio where it is shown.
    public string Unit => "{node}";

    public string Description => "1 while what this node publishes may not reach the others.";

    public Task<IReadOnlyList<Reading>> Read() => Task.FromResult<IReadOnlyList<Reading>>([new(reach.IsWhole ? 0 : 1)]);
}
