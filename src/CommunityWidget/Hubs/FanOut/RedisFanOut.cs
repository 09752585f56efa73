using CommunityWidget.Redis;
using StackExchange.Redis;

namespace CommunityWidget.Hubs.FanOut;

/// <summary>Carries envelopes between nodes by Redis pub/sub. A hint: what gets lost is fetched by <c>seq</c>, so nobody here waits long or throws.</summary>
public sealed partial class RedisFanOut(RedisLink link, RedisChannels channels, Listening listening, TimeProvider clock, ILogger<RedisFanOut> log)
{
    // Whoever joins while Redis hangs is served by the heads that are polled then.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>This node, among those that hear what it publishes.</summary>
    public Guid Node { get; } = Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>Complete once others' messages arrive, or when that takes too long.</summary>
    public async Task Subscribe(string hub, string audience, Action<Envelope> hear)
    {
        try
        {
            // Asked before the first await, so that subscribing and leaving reach Redis in the order they were decided.
            await listening.Add(channels.Push(hub, audience), value => Hear(value, hear)).WaitAsync(Patience, clock);
        }
        catch (Exception error) when (error is RedisException or TimeoutException or ObjectDisposedException)
        {
            Log.Unheard(log, error.GetType().Name);
        }
    }

    public void Unsubscribe(string hub, string audience) => Quietly(() => listening.Remove(channels.Push(hub, audience)));

    public void Publish(string hub, string audience, Envelope envelope) =>
        Quietly(() => link.Subscriber.PublishAsync(channels.Push(hub, audience), envelope.Write(), CommandFlags.FireAndForget));

    private void Hear(RedisValue value, Action<Envelope> hear)
    {
        if ((byte[]?)value is { } bytes && Envelope.Read(bytes) is { } envelope && envelope.Node != Node) hear(envelope);
    }

    private void Quietly(Func<Task> ask)
    {
        try
        {
            _ = ask();
        }
        catch (Exception error) when (error is RedisException or ObjectDisposedException)
        {
            Log.Unheard(log, error.GetType().Name);
        }
    }


    private static partial class Log
    {
        [LoggerMessage(612, LogLevel.Debug, "Other nodes do not hear this one, or it them: {Reason}")]
        public static partial void Unheard(ILogger log, string reason);
    }
}
