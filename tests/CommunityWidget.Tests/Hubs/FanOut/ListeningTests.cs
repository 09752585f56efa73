using System.Collections.Concurrent;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace CommunityWidget.Tests.Hubs.FanOut;

/// <summary>What a node listens to, with a real Redis.</summary>
public sealed class ListeningTests
{
    private const int Channels = 3_000;

    [RedisFact]
    public async Task Mended_while_it_is_being_asked_for_a_channel_is_heard_once()
    {
        await using var redis = await PrivateRedis.Start();
        using var link = RedisLink.Connect(redis.Address, NullLogger<RedisLink>.Instance);
        var (listening, heard) = (new Listening(link), new ConcurrentQueue<string>());

        using var asked = new CancellationTokenSource();
        var mending = Task.Run(() =>
        {
            while (!asked.IsCancellationRequested) listening.Mend();
        });
        await Task.WhenAll(Enumerable.Range(0, Channels).Select(n => Task.Run(() => listening.Add($"channel {n}", value => heard.Enqueue((string)value!)))));
        await asked.CancelAsync();
        await mending;

        // What was asked last is answered last.
        var last = new TaskCompletionSource();
        await listening.Add("last", _ => last.TrySetResult());
        foreach (var n in Enumerable.Range(0, Channels)) await link.Subscriber.PublishAsync($"channel {n}", n);
        await link.Subscriber.PublishAsync("last", "");
        await last.Task;

        Assert.Equal(Channels, heard.Distinct().Count());
        Assert.Empty(heard.GroupBy(value => value).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {same.Count()} times"));
    }
}
