using CommunityWidget.Matching;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Testing;

/// <summary>One Redis for all tests of this process; each test has a prefix of its own in it. It ends with the process.</summary>
public static class TestRedis
{
    private static readonly Lazy<Task<PrivateRedis>> Server = new(() => PrivateRedis.Start());
    private static readonly Lazy<RedisLink> Shared = new(() => Connect(Address));

    private static long _prefixes;

    public static bool IsInstalled => PrivateRedis.IsInstalled;

    /// <summary>COMMUNITY_TEST_QUEUE=redis: every world and app stands on it.</summary>
    public static bool IsAskedFor => Environment.GetEnvironmentVariable("COMMUNITY_TEST_QUEUE") == "redis";

    public static string Address => Server.Value.GetAwaiter().GetResult().Address;

    public static RedisLink Link => Shared.Value;

    public static RedisLink Connect(string address) => RedisLink.Connect(address, NullLogger<RedisLink>.Instance);

    public static string NewPrefix() => $"test{Environment.ProcessId}-{Interlocked.Increment(ref _prefixes)}:";

    /// <summary>An empty queue, or another node's view of one.</summary>
    public static RedisMatchQueue NewQueue(TimeProvider clock, string? prefix = null) => new(Link, new(Link), new(prefix ?? NewPrefix()), clock);
}
