using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Hubs.FanOut;

/// <summary>Two installations with a number of their own on one Redis: its databases are apart, what it publishes is not.</summary>
public sealed class RedisDatabasesTests
{
    [RedisFact]
    public async Task What_one_says_to_a_group_does_not_arrive_at_the_other()
    {
        await using var redis = await PrivateRedis.Start();
        using RedisLink one = Link(redis, 1), beside = Link(redis, 1), other = Link(redis, 2);
        var (from, near, far) = (new Node(one), new Node(beside), new Node(other));
        await using HubReader theirs = await far.Connect(), ours = await near.Connect();
        await far.Manager.AddToGroupAsync(theirs.Id, "lamps");
        await near.Manager.AddToGroupAsync(ours.Id, "lamps");

        await from.Manager.SendGroupAsync("lamps", "Hello", ["from the first"]);
        await ours.Until("Hello(from the first)");
        // Redis keeps the order of what it publishes: what arrived there has gone past here.
        await new Node(other).Manager.SendGroupAsync("lamps", "Hello", ["from the second"]);
        await theirs.Until("Hello(from the second)");

        Assert.Equal(["Hello(from the second)"], theirs.Heard);
    }

    [RedisTheory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public async Task Every_channel_of_the_program_bears_the_number_unless_it_is_none(int number, bool isNumbered)
    {
        await using var redis = await PrivateRedis.Start();
        var app = new On($"{redis.Address},defaultDatabase={number}");
        await app.InitializeAsync();
        try
        {
            var all = (string[])(await redis.Execute("PUBSUB", "CHANNELS"))!;
            Assert.Contains(all, name => name.EndsWith("bell", StringComparison.Ordinal));
            Assert.Contains(all, name => name.Contains("hint:", StringComparison.Ordinal));
            Assert.All(all.Where(name => !name.StartsWith("__", StringComparison.Ordinal)), name => Assert.Equal(isNumbered, name.StartsWith("shop:@2:", StringComparison.Ordinal)));
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static RedisLink Link(PrivateRedis redis, int database) => RedisLink.Connect($"{redis.Address},defaultDatabase={database}", NullLogger<RedisLink>.Instance);

    private sealed class On(string address) : RunningApp(new() { ["ConnectionStrings:Redis"] = address, ["Redis:Prefix"] = "shop:" });
}
