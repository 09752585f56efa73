using CommunityWidget.Servers;

namespace CommunityWidget.Tests.Testing;

/// <summary>A test that starts a Redis of its own: skipped by name where none is installed, failing there under CI.</summary>
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (!PrivateRedis.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true") Skip = "redis-server is not installed";
    }
}
