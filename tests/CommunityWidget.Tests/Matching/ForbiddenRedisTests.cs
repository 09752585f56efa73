using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Matching;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using StackExchange.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Matching;

/// <summary>A Redis whose user lacks a right takes some of what is sent and not the rest: it counts as away until it has it, and what to grant is said once.</summary>
public sealed class ForbiddenRedisTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly EverythingLogged _log = new();
    private readonly Guid _site = Id(), _thread = Id();
    private PrivateRedis _redis = null!;

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task InitializeAsync()
    {
        if (PrivateRedis.IsInstalled) _redis = await PrivateRedis.Start();
    }

    public async Task DisposeAsync()
    {
        if (_redis is not null) await _redis.DisposeAsync();
    }

    [RedisTheory]
    [InlineData("resetchannels", "allchannels")]
    [InlineData("-@scripting", "+@all")]
    [InlineData("resetkeys", "allkeys")]
    public async Task What_a_question_needs_and_may_not_do_counts_as_away_until_it_may(string taken, string granted)
    {
        using var link = RedisLink.Connect(_redis.Address, _log.For<RedisLink>());
        var shared = new RedisMatchQueue(link, new(link), new("shared:"), TimeProvider.System);
        using var queue = new SharedMatchQueue(shared, shared.Probe, Patience, TimeProvider.System, _log.For<SharedMatchQueue>());
        await _redis.Execute("ACL", "SETUSER", "default", taken);

        await queue.Enqueue(_site, _thread, Now, Now);
        Assert.Equal([_thread], await queue.Waiting(_site));
        await Until(() => StillAway() > 2);
        await queue.Wake(_site, Now);

        Assert.False(queue.SeesEveryone(Now));
        Assert.Contains("refused what this user may do", Assert.Single(_log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal)), StringComparison.Ordinal);
        await _redis.Execute("ACL", "SETUSER", "default", granted);
        await Until(() => queue.SeesEveryone(Now));
    }

    [RedisFact]
    public async Task A_database_that_it_does_not_have_counts_as_away_and_is_said_once()
    {
        // It comes later than the program: one that is there is refused at the start.
        await _redis.Stop();
        using var link = RedisLink.Connect($"{_redis.Address},defaultDatabase=99", _log.For<RedisLink>());
        await _redis.StartAgain();
        await Until(() => link.IsConnected);

        await GoesOnAlone(link, "refused the database (number 99");
    }

    /// <summary>The client does not know how many there are then, and would go on in the first one.</summary>
    [RedisFact]
    public async Task A_database_that_it_does_not_have_counts_as_away_with_the_rights_of_the_guide_too()
    {
        await using var redis = await PrivateRedis.Start($"user default on nopass {Rights.Replace("community:", "shared:", StringComparison.Ordinal)}");
        await redis.Stop();
        using var link = RedisLink.Connect($"{redis.Address},defaultDatabase=99", _log.For<RedisLink>());
        await redis.StartAgain();
        await Until(() => link.IsConnected);
        await Assert.ThrowsAsync<RedisServerException>(link.Select);

        await GoesOnAlone(link, "refused the database (number 99");
        Assert.DoesNotContain("db0", (await redis.Execute("INFO", "keyspace")).ToString(), StringComparison.Ordinal);
    }

    /// <summary>As hosters do with commands they do not want.</summary>
    [RedisFact]
    public async Task A_command_that_was_taken_away_counts_as_away_and_is_said_once()
    {
        await using var redis = await PrivateRedis.Start("rename-command EVALSHA \"\"", "rename-command EVAL \"\"");
        using var link = RedisLink.Connect(redis.Address, _log.For<RedisLink>());

        await GoesOnAlone(link, "EVALSHA");
    }

    private async Task GoesOnAlone(RedisLink link, string refused)
    {
        var shared = new RedisMatchQueue(link, new(link), new("shared:", link.Number), TimeProvider.System);
        using var queue = new SharedMatchQueue(shared, shared.Probe, Patience, TimeProvider.System, _log.For<SharedMatchQueue>());

        await queue.Enqueue(_site, _thread, Now, Now);
        Assert.Equal([_thread], await queue.Waiting(_site));
        await Until(() => StillAway() > 2);

        Assert.False(queue.SeesEveryone(Now));
        Assert.Contains(refused, Assert.Single(_log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task The_rights_that_the_guide_names_are_enough()
    {
        await _redis.Execute("ACL", ["SETUSER", "default", .. Rights.Split(' ')]);
        using var link = RedisLink.Connect(_redis.Address, _log.For<RedisLink>());
        var (listening, reach) = (new Listening(link), new Reach());
        var shared = new RedisMatchQueue(link, listening, new("community:"), TimeProvider.System);
        using var queue = new SharedMatchQueue(shared, shared.Probe, Patience, TimeProvider.System, _log.For<SharedMatchQueue>());
        using var pulse = new Pulse(link, Channels(link), listening, reach, TimeProvider.System);
        await pulse.StartAsync(CancellationToken.None);
        reach.Break();

        await Task.WhenAll(queue.Enqueue(_site, _thread, Now, Now), queue.Wake(_site, Now), queue.Beat(_site, "here", [_thread], Now), queue.Watch(Now, 15_000), shared.Probe());
        await new EvictionCheck(link, _log.For<EvictionCheck>()).Run();
        await Until(() => reach.IsWhole);

        Assert.True(queue.SeesEveryone(Now));
        Assert.DoesNotContain(_log.Lines, line => line.StartsWith("Warning ", StringComparison.Ordinal) || line.StartsWith("Error ", StringComparison.Ordinal));
        await pulse.StopAsync(CancellationToken.None);
    }

    [RedisFact]
    public async Task Whoever_asks_is_answered_and_told_that_the_search_is_paused()
    {
        await _redis.Execute("ACL", "SETUSER", "default", "resetchannels");
        var app = new On(_redis);
        await app.InitializeAsync();
        try
        {
            await using var visitor = await (await app.Open()).Visitor();

            var asked = await visitor.Http.Ask(new AskRequest(Keys.New(), "Which bulb fits?"));

            Assert.Null(asked.Refusal);
            Assert.True((await visitor.Http.Resume(asked.Value!.Thread.ThreadId, 0)).Value!.SearchPaused);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    [RedisFact]
    public async Task A_node_that_may_not_listen_makes_no_new_connections_for_it()
    {
        await _redis.Execute("ACL", "SETUSER", "default", "resetchannels");
        using var link = RedisLink.Connect(_redis.Address, _log.For<RedisLink>(), Patience, longSilence: TimeSpan.Zero);
        var (listening, reach) = (new Listening(link), new Reach());
        using var pulse = new Pulse(link, Channels(link), listening, reach, TimeProvider.System);

        await pulse.StartAsync(CancellationToken.None);
        await reach.Broken.WaitAsync(TimeSpan.FromSeconds(15));
        await Until(async () => await Sent() > 5);
        Assert.False(reach.IsWhole);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("made anew", StringComparison.Ordinal));

        await _redis.Execute("ACL", "SETUSER", "default", "allchannels");
        await Until(() => reach.IsWhole);
        await pulse.StopAsync(CancellationToken.None);
    }

    // What deploy/README.md tells to grant.
    internal static string Rights => File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "README.md")).Single(line => line.StartsWith("ACL SETUSER", StringComparison.Ordinal)).Split(' ', 4)[3];

    private int StillAway() => _log.Lines.Count(line => line.Contains("still does not answer", StringComparison.Ordinal));

    // How many numbers it tried to publish, as Redis counts.
    private async Task<int> Sent() => ((string)(await _redis.Execute("INFO", "commandstats"))!).Split("\r\n")
        .Where(line => line.StartsWith("cmdstat_publish:", StringComparison.Ordinal)).Select(line => int.Parse(line.Split("rejected_calls=")[1].Split(',')[0])).SingleOrDefault();

    private static RedisChannels Channels(RedisLink link) => new(Options.Create(new RedisOptions()), link);

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds()) await interval.WaitForNextTickAsync(late.Token);
    }

    private static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private sealed class On(PrivateRedis redis) : RunningApp(new() { ["ConnectionStrings:Redis"] = redis.Address });
}
