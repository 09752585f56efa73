using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>A word to the other nodes that something changed which they may remember. It may get lost: what is remembered has an age too.</summary>
public sealed class Hints(RedisLink? link = null, RedisChannels? channels = null)
{
    /// <summary>The sites' settings.</summary>
    public const string Sites = "sites";

    /// <summary>Spoken into the air where there is one node.</summary>
    public void Tell(string what) => Quietly((redis, names) => redis.PublishAsync(names.Hint(what), "", CommandFlags.FireAndForget));

    public void OnHeard(string what, Action then) => Quietly((redis, names) => redis.SubscribeAsync(names.Hint(what), (_, _) => then(), CommandFlags.FireAndForget));

    private void Quietly(Func<ISubscriber, RedisChannels, Task> ask)
    {
        try
        {
            if (link is not null && channels is not null) _ = ask(link.Subscriber, channels);
        }
        catch (RedisException)
        {
            // Redis is away, as its link has said.
        }
    }
}
