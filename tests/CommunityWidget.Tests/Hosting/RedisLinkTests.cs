using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Matching;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace CommunityWidget.Tests.Hosting;

/// <summary>The first connection to Redis: how long it is waited for, and what is said when it does not come.</summary>
public sealed class RedisLinkTests
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(6);

    private readonly EverythingLogged _log = new();

    [RedisFact]
    public async Task A_server_that_runs_somebody_s_script_is_away_whatever_it_calls_itself()
    {
        foreach (var (said, isAway) in new[] { ("BUSY Redis is busy running a script.", true), ("BUSY Valkey is busy running a script.", true), ("BUSYKEY Target key name already exists.", false) })
        {
            var error = await Assert.ThrowsAsync<RedisServerException>(() => TestRedis.Link.Database.ScriptEvaluateAsync($"return redis.error_reply('{said}')"));
            Assert.Equal(isAway, RedisLink.IsAway(error));
        }
    }

    [Fact]
    public async Task A_start_waits_once_for_what_is_not_there()
    {
        using var blackHole = new TcpListener(IPAddress.Loopback, 0);
        blackHole.Start();
        int[] ports = [FreePort.Find(), ((IPEndPoint)blackHole.LocalEndpoint).Port];

        var took = await Task.WhenAll(ports.Select(port => Task.Run(() =>
        {
            var started = Stopwatch.StartNew();
            using var link = RedisLink.Connect($"127.0.0.1:{port},connectTimeout={ConnectTimeout.TotalMilliseconds}", NullLogger<RedisLink>.Instance);
            Assert.False(link.IsConnected);
            return started.Elapsed;
        })));

        Assert.All(took, one => Assert.True(one < 2 * ConnectTimeout, $"{one}"));
    }

    [RedisFact]
    public async Task A_password_that_is_wrong_or_missing_at_the_start_is_said_without_it()
    {
        await using var redis = await PrivateRedis.Start();
        await redis.Execute("CONFIG", "SET", "requirepass", "S3cret");
        foreach (var password in new[] { ",password=Wr0ng", "" })
        {
            var log = new EverythingLogged();
            using var link = RedisLink.Connect(redis.Address + password, log.For<RedisLink>());

            await Until(() => log.Lines.Any(line => line.Contains("refused", StringComparison.Ordinal)));
            Discreet(log, redis);
        }
    }

    [RedisFact]
    public async Task One_that_died_is_said_to_be_away_with_what_broke()
    {
        await using var redis = await PrivateRedis.Start();
        using var link = RedisLink.Connect(redis.Address, _log.For<RedisLink>());

        await redis.Stop();

        await Until(() => _log.Lines.Any(line => line.Contains("Redis is away (Socket", StringComparison.Ordinal)));
        Discreet(_log, redis);
    }

    [Fact]
    public async Task One_that_is_not_there_is_said_not_to_answer()
    {
        using var link = RedisLink.Connect($"127.0.0.1:{FreePort.Find()}", _log.For<RedisLink>());

        await Until(() => _log.Lines.Any(line => line.StartsWith("Warning ", StringComparison.Ordinal) && line.Contains("Redis is away (", StringComparison.Ordinal)));
    }

    [RedisTheory]
    [InlineData("redis://:S3cret@{0}/16")]
    [InlineData("{0},password=S3cret,defaultDatabase=99")]
    public async Task A_database_that_it_does_not_have_stops_the_start_with_a_sentence(string address)
    {
        await using var redis = await PrivateRedis.Start("databases 16");
        await redis.Execute("CONFIG", "SET", "requirepass", "S3cret");
        var set = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, redis.Address);

        var error = Assert.Throws<OptionsValidationException>(() => RedisLink.Connect(set, _log.For<RedisLink>()));

        Assert.StartsWith("ConnectionStrings:Redis names database ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", error.ToString(), StringComparison.Ordinal);
        using var link = RedisLink.Connect($"redis://:S3cret@{redis.Address}/15", _log.For<RedisLink>());
        Assert.True(link.IsConnected);
    }

    /// <summary>Where the user may not ask how many databases there are, the client goes on in the first one.</summary>
    [RedisFact]
    public async Task A_database_that_it_does_not_have_stops_the_start_with_the_rights_of_the_guide_too()
    {
        await using var redis = await PrivateRedis.Start("databases 16", $"user default on nopass {ForbiddenRedisTests.Rights}");

        Assert.Throws<OptionsValidationException>(() => RedisLink.Connect($"{redis.Address},defaultDatabase=99", _log.For<RedisLink>()));

        using var link = RedisLink.Connect($"{redis.Address},defaultDatabase=15", _log.For<RedisLink>());
        Assert.True(await link.Database.StringSetAsync("community:probe", 1));
        Assert.Equal("db15", (await redis.Execute("INFO", "keyspace")).ToString()!.Split('\n')[1].Split(':')[0]);
    }

    /// <summary>An ordinary failover.</summary>
    [RedisFact]
    public async Task One_that_became_a_replica_is_away_and_forbids_nothing()
    {
        await using var redis = await PrivateRedis.Start();
        using var link = RedisLink.Connect(redis.Address, _log.For<RedisLink>());
        await redis.Execute("REPLICAOF", "127.0.0.1", FreePort.Find());
        await link.LookAround();

        var error = await Assert.ThrowsAsync<RedisCommandException>(() => link.Server.FlushDatabaseAsync());
        link.Explain(error);

        Assert.True(RedisLink.IsAway(error));
        Assert.False(RedisLink.IsForbidden(error));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("refused", StringComparison.Ordinal));
    }

    private static void Discreet(EverythingLogged log, PrivateRedis redis) =>
        Assert.DoesNotContain(log.Lines, line => line.Contains("S3cret", StringComparison.Ordinal) || line.Contains("Wr0ng", StringComparison.Ordinal) || line.Contains($"{redis.Port}", StringComparison.Ordinal));

    private static async Task Until(Func<bool> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds()) await interval.WaitForNextTickAsync(late.Token);
    }
}
