using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>A word to the other nodes that something changed which they may remember. It may get lost: what is remembered has an age too.</summary>
public sealed class Hints(RedisLink? link = null)
{
    /// <summary>The sites' settings.</summary>
    public const string Sites = "sites";

    /// <summary>Spoken into the air where there is one node.</summary>
    public void Tell(string what) => Quietly(l => l.Subscriber.PublishAsync(Channel(what), "", CommandFlags.FireAndForget));

    public void OnHeard(string what, Action then) => Quietly(l => l.Subscriber.SubscribeAsync(Channel(what), (_, _) => then(), CommandFlags.FireAndForget));

    private static RedisChannel Channel(string what) => RedisChannels.Literal(RedisChannels.Hint(what));

    private void Quietly(Func<RedisLink, Task> ask)
    {
        try
        {
            if (link is not null) _ = ask(link);
        }
        catch (RedisException)
        {
            // Redis is away, as its link has said.
        }
    }
}
