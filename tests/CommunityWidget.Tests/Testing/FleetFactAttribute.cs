using CommunityWidget.Servers;

namespace CommunityWidget.Tests.Testing;

/// <summary>A test of several nodes: they share a PostgreSQL and a Redis.</summary>
public sealed class FleetFactAttribute : FactAttribute
{
    public FleetFactAttribute()
    {
        if (WhyNot is { } reason) Skip = reason;
    }

    public static string? WhyNot => RedisFactAttribute.WhyNot
        ?? (PrivatePostgres.IsInstalled || Environment.GetEnvironmentVariable("CI") == "true" ? null : "PostgreSQL is not installed");
}
