using CommunityWidget.Hubs;
using CommunityWidget.Hubs.FanOut;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace CommunityWidget.Tests.Hubs.FanOut;

/// <summary>Two nodes' managers of one hub's connections, on a Redis of their own.</summary>
public sealed class Nodes : IAsyncDisposable
{
    private readonly RedisLink[] _links;

    private Nodes(PrivateRedis redis)
    {
        Redis = redis;
        _links = [Link(redis), Link(redis)];
        (Here, There) = (new(_links[0]), new(_links[1]));
    }

    public PrivateRedis Redis { get; }

    public Node Here { get; }

    public Node There { get; }

    public static async Task<Nodes> Start()
    {
        var nodes = new Nodes(await PrivateRedis.Start());
        await nodes.Here.Start();
        await nodes.There.Start();
        return nodes;
    }

    /// <summary>What the nodes listen to, as Redis says.</summary>
    public async Task<IReadOnlyList<string>> Channels() => [.. ((string[])(await Redis.Execute("PUBSUB", "CHANNELS"))!).Where(name => name.StartsWith("community:push:", StringComparison.Ordinal)).Order()];

    public static FanOutLifetimeManager<VisitorHub> Manager(RedisFanOut? others, SlowReaders? readers = null)
    {
        var protocols = Substitute.For<IHubProtocolResolver>();
        protocols.AllProtocols.Returns([new JsonHubProtocol()]);
        return new(protocols, readers ?? new SlowReaders(NullLogger<SlowReaders>.Instance), others);
    }

    public async ValueTask DisposeAsync()
    {
        await Here.Stop();
        await There.Stop();
        foreach (var link in _links) link.Dispose();
        await Redis.DisposeAsync();
    }

    private static RedisLink Link(PrivateRedis redis) => RedisLink.Connect($"{redis.Address},connectTimeout=1000", NullLogger<RedisLink>.Instance);
}

/// <summary>One of them.</summary>
public sealed class Node
{
    private readonly Pulse _pulse;

    public Node(RedisLink link)
    {
        var (channels, listening) = (new RedisChannels(Options.Create(new RedisOptions()), link), new Listening(link));
        Manager = Nodes.Manager(new RedisFanOut(link, channels, listening, Clock, NullLogger<RedisFanOut>.Instance));
        _pulse = new Pulse(link, channels, listening, new Reach(), TimeProvider.System);
    }

    public FanOutLifetimeManager<VisitorHub> Manager { get; }

    /// <summary>What joins wait for Redis by: however busy the machine is, they wait until a test lets time pass.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>As in the whole program, where it mends what the client does not.</summary>
    public Task Start() => _pulse.StartAsync(CancellationToken.None);

    public Task Stop() => _pulse.StopAsync(CancellationToken.None);

    public async Task<HubReader> Connect(string? user = null)
    {
        var reader = new HubReader(user);
        await Manager.OnConnectedAsync(reader.Connection);
        return reader;
    }
}
