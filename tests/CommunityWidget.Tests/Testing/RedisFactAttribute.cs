using CommunityWidget.Servers;

namespace CommunityWidget.Tests.Testing;

/// <summary>A test that starts a Redis of its own: skipped by name where none is installed, failing there under CI.</summary>
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (WhyNot is { } reason) Skip = reason;
    }

    public static string? WhyNot => PrivateRedis.IsInstalled || Environment.GetEnvironmentVariable("CI") == "true" ? null : "redis-server is not installed";
}

/// <summary>The same, once per row of data.</summary>
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    public RedisTheoryAttribute()
    {
        if (RedisFactAttribute.WhyNot is { } reason) Skip = reason;
    }
}
