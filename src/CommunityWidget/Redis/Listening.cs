using System.Collections.Concurrent;
using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>
/// What this node listens to. The client subscribes anew by itself when its connection comes back, but not what was asked for while no
/// server could be chosen, nor what it gave up meanwhile: <see cref="Mend"/> finds those.
/// </summary>
public sealed class Listening(RedisLink link)
{
    private readonly ConcurrentDictionary<RedisChannel, Action<RedisValue>> _wanted = new();

    /// <summary>Complete once messages arrive; fails when Redis is away, and is made good later.</summary>
    public Task Add(RedisChannel channel, Action<RedisValue> hear)
    {
        _wanted[channel] = hear;
        return Subscribe(channel, hear);
    }

    public Task Remove(RedisChannel channel)
    {
        _wanted.TryRemove(channel, out _);
        return link.Subscriber.UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);
    }

    /// <summary>Asks again for what no server was asked for; nothing when all is well.</summary>
    public void Mend()
    {
        if (!link.IsConnected) return;
        foreach (var (channel, hear) in _wanted)
        {
            if (link.Subscriber.SubscribedEndpoint(channel) is not null) continue;
            // The client still has it down as asked for, and would only hear twice.
            _ = link.Subscriber.UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);
            _ = Subscribe(channel, hear, CommandFlags.FireAndForget);
            // Whoever left at this very moment has left.
            if (!_wanted.ContainsKey(channel)) _ = Remove(channel);
        }
    }

    private Task Subscribe(RedisChannel channel, Action<RedisValue> hear, CommandFlags flags = CommandFlags.None) =>
        link.Subscriber.SubscribeAsync(channel, (_, value) => hear(value), flags);
}
