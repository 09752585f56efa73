namespace CommunityWidget.Tests.Testing;

/// <summary>A test that needs a Redis: skipped, and named as such, where none is installed.</summary>
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisTheoryAttribute.WhyNot;
}

/// <summary>The same, once per row of data.</summary>
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    public RedisTheoryAttribute() => Skip = WhyNot;

    // CI has everything: there a missing Redis fails the test.
    public static string? WhyNot => TestRedis.IsInstalled || Environment.GetEnvironmentVariable("CI") == "true" ? null : "no Redis is installed here";
}
