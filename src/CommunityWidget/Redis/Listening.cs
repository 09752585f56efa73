using System.Collections.Concurrent;
using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>
/// What this node listens to. The client subscribes anew by itself when its connection comes back, but not what was asked for while no
/// server could be chosen, nor what it gave up meanwhile: <see cref="Mend"/> finds those.
/// </summary>
public sealed class Listening(RedisLink link)
{
    // To the client a channel asked for twice is two who hear it: what is wanted and what is asked for change together.
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<RedisChannel, Action<RedisValue>> _wanted = new();

    /// <summary>Complete once messages arrive; fails when Redis is away, and is made good later.</summary>
    public Task Add(RedisChannel channel, Action<RedisValue> hear)
    {
        lock (_gate)
        {
            _wanted[channel] = hear;
            return Subscribe(channel, hear);
        }
    }

    public Task Remove(RedisChannel channel)
    {
        lock (_gate)
        {
            _wanted.TryRemove(channel, out _);
            return link.Subscriber.UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);
        }
    }

    /// <summary>Asks again for what no server was asked for. True when there was nothing: all is well, as far as the client knows.</summary>
    public bool Mend()
    {
        if (!link.IsConnected) return false;
        var isWell = true;
        foreach (var (channel, _) in _wanted)
        {
            lock (_gate)
            {
                if (link.Subscriber.SubscribedEndpoint(channel) is not null || !_wanted.TryGetValue(channel, out var hear)) continue;
                // The client still has it down as asked for, and would only hear twice.
                _ = link.Subscriber.UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);
                _ = Subscribe(channel, hear, CommandFlags.FireAndForget);
                isWell = false;
            }
        }
        return isWell;
    }

    private Task Subscribe(RedisChannel channel, Action<RedisValue> hear, CommandFlags flags = CommandFlags.None) =>
        link.Subscriber.SubscribeAsync(channel, (_, value) => hear(value), flags);
}
